package import Complaints
package import Money

/// What an agent must know of a case before acting on it, beside the case itself.
package struct CaseBrief: Sendable, Hashable {
    /// The most the agent may grant on this case, all offers summed; nil where the currency has no limits.
    package var limit: Money?
    /// Granted on this case so far.
    package var granted: Money?
    /// Goodwill the customer got in twelve months, in all other cases.
    package var goodwill12Months: Money?
    /// Events the case takes from this agent as it stands.
    package var legal: [EventType]
    /// Reasons for which the policy lets a clock stand still.
    package var pauseReasons: [String]
    /// Units a task may be sent to.
    package var units: [String]
    /// Logins a case may be handed to.
    package var logins: [String]

    package init(
        limit: Money?, granted: Money?, goodwill12Months: Money?, legal: [EventType], pauseReasons: [String],
        units: [String], logins: [String]
    ) {
        self.limit = limit
        self.granted = granted
        self.goodwill12Months = goodwill12Months
        self.legal = legal
        self.pauseReasons = pauseReasons
        self.units = units
        self.logins = logins
    }
}
