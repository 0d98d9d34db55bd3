package import Money
package import WorkingTime

/// A case raised to a higher level, by a person or by a breached clock, until somebody accepts and decides it.
package struct Escalation: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable, Hashable {
        case raised
        case accepted
        case decided
        case handedBack = "handed_back"
        /// What raised it was done before anybody accepted.
        case lapsed

        package var isOpen: Bool { self == .raised || self == .accepted }
    }

    /// Number of its escalate or breach event: how people refer to it.
    package var sequence: Int
    package var reason: EscalationReason
    package var summary: String
    package var state: State
    /// Login of who raised it; `engine` for a breach.
    package var proposer: String
    package var raisedAt: Instant
    /// The remedy asked for, when the reason is authority.
    package var remedy: RemedyType?
    package var amount: Money?
    /// The clock whose timers climb this ladder: the breached one, or its own ESC_ACCEPT.
    package var clock: ClockKey
    /// Lowest level of the people told so far; who accepts must stand there or above.
    package var lowestLevelNotified: Int?
    /// Everybody told so far, oldest first.
    package var notified: [String]
    package var acceptedBy: String?
    package var acceptedAt: Instant?
    package var decision: EscalationDecision?
    package var decidedBy: String?
    package var decidedAs: Role?
    package var decisionSequence: Int?

    /// How far its ladder has climbed.
    package var ladder: LadderPosition
}

/// Where a ladder stands: the next rung and when it is due.
package struct LadderPosition: Hashable, Sendable {
    /// Index of the next step to notify; past the last step the fallback is next.
    package var nextStep: Int
    /// Times the fallback was notified.
    package var fallbacks: Int
    /// When the rung before was really notified; the wait starts here.
    package var lastNoticeAt: Instant
    /// When the next rung is due; nil when the ladder stopped.
    package var nextAt: Instant?
}
