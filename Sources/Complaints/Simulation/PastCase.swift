package import WorkingTime

/// A case's own past, played again under another policy.
///
/// The people's commands are asked for anew, each at its own instant; timers fire between them as that policy wants.
package struct PastCase {
    /// One command that this policy would have refused.
    package struct Refused: Hashable, Sendable {
        /// Number of the event in the recorded trail.
        package var sequence: Int
        package var event: EventType
        package var code: RefusalCode
    }

    private let recorded: [Event]
    private let rules: Rules
    private let staff: StaffDirectory
    private let other: (CaseNumber) -> Complaint?

    /// The case as it would stand; nil when not even its registration is accepted.
    package private(set) var complaint: Complaint?
    package private(set) var effects: [CaseEffect] = []
    package private(set) var refused: [Refused] = []

    /// Plays `recorded` up to `end`.
    ///
    /// - Parameters:
    ///   - staff: should know everybody, for people leave.
    ///   - other: a case named by a merge or link, as it was recorded.
    package init(
        _ recorded: [Event], under rules: Rules, staff: StaffDirectory, until end: Instant,
        other: @escaping (CaseNumber) -> Complaint?
    ) {
        self.recorded = recorded
        self.rules = rules
        self.staff = staff
        self.other = other
        for event in recorded where event.isCommanded {
            fireTimers(before: event.recordedAt)
            ask(event)
        }
        fireTimers(before: end)
    }

    /// Timers one case may fire between two commands; a ladder's fallback repeats for ever.
    private static let firingsMax = 10_000

    private mutating func fireTimers(before limit: Instant) {
        for _ in 0..<Self.firingsMax {
            guard let complaint, let timer = complaint.nextTimer(rules), timer.fireAt < limit else { return }
            let at = max(timer.fireAt, complaint.lastRecordedAt)
            guard case .fired(let acceptance) = fire(complaint, now: at, rules: rules, staff: staff) else { return }
            keep(acceptance)
        }
    }

    private mutating func ask(_ event: Event) {
        let command = Command(
            eventID: event.eventID, type: event.type, fields: event.asked, actor: event.actor, roles: [event.role],
            occurredAt: event.occurredAt, recordedAt: event.recordedAt)
        switch decide(complaint, command, context(event)) {
        case .accepted(let acceptance): keep(acceptance)
        case .replay: break
        case .refused(let refusal):
            refused.append(Refused(sequence: event.sequence, event: event.type, code: refusal.code))
        }
    }

    private func context(_ event: Event) -> DecisionContext {
        let first = recorded.first?.fields ?? [:]
        let named = event.fields.text("into") ?? event.fields.text("to")
        return DecisionContext(
            rules: rules, staff: staff,
            customer: CustomerFacts(
                jurisdiction: first.text("jurisdiction"), band: first.word("band") ?? .standard,
                isVulnerable: first.text("vulnerable") == "yes"),
            newCaseNumber: first.text("case").flatMap { CaseNumber(text: $0) },
            other: named.flatMap { CaseNumber(text: $0) }.flatMap(other))
    }

    private mutating func keep(_ acceptance: Acceptance) {
        complaint = acceptance.complaint
        effects += acceptance.effects
    }
}

extension Event {
    /// False for the engine's own lines, and for those a command brought with it: they come again by themselves.
    fileprivate var isCommanded: Bool { !type.isEngineOnly && role != .timer && !eventID.contains("/") }

    /// What was asked for, without what the engine pinned beside it.
    fileprivate var asked: EventFields {
        fields.filter { EventSchema.field($0.key, of: type) != nil }
    }
}
