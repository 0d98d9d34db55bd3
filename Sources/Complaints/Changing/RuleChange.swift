package import WorkingTime

/// Two people's decision that open cases move to another version of their policy.
package struct RuleChange: Hashable, Sendable {
    /// UUID made by the caller; each case's line derives its id from it.
    package var id: String
    package var proposedBy: String
    package var approvedBy: String
    package var reason: String
    /// Now.
    package var at: Instant

    package init(id: String, proposedBy: String, approvedBy: String, reason: String, at: Instant) {
        self.id = id
        self.proposedBy = proposedBy
        self.approvedBy = approvedBy
        self.reason = reason
        self.at = at
    }
}

/// What moving one open case to another version of its policy would do to its clocks; shown for every case first.
package struct MigrationForesight: Hashable, Sendable {
    package struct Move: Hashable, Sendable {
        package var clock: ClockKey
        package var budgetBefore: String
        package var budgetAfter: String
        package var before: Instant?
        package var after: Instant?
        /// A due time may not move later without an approved extension.
        package var isRefused: Bool

        package init(
            clock: ClockKey, budgetBefore: String, budgetAfter: String, before: Instant? = nil, after: Instant? = nil,
            isRefused: Bool
        ) {
            self.clock = clock
            self.budgetBefore = budgetBefore
            self.budgetAfter = budgetAfter
            self.before = before
            self.after = after
            self.isRefused = isRefused
        }
    }

    /// Open clocks only, in their order; those that do not move too.
    package var moves: [Move]
    /// Why the case cannot move; nil when it may.
    package var refusal: Refusal?

    package init(moves: [Move], refusal: Refusal? = nil) {
        self.moves = moves
        self.refusal = refusal
    }
}
