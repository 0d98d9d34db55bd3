package import WorkingTime

/// Why clocks may stand still, which of them, and for how long in all.
package struct PauseReason: Hashable, Sendable {
    /// Names of the clocks it stops: RESOLVE, and FIRST_RESPONSE where a policy says so.
    package var clocks: [String]
    /// Open time per case, all pauses summed.
    package var cap: Budget
    /// The customer must be told.
    package var needsNotice: Bool
    /// Ends at the first inbound contact, whoever notices it later.
    package var endsOnInboundContact: Bool
    /// Lowest role that may pause for this reason; nil = whoever may wait.
    package var approve: Role?

    package init(
        clocks: [String] = [ClockName.resolve], cap: Budget, needsNotice: Bool, endsOnInboundContact: Bool = false,
        approve: Role? = nil
    ) {
        self.clocks = clocks
        self.cap = cap
        self.needsNotice = needsNotice
        self.endsOnInboundContact = endsOnInboundContact
        self.approve = approve
    }
}
