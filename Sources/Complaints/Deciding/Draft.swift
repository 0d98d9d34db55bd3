import WorkingTime

/// The events of one decision as they grow: each is folded in at once, so that the next sees its consequences.
///
/// A reference, because it holds the whole case and is handed to whoever adds a line; it never leaves the decision.
final class Draft {
    private(set) var complaint: Complaint?
    private(set) var events: [Event] = []
    private let rules: Rules
    /// What each event changed, dated by it; for timers only.
    private var effects: [CaseEffect] = []
    private let datesEachEvent: Bool

    /// - Parameter datesEachEvent: timers happen at instants of their own, a command's events at that of the command.
    init(_ complaint: Complaint?, _ rules: Rules, datesEachEvent: Bool = false) {
        self.complaint = complaint
        self.rules = rules
        self.datesEachEvent = datesEachEvent
    }

    /// The command's own event.
    func append(_ command: Command, role: Role, fields: EventFields) {
        append(
            Event(
                sequence: nextSequence, eventID: command.eventID, type: command.type, occurredAt: command.occurredAt,
                recordedAt: command.recordedAt, actor: command.actor, role: role, fields: fields))
    }

    /// A further event the command brings with it; its id derives from the command's.
    func append(_ type: EventType, after command: Command, role: Role, fields: EventFields) {
        append(
            Event(
                sequence: nextSequence, eventID: "\(command.eventID)/\(events.count)", type: type,
                occurredAt: command.occurredAt, recordedAt: command.recordedAt, actor: command.actor, role: role,
                fields: fields))
    }

    func append(_ event: Event) {
        let before = datesEachEvent ? complaint : nil
        evolve(&complaint, event, rules)
        events.append(event)
        if datesEachEvent, let complaint {
            effects += CaseEffect.between(before, complaint, events: [event], at: event.occurredAt)
        }
    }

    var nextSequence: Int { (complaint?.version ?? 0) + 1 }

    /// The whole outcome: the events, the case after them, and what became different since `before`.
    func acceptance(
        since before: Complaint?, adding effects: [CaseEffect] = [], elsewhere: [ElsewhereEvent] = []
    ) -> Acceptance {
        guard let complaint, let first = events.first else {
            preconditionFailure("A decision is made of at least one event, and the first of a case registers it.")
        }
        return Acceptance(
            events: events, complaint: complaint,
            effects: CaseEffect.between(before, complaint, events: events, at: first.occurredAt) + effects,
            elsewhere: elsewhere)
    }

    /// The outcome of timers: what each one changed is dated by it.
    func firing() -> Acceptance {
        guard let complaint, datesEachEvent else { preconditionFailure("Timers belong to a case and date each event.") }
        return Acceptance(events: events, complaint: complaint, effects: effects)
    }
}

/// What a line that another case's command brought does to this one: it must be kept in the same transaction.
package func carry(_ line: ElsewhereEvent, onto complaint: Complaint, _ rules: Rules) -> Acceptance {
    let draft = Draft(complaint, rules)
    draft.append(line.event)
    return draft.acceptance(since: complaint)
}
