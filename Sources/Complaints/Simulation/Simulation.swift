import WorkingTime

/// Plays a history through the engine: what would have been warned, breached, escalated and refused, and when.
///
/// Before each line all timers due earlier fire, each at its own instant; at the same instant the line comes first.
/// While the engine is down nothing fires; when it is up again it catches up.
package struct Simulation: Sendable {
    private let rules: Rules
    private let zone: ZoneRules
    private var staff: StaffDirectory
    private var cases: [String: Complaint] = [:]
    private var events: [String: [Event]] = [:]
    /// Case names in the order they were registered, which is the order of their numbers.
    package private(set) var caseNames: [String] = []
    private var customers: [String: Int64] = [:]
    private var isDown = false
    private var last: Instant?
    private var lines = 0

    /// Customers that are named, not numbered, get numbers from here on.
    private static let namedCustomersFirst: Int64 = 900_000_001

    /// Unless a line says otherwise, one person per role is on duty whose login is the role's name.
    package init(rules: Rules) {
        self.rules = rules
        zone = rules.calendar(rules.policy.calendars.standard).zone
        staff = StaffDirectory(
            people: [Role.supervisor, .manager, .director, .compliance].map {
                StaffDirectory.Person(login: $0.rawValue, roles: [$0])
            }, knowsEverybody: true)
    }

    /// The cases as the history left them, in the order of their registration.
    package var complaints: [Complaint] { caseNames.compactMap { cases[$0] } }

    /// What happened to a case, oldest first.
    package func events(of name: String) -> [Event] { events[name] ?? [] }

    /// Plays one line; what happened before it and by it, in order.
    package mutating func play(_ line: SimulationLine) -> [SimulationOutcome] {
        if let last, line.at.seconds < last.seconds - TimerLimits.backwardSecondsMax {
            return [SimulationOutcome(at: line.at, caseName: nil, effect: nil, refusal: Refusal(.clockBackward))]
        }
        last = max(last ?? line.at, line.at)
        lines += 1
        var outcomes = isDown ? [] : fireTimers(before: line.at)
        switch line.kind {
        case .event(let name, let event, let actor, let role, let fields, let id, let version):
            outcomes += act(
                name, event, actor: actor, role: role, fields, id: id ?? "line-\(lines)", version: version, at: line.at)
        case .duty(let lists): staff.duty.merge(lists) { $1 }
        case .engineDown: isDown = true
        case .engineUp:
            isDown = false
            var caughtUp: [SimulationOutcome] = []
            for name in namesByNextTimer { caughtUp += fire(name, at: line.at) }
            outcomes += caughtUp.inOrderOfTime
        case .tick: if !isDown { outcomes += fireTimers(before: Instant(microseconds: line.at.microseconds + 1)) }
        }
        return outcomes
    }

    // MARK: timers

    /// The case whose timer is next, by time and then by order of registration.
    private var namesByNextTimer: [String] {
        caseNames.enumerated().compactMap { offset, name in
            cases[name]?.nextTimer(rules).map { (name, $0.fireAt, offset) }
        }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }

    private mutating func fireTimers(before limit: Instant) -> [SimulationOutcome] {
        var outcomes: [SimulationOutcome] = []
        while let name = namesByNextTimer.first, let complaint = cases[name],
            let timer = complaint.nextTimer(rules), timer.fireAt < limit
        {
            // A timer may lie before what was learned late: it fires when it was learned.
            let fired = fire(name, at: max(timer.fireAt, complaint.lastRecordedAt))
            if fired.isEmpty { break }
            outcomes += fired
        }
        return outcomes
    }

    private mutating func fire(_ name: String, at now: Instant) -> [SimulationOutcome] {
        guard let complaint = cases[name] else { return [] }
        switch Complaints.fire(complaint, now: now, rules: rules, staff: staff) {
        case .nothing: return []
        case .fired(let acceptance): return keep(acceptance, as: name)
        case .refused(let refusal):
            return [SimulationOutcome(at: now, caseName: name, effect: nil, refusal: refusal)]
        }
    }

    private mutating func keep(_ acceptance: Acceptance, as name: String) -> [SimulationOutcome] {
        cases[name] = acceptance.complaint
        events[name, default: []] += acceptance.events
        var outcomes = acceptance.effects.map {
            SimulationOutcome(at: $0.at, caseName: name, effect: $0, refusal: nil)
        }
        for elsewhere in acceptance.elsewhere {
            guard let other = caseNames.first(where: { cases[$0]?.caseNumber == elsewhere.caseNumber }),
                let complaint = cases[other]
            else { continue }
            outcomes += keep(carry(elsewhere, onto: complaint, rules), as: other)
        }
        return outcomes
    }

    // MARK: events

    private mutating func act(
        _ name: String, _ event: String, actor: String, role: Role, _ fields: [String: String], id: String,
        version: Int?, at now: Instant
    ) -> [SimulationOutcome] {
        func refused(_ refusal: Refusal) -> [SimulationOutcome] {
            var refusal = refusal
            refusal.legal = cases[name]?.legal ?? []
            refusal.state = cases[name]?.state
            return [SimulationOutcome(at: now, caseName: name, effect: nil, refusal: refusal)]
        }
        if cases[name] == nil, event != EventType.register.rawValue { return refused(Refusal(.unknownCase)) }
        if cases[name]?.knownEvents[id] != nil { return [] }
        if let seen = version, let known = cases[name]?.version, seen != known {
            return refused(Refusal(.staleVersion, version: known))
        }
        guard let type = EventType(rawValue: event), !type.isEngineOnly else { return refused(Refusal(.unknownEvent)) }
        var texts = fields
        if let customer = texts["customer"] { texts["customer"] = number(ofCustomer: customer) }
        let values: EventFields
        switch FieldParser.parse(texts, for: type, zone: zone) {
        case .failure(let refusal): return refused(refusal)
        case .success(let parsed): values = parsed
        }
        let command = Command(
            eventID: id, type: type, fields: values, actor: actor, roles: [role], occurredAt: now, recordedAt: now,
            expectedVersion: version)
        switch decide(cases[name], command, context(for: name, values, at: now)) {
        case .accepted(let acceptance):
            if cases[name] == nil { caseNames.append(name) }
            return keep(acceptance, as: name)
        case .replay: return []
        case .refused(let refusal): return refused(refusal)
        }
    }

    private func context(for name: String, _ fields: EventFields, at now: Instant) -> DecisionContext {
        let number =
            CaseNumber(text: name)
            ?? CaseNumber(year: zone.localDate(at: now).year, sequence: caseNames.count + 1)
        let other = fields.text("into") ?? cases[name]?.mergedInto
        return DecisionContext(
            rules: rules, staff: staff, newCaseNumber: number, other: other.flatMap { cases[$0] })
    }

    /// A history may name its customers: `alice` gets a number of her own.
    private mutating func number(ofCustomer text: String) -> String {
        if FieldParser.value(of: text, as: .customer, zone: zone) != nil { return text }
        let number = customers[text] ?? Self.namedCustomersFirst + Int64(customers.count)
        customers[text] = number
        return String(number)
    }
}

extension [SimulationOutcome] {
    /// By time, and at one time as they came.
    fileprivate var inOrderOfTime: [SimulationOutcome] {
        enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
