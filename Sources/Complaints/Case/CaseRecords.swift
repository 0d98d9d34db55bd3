package import Money
package import WorkingTime

/// A try to reach the customer after the complaint was resolved.
package struct FollowUpAttempt: Hashable, Sendable {
    package var at: Instant
    package var reached: Bool
    package var satisfied: Satisfaction?
    package var score: Int?
    package var words: String?
    package var by: String
}

/// The same grievance at an authority or ombudsman.
package struct ExternalCase: Hashable, Sendable {
    package var body: String
    package var reference: String
    package var due: Instant?
    package var notifiedAt: Instant
    package var answeredAt: Instant?
}

/// This case belongs together with another case or a problem record.
package struct CaseLink: Hashable, Sendable {
    package var to: String
    package var relation: LinkRelation

    package init(to: String, relation: LinkRelation) {
        self.to = to
        self.relation = relation
    }
}

/// Half-open interval in which pausable clocks stand still.
package struct CasePause: Hashable, Sendable {
    /// One of the policy's pause reasons.
    package var reason: String
    package var awaiting: String
    package var from: Instant
    /// Nil while it lasts.
    package var until: Instant?
    /// When the answer is expected.
    package var expected: Instant
    /// Names of the clocks that stand still.
    package var clocks: [String]
}

/// An offer of ownership that the named person has not answered yet.
package struct PendingTransfer: Hashable, Sendable {
    package var to: String
    package var from: String
    package var offeredBy: String
    package var offeredAt: Instant
}

/// What came in from a case merged into this one.
package struct AbsorbedCase: Hashable, Sendable {
    package var caseNumber: String
    /// Remedies granted there: they count against this case's limits.
    package var granted: Money?
    /// What was given back there of money taken wrongly: two people look at it together with what this case gives back.
    package var restituted: Money?
    /// Outside references that still need an answer of their own.
    package var references: [String]
}

/// A line said to be wrong, and what is right; both stay visible.
package struct Correction: Hashable, Sendable {
    package var of: Int
    package var by: Int
    package var text: String
}
