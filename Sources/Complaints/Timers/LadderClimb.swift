import WorkingTime

/// Tells the next rung of an escalation's ladder: whoever is on duty there, passing empty levels at the same instant.
struct LadderClimb {
    let rules: Rules
    let staff: StaffDirectory
    /// When the notice counts from.
    let noticeAt: Instant
    let recordedAt: Instant
    /// The person an escalation was addressed to: told instead of the rung it enters at, when there.
    var addressee: String?

    /// People one rung tells at most.
    static let targetsPerRungMax = 8

    /// Whom a rung may not tell, and whose superiors come first.
    private struct Parties {
        var owner: String
        var accused: String?
        var proposer: String
    }

    /// Tells the first step before a clock is due: its line opens the escalation.
    func begin(_ timer: CaseTimer, _ draft: Draft) {
        guard case .level(let step) = timer.stage else { return }
        let sequence = draft.nextSequence
        climb(
            sequence, draft,
            from: Escalation(
                sequence: sequence, reason: .breach, summary: "", state: .raised, proposer: EffectKey.engineLogin,
                raisedAt: noticeAt, clock: timer.clock, notified: [],
                ladder: LadderPosition(nextStep: step, fallbacks: 0, lastNoticeAt: noticeAt)))
    }

    func next(_ sequence: Int, _ draft: Draft) { climb(sequence, draft, from: nil) }

    private func climb(_ sequence: Int, _ draft: Draft, from opening: Escalation?) {
        guard let severity = draft.complaint?.severity, let ladder = rules.policy.ladder(for: severity) else { return }
        let isAroundTheClock = rules.policy.ladderCalendar(for: severity) == Self.alwaysCalendar
        while let escalation = draft.complaint?.escalations.first(where: { $0.sequence == sequence }) ?? opening,
            let parties = parties(escalation, draft)
        {
            let index = escalation.ladder.nextStep
            guard ladder.steps.indices.contains(index) else {
                return tellFallback(escalation, ladder, parties, draft)
            }
            let step = ladder.steps[index]
            let level = step.level(at: index)
            let isAddressed = addressee.map { isFit($0, parties) } == true && escalation.notified.isEmpty
            let people = isAddressed ? [addressee].compactMap { $0 } : available(step.to, parties)
            var fields = base(escalation, .level(level))
            fields["step"] = .integer(Int64(index))
            fields["level"] = .integer(Int64(level))
            if people.isEmpty {
                append(.levelVacant, fields, target: step.to, draft)
                continue
            }
            let isAtOnce = step.isAtOnce || isAroundTheClock || staff.duty[step.to] != nil
            for person in people {
                append(.escalated, fields, target: person, isAtOnce: isAtOnce, draft)
            }
            return
        }
    }

    /// A ladder that waits by this calendar tells at any hour.
    private static let alwaysCalendar = "always"

    /// The fallback is told again and again, at any hour; when even that list is empty its name is told.
    private func tellFallback(
        _ escalation: Escalation, _ ladder: Ladder, _ parties: Parties, _ draft: Draft
    ) {
        let count = escalation.ladder.fallbacks + 1
        var fields = base(escalation, .fallback(count))
        fields["step"] = .integer(Int64(count))
        let level = Role(rawValue: ladder.fallback.to)?.level ?? ladder.steps.last?.level(at: ladder.steps.count - 1)
        fields["level"] = .integer(Int64(level ?? 3))
        let people = available(ladder.fallback.to, parties)
        for target in people.isEmpty ? [ladder.fallback.to] : people {
            append(.fallbackNotified, fields, target: target, draft)
        }
    }

    private func base(_ escalation: Escalation, _ stage: Stage) -> EventFields {
        var fields = EventFields(minimumCapacity: 8)
        fields["clock"] = .text(escalation.clock.name)
        fields["generation"] = .integer(Int64(escalation.clock.generation))
        fields["stage"] = .text(stage.text)
        fields["escalation"] = .integer(Int64(escalation.sequence))
        return fields
    }

    private func append(
        _ type: EventType, _ fields: EventFields, target: String, isAtOnce: Bool = true, _ draft: Draft
    ) {
        var fields = fields
        fields["target"] = .text(target)
        if !isAtOnce, let from = rules.delivery(to: target, at: noticeAt, staff) {
            fields["deliver_from"] = .instant(from)
        }
        draft.append(engine: type, fields, at: noticeAt, recordedAt: recordedAt)
    }

    // MARK: people

    private func parties(_ escalation: Escalation, _ draft: Draft) -> Parties? {
        guard let owner = draft.complaint?.owner else { return nil }
        return Parties(owner: owner, accused: draft.complaint?.complainedOf, proposer: escalation.proposer)
    }

    /// On duty, not complained of, no direct subordinate of who is, and not the one who raised it.
    ///
    /// The owner's own superiors come first; when none of them is there, whoever else is.
    private func available(_ name: String, _ parties: Parties) -> [String] {
        let listed = staff.duty[name] ?? rules.policy.duty[name]?.filter { staff.isActive($0) }
        let fit = (listed.map { $0.filter(staff.isActive).sorted() } ?? staff.onDuty(name)).filter {
            isFit($0, parties)
        }
        let close = fit.filter { staff.isInTeam(parties.owner, of: $0) }
        return Array((close.isEmpty ? fit : close).prefix(Self.targetsPerRungMax))
    }

    private func isFit(_ login: String, _ parties: Parties) -> Bool {
        guard staff.isActive(login), login != parties.proposer else { return false }
        guard let accused = parties.accused else { return true }
        return login != accused && !staff.isSubordinate(login, of: accused)
    }
}

extension Rules {
    /// When a person may be told at the earliest: the next opening of that person's hours; nil when open now.
    ///
    /// A person's hours are the own calendar, else the team's, else the centre's.
    func delivery(to login: String, at instant: Instant, _ staff: StaffDirectory) -> Instant? {
        let person = staff.people[login]
        let name = person?.calendar ?? person?.team.flatMap { policy.calendars.byUnit[$0] }
        let opening = calendar(name ?? policy.calendars.standard).nextOpen(at: instant)
        return opening > instant ? opening : nil
    }
}

extension Ladder.Step {
    /// The notified role's level; a named duty list counts as the step's place on the ladder.
    func level(at index: Int) -> Int { Role(rawValue: to)?.level ?? min(index + 1, 3) }
}

extension Draft {
    /// A line of the engine's own; its id is the effect key, so that it can be written once only.
    func append(
        engine type: EventType, _ fields: EventFields, at occurred: Instant, recordedAt: Instant,
        by actor: String = EffectKey.engineLogin, as role: Role = .timer
    ) {
        guard let caseNumber = complaint?.caseNumber else { return }
        let key = EffectKey(
            caseNumber: caseNumber,
            clock: ClockKey(fields.text("clock") ?? "CASE", fields.count("generation") ?? 1),
            stage: (fields.text("stage") ?? type.rawValue) + (fields["ahead"] == nil ? "" : ".AHEAD"),
            target: fields.text("target") ?? "")
        append(
            Event(
                sequence: nextSequence, eventID: key.text, type: type, occurredAt: occurred, recordedAt: recordedAt,
                actor: actor, role: role, fields: fields))
    }
}
