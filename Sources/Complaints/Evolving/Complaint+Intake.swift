import Money
import WorkingTime

extension Complaint {
    /// The case a register event makes, with its first clocks.
    init(registeredBy event: Event, _ rules: Rules) {
        let fields = event.fields
        let received = fields.instant("received_at") ?? event.occurredAt
        self.init(
            caseNumber: fields.text("case").flatMap { CaseNumber(text: $0) } ?? CaseNumber(year: 0, sequence: 0),
            customer: fields.integer("customer"), channel: fields.text("channel") ?? "",
            summary: fields.text("summary") ?? "", owner: event.actor,
            policy: fields.text("policy") ?? rules.policy.reference, receivedAt: received)
        remedySought = fields.text("remedy_sought")
        severity = fields.word("severity") ?? rules.policy.intake.initialSeverity
        let route = fields.text("contact")
        isAnonymous = customer == nil && (route == nil || route == "anonymous")
        contact = route == "anonymous" ? nil : route
        jurisdiction = fields.text("jurisdiction")
        currency = fields.word("currency")
        band = fields.word("band") ?? .standard
        calendar = fields.text("calendar") ?? rules.policy.calendars.standard
        pinCalendars(of: event)
        complainedOf = fields.text("complained_of")
        representative = fields.text("representative")
        proof = fields.text("proof")
        if fields.text("vulnerable") == "yes" { isVulnerable = true }
        startFirstClocks(at: event.occurredAt, rules)
    }

    private mutating func startFirstClocks(at now: Instant, _ rules: Rules) {
        func course(_ part: SeverityTargets.Part, _ severity: Severity) -> ClockCourse {
            ClockCourse(
                calendar: pin(calendar, rules),
                budget: rules.target(part, severity, band, from: receivedAt, ownCalendar(rules)))
        }
        if isAnonymous {
            for name in [ClockName.acknowledge, ClockName.firstResponse, ClockName.update] {
                startNotApplicable(name, at: receivedAt)
            }
        } else {
            let bands = isVulnerable == true ? rules.policy.intake.vulnerableBandsFaster : 0
            start(
                ClockName.acknowledge, course(.acknowledge, severity.faster(by: bands)), from: receivedAt, at: now,
                rules)
            start(ClockName.firstResponse, course(.firstResponse, severity), from: receivedAt, at: now, rules)
        }
        var resolve = course(.resolve, severity)
        resolve.ceiling = safeTarget(received: receivedAt, rules)
        start(ClockName.resolve, resolve, from: receivedAt, at: now, rules)
        if let regime = rules.regime(of: jurisdiction) {
            start(
                ClockName.statutory(regime.name), statutoryCourse(regime, rules), from: receivedAt, at: now, rules)
        }
    }

    /// Takes over the versions of calendars a line names that the case has not pinned yet.
    mutating func pinCalendars(of event: Event) {
        for reference in event.fields.calendarVersions where calendars[reference.name] == nil {
            calendars[reference.name] = CalendarPin(reference.name, reference.version)
        }
    }

    mutating func identify(_ event: Event) {
        customer = event.fields.integer("customer")
        isAnonymous = false
    }

    mutating func link(_ event: Event) {
        guard let to = event.fields.text("to"), let relation: LinkRelation = event.fields.word("relation") else {
            return
        }
        links.append(CaseLink(to: to, relation: relation))
    }

    mutating func acknowledge(_ event: Event) {
        let sent = event.fields.instant("sent_at") ?? event.occurredAt
        acknowledgedAt = sent
        meet(ClockName.acknowledge, at: sent)
    }

    mutating func assess(_ event: Event, _ rules: Rules) {
        let old = severity
        let isFirst = assessments == 0
        take(event)
        assessments += 1
        assessedBy = event.actor
        retarget(
            ClockName.update, to: updateTarget(rules), isFirst: false, isLowered: isVulnerable != true,
            at: event.occurredAt, rules)
        guard isFirst || severity != old else { return }
        changeLadders(from: old, rules)
        for (name, part) in [
            (ClockName.firstResponse, SeverityTargets.Part.firstResponse),
            (ClockName.resolve, SeverityTargets.Part.resolve),
        ] {
            guard var budget = rules.target(part, severity, band, from: receivedAt, ownCalendar(rules)) else {
                continue
            }
            if name == ClockName.resolve, resolvePercent != 100 {
                budget = rules.share(resolvePercent, of: budget, ownCalendar(rules))
            }
            retarget(
                name, to: budget, isFirst: isFirst, isLowered: severity.isLower(than: old), at: event.occurredAt, rules)
        }
        // Another ladder may announce what is due at other times.
        if rules.hasAheadSteps { refreshClocks(rules) }
    }

    /// How soon the customer hears of us again; a vulnerable one a day sooner for each band.
    func updateTarget(_ rules: Rules) -> Budget {
        let target = rules.policy.targets.update
        let bands = isVulnerable == true ? rules.policy.intake.vulnerableBandsFaster : 0
        return Budget(max(1, target.amount - bands), target.unit)
    }

    /// What an assessment says, in whichever event it comes.
    mutating func take(_ event: Event) {
        let fields = event.fields
        severity = fields.word("severity") ?? severity
        category = fields.text("category") ?? category
        product = fields.text("product") ?? product
        switch fields.text("vulnerable") {
        case "yes": isVulnerable = true
        case "no": isVulnerable = false
        case "unknown": isVulnerable = nil
        default: break
        }
    }

    mutating func contact(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        let isInbound = fields.text("direction") == ContactDirection.inbound.rawValue
        if isInbound {
            inboundContacts.append(event.occurredAt)
            endPauses(byContactAt: event.occurredAt, rules)
        }
        let hasReached = isInbound || fields.boolean("reached") ?? (fields.boolean("substantive") == true)
        if fields.boolean("substantive") == true, hasReached {
            meet(ClockName.firstResponse, at: event.occurredAt)
        }
        if !isInbound, fields.boolean("reached") == true, state.isOpen, state != .resolved {
            restartUpdate(at: event.occurredAt, rules)
        }
    }

    /// Each contact that reached the customer keeps the promise of the last and makes a new one.
    private mutating func restartUpdate(at now: Instant, _ rules: Rules) {
        meet(ClockName.update, at: now)
        archive(ClockName.update)
        let course = ClockCourse(calendar: pin(calendar, rules), budget: updateTarget(rules))
        start(ClockName.update, course, from: now, at: now, rules)
    }

    mutating func correct(_ event: Event) {
        guard let of = event.fields.count("seq"), let text = event.fields.text("text") else { return }
        corrections.append(Correction(of: of, by: event.sequence, text: text))
    }
}
