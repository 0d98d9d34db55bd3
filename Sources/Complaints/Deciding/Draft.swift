import WorkingTime

/// The events of one decision as they grow: each is folded in at once, so that the next sees its consequences.
struct Draft {
    private(set) var complaint: Complaint?
    private(set) var events: [Event] = []
    private let before: Complaint?
    private let rules: Rules

    init(_ complaint: Complaint?, _ rules: Rules) {
        self.complaint = complaint
        before = complaint
        self.rules = rules
    }

    /// The command's own event.
    mutating func append(_ command: Command, role: Role, fields: EventFields) {
        append(
            Event(
                sequence: nextSequence, eventID: command.eventID, type: command.type, occurredAt: command.occurredAt,
                recordedAt: command.recordedAt, actor: command.actor, role: role, fields: fields))
    }

    /// A further event the command brings with it; its id derives from the command's.
    mutating func append(_ type: EventType, after command: Command, role: Role, fields: EventFields) {
        append(
            Event(
                sequence: nextSequence, eventID: "\(command.eventID)/\(events.count)", type: type,
                occurredAt: command.occurredAt, recordedAt: command.recordedAt, actor: command.actor, role: role,
                fields: fields))
    }

    mutating func append(_ event: Event) {
        evolve(&complaint, event, rules)
        events.append(event)
    }

    var nextSequence: Int { (complaint?.version ?? 0) + 1 }

    /// The whole outcome; `at` dates what changed.
    func acceptance(adding effects: [CaseEffect] = [], elsewhere: [ElsewhereEvent] = []) -> Acceptance {
        guard let complaint, let first = events.first else {
            preconditionFailure("A decision is made of at least one event, and the first of a case registers it.")
        }
        return Acceptance(
            events: events, complaint: complaint,
            effects: CaseEffect.between(before, complaint, events: events, at: first.occurredAt) + effects,
            elsewhere: elsewhere)
    }
}
