/// What is known about one customer when the tiers are computed.
package struct ValueFacts: Sendable, Equatable {
    /// The customer's number; ties in contribution are ordered by it.
    package var customer: Int64
    /// Nil without purchases and without imported totals: the customer is not ranked.
    package var contribution: Contribution?
    /// Days since the first contact of any kind; nil when unknown.
    package var firstContactDaysAgo: Int?
    /// Days with a positive net amount, ever: a purchase cancelled the same day is none.
    package var purchaseDays: Int
    /// The best tier the credit grade allows; nil for no cap.
    package var creditCap: Tier?
    /// What the last computation left; nil for a customer never classed.
    package var previous: ABCMemory?

    package init(
        customer: Int64, contribution: Contribution?, firstContactDaysAgo: Int? = nil, purchaseDays: Int = 0,
        creditCap: Tier? = nil, previous: ABCMemory? = nil
    ) {
        self.customer = customer
        self.contribution = contribution
        self.firstContactDaysAgo = firstContactDaysAgo
        self.purchaseDays = purchaseDays
        self.creditCap = creditCap
        self.previous = previous
    }
}

/// What is kept of a customer's class between two computations, so that it does not flap at a cut.
package struct ABCMemory: Sendable, Equatable {
    package var abc: ABCClass
    /// The class the last ranking gave but hysteresis held back; taken when the next ranking gives it again.
    package var heldBack: ABCClass?

    package init(abc: ABCClass, heldBack: ABCClass? = nil) {
        self.abc = abc
        self.heldBack = heldBack
    }
}

/// One customer's outcome: the colour, why, and what to keep for the next time.
package struct ValueStanding: Sendable, Equatable {
    package var customer: Int64
    package var tier: Tier
    package var reason: TierReason
    /// Nil for a customer who is not ranked.
    package var memory: ABCMemory?

    package init(customer: Int64, tier: Tier, reason: TierReason, memory: ABCMemory?) {
        self.customer = customer
        self.tier = tier
        self.reason = reason
        self.memory = memory
    }
}
