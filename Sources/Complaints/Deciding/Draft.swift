import WorkingTime

/// The events of one decision as they grow: each is folded in at once, so that the next sees its consequences.
struct Draft {
    private(set) var complaint: Complaint?
    private(set) var events: [Event] = []
    private let before: Complaint?
    /// The case before each event.
    private var stages: [Complaint?] = []
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
        stages.append(complaint)
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

    /// The outcome of timers, which happen at instants of their own: what each one changed is dated by it.
    func firing() -> Acceptance {
        guard let complaint else { preconditionFailure("Timers belong to a case.") }
        var effects: [CaseEffect] = []
        for (index, event) in events.enumerated() {
            let after = index + 1 < stages.count ? stages[index + 1] ?? complaint : complaint
            effects += CaseEffect.between(stages[index], after, events: [event], at: event.occurredAt)
        }
        return Acceptance(events: events, complaint: complaint, effects: effects)
    }
}

/// What a line that another case's command brought does to this one: it must be kept in the same transaction.
package func carry(_ line: ElsewhereEvent, onto complaint: Complaint, _ rules: Rules) -> Acceptance {
    var draft = Draft(complaint, rules)
    draft.append(line.event)
    return draft.acceptance()
}
