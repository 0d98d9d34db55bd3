import WorkingTime

/// Plays a history through the engine: what would have been warned, breached, escalated and refused, and when.
///
/// Before each line all timers due earlier fire, each at its own instant; at the same instant the line comes first.
/// While the engine is down nothing fires; when it is up again it catches up.
package struct Simulation: Sendable {
    private let rules: Rules
    private let zone: ZoneRules
    private var staff: StaffDirectory
    /// The cases in the order they were registered, which is the order of their numbers.
    package private(set) var complaints: [Complaint] = []
    /// Their names in the file, in the same order.
    package private(set) var caseNames: [String] = []
    /// What happened to each case, oldest first.
    private var trails: [[Event]] = []
    private var places: [String: Int] = [:]
    private var placesByNumber: [CaseNumber: Int] = [:]
    /// Every case a customer was ever named on.
    private(set) var placesByCustomer: [Int64: [Int]] = [:]
    private var queue = TimerQueue()
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

    /// What happened to a case, oldest first.
    package func events(of name: String) -> [Event] { places[name].map { trails[$0] } ?? [] }

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
            for place in queue.places() { caughtUp += fire(place, at: line.at) }
            outcomes += caughtUp.inOrderOfTime
        case .tick: if !isDown { outcomes += fireTimers(before: Instant(microseconds: line.at.microseconds + 1)) }
        }
        return outcomes
    }

    // MARK: timers

    private mutating func fireTimers(before limit: Instant) -> [SimulationOutcome] {
        var outcomes: [SimulationOutcome] = []
        while let next = queue.next(), next.fireAt < limit {
            // A timer may lie before what was learned late: it fires when it was learned.
            let fired = fire(next.place, at: max(next.fireAt, complaints[next.place].lastRecordedAt))
            // What does not fire now waits for the case's next change.
            if fired.isEmpty { queue.set(next.place, to: nil) }
            outcomes += fired
        }
        return outcomes
    }

    private mutating func fire(_ place: Int, at now: Instant) -> [SimulationOutcome] {
        switch Complaints.fire(complaints[place], now: now, rules: rules, staff: staff) {
        case .nothing: return []
        case .fired(let acceptance): return keep(acceptance, at: place)
        case .refused(let refusal):
            return [SimulationOutcome(at: now, caseName: caseNames[place], effect: nil, refusal: refusal)]
        }
    }

    private mutating func keep(_ acceptance: Acceptance, at place: Int) -> [SimulationOutcome] {
        if let customer = acceptance.complaint.customer,
            trails[place].isEmpty || complaints[place].customer != customer
        {
            placesByCustomer[customer, default: []].append(place)
        }
        complaints[place] = acceptance.complaint
        trails[place] += acceptance.events
        queue.set(place, to: complaints[place].nextTimer(rules)?.fireAt)
        let name = caseNames[place]
        var outcomes = acceptance.effects.map {
            SimulationOutcome(at: $0.at, caseName: name, effect: $0, refusal: nil)
        }
        for elsewhere in acceptance.elsewhere {
            guard let other = placesByNumber[elsewhere.caseNumber] else { continue }
            outcomes += keep(carry(elsewhere, onto: complaints[other], rules), at: other)
        }
        return outcomes
    }

    private mutating func add(_ acceptance: Acceptance, as name: String) -> [SimulationOutcome] {
        let place = complaints.count
        places[name] = place
        placesByNumber[acceptance.complaint.caseNumber] = place
        caseNames.append(name)
        complaints.append(acceptance.complaint)
        trails.append([])
        return keep(acceptance, at: place)
    }

    /// The case of this name; nil before its registration.
    private func complaint(_ name: String) -> Complaint? { places[name].map { complaints[$0] } }

    // MARK: events

    private mutating func act(
        _ name: String, _ event: String, actor: String, role: Role, _ fields: [String: String], id: String,
        version: Int?, at now: Instant
    ) -> [SimulationOutcome] {
        let place = places[name]
        let known = place.map { complaints[$0] }
        func refused(_ refusal: Refusal) -> [SimulationOutcome] {
            var refusal = refusal
            refusal.legal = known?.legal ?? []
            refusal.state = known?.state
            return [SimulationOutcome(at: now, caseName: name, effect: nil, refusal: refusal)]
        }
        if known == nil, event != EventType.register.rawValue { return refused(Refusal(.unknownCase)) }
        if known?.knownEvents[id] != nil { return [] }
        if let seen = version, let known = known?.version, seen != known {
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
        switch decide(known, command, context(for: name, known, type, values, at: now)) {
        case .accepted(let acceptance):
            return place.map { keep(acceptance, at: $0) } ?? add(acceptance, as: name)
        case .replay: return []
        case .refused(let refusal): return refused(refusal)
        }
    }

    private func context(
        for name: String, _ known: Complaint?, _ type: EventType, _ fields: EventFields, at now: Instant
    ) -> DecisionContext {
        let other = fields.text("into") ?? known?.mergedInto
        let grants: Set<EventType> = [.offerRemedy, .resolveNow, .escalate, .decideEscalation]
        let customer = CustomerFacts(
            granted90Days: grants.contains(type) ? granted90Days(known, fields, at: now) : nil)
        return DecisionContext(
            rules: rules, staff: staff, customer: customer,
            newCaseNumber: known == nil ? newNumber(for: name, at: now) : nil, other: other.flatMap { complaint($0) })
    }

    /// The number its name says, else the next of the year.
    private func newNumber(for name: String, at now: Instant) -> CaseNumber {
        CaseNumber(text: name) ?? CaseNumber(year: zone.localDate(at: now).year, sequence: caseNames.count + 1)
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
