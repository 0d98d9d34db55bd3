package import WorkingTime

/// What the agent is doing, as the status row says it.
package enum Presence: String, CaseIterable, Sendable, Hashable {
    case ready
    case onCall = "on_call"
    case shortBreak = "break"
    case offline
}

/// How the store is reached.
package enum StoreLink: String, Sendable, Hashable {
    case online
    case offline
}

/// A call that waits to be opened: the reserved row.
package struct IncomingCall: Hashable, Sendable {
    /// The telephone system's id of the call.
    package var id: String
    /// As the telephone system gave it.
    package var number: String
    /// Who has that number; one is a customer, several a choice, none a new number.
    package var callers: [Caller]
    /// When it began to ring.
    package var since: Instant

    package init(id: String, number: String, callers: [Caller], since: Instant) {
        self.id = id
        self.number = number
        self.callers = callers
        self.since = since
    }
}
