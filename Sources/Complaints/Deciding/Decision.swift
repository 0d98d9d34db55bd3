/// What became of a command.
package enum Decision: Hashable, Sendable {
    /// It happens: append the events, keep the complaint, send out the effects, all in one transaction.
    case accepted(Acceptance)
    /// It happened already: the number of the event this id was first given to.
    case replay(sequence: Int)
    /// It does not happen; nothing changes but the audit trail.
    case refused(Refusal)
}

/// The consequences of an accepted command or a fired timer.
package struct Acceptance: Hashable, Sendable {
    /// New lines of this case's trail, in order; the first is the command's own.
    package var events: [Event]
    /// The case after them.
    package var complaint: Complaint
    package var effects: [CaseEffect]
    /// Lines that must be appended to other cases in the same transaction (merging).
    package var elsewhere: [ElsewhereEvent]

    package init(
        events: [Event], complaint: Complaint, effects: [CaseEffect], elsewhere: [ElsewhereEvent] = []
    ) {
        self.events = events
        self.complaint = complaint
        self.effects = effects
        self.elsewhere = elsewhere
    }
}

/// A line for another case's trail.
package struct ElsewhereEvent: Hashable, Sendable {
    package var caseNumber: CaseNumber
    package var event: Event

    package init(caseNumber: CaseNumber, event: Event) {
        self.caseNumber = caseNumber
        self.event = event
    }
}
