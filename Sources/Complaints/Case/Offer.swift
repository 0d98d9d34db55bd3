package import Money
package import WorkingTime

/// One version of a remedy put to the customer; a new version voids the one before and its consent.
package struct Offer: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable, Hashable {
        case offered
        case accepted
        case executed
        case declined
        case expired
        case replaced
    }

    /// 1, 2, 3 … within the case.
    package var version: Int
    package var remedy: RemedyType
    /// Nil for a remedy that is not money.
    package var amount: Money?
    package var expires: Instant
    package var state: State
    package var proposer: String
    package var offeredAt: Instant
    /// Number of the decision that approved it, when it was beyond the proposer's limit.
    package var approval: Int?
    /// The call or message in which the customer consented to exactly this version.
    package var consent: String?
    package var executionEvidence: String?

    /// True when it counts against limits: consented or carried out.
    package var isGranted: Bool { state == .accepted || state == .executed }
}
