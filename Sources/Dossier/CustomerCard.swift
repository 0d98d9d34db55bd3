package import Complaints
package import Customers
package import Money
package import Valuation
package import WorkingTime

/// One customer whole: everything the customer screen shows, read in one go.
package struct CustomerCard: Sendable, Equatable {
    package var customer: Customer
    package var tier: TierCard
    package var value: ValueCard
    /// Open complaints, folded from their events, overdue first, then by due time.
    package var complaints: [Complaint]
    /// Newest first, at most the limit asked for.
    package var timeline: [TimelineEntry]
    /// How many timeline entries there are in all.
    package var timelineCount: Int
    package var followUps: [FollowUp]
    package var holdings: [Holding]
    package var customerSince: Instant?
    package var lastContact: Instant?

    package init(customer: Customer, tier: TierCard, value: ValueCard) {
        self.customer = customer
        self.tier = tier
        self.value = value
        self.complaints = []
        self.timeline = []
        self.timelineCount = 0
        self.followUps = []
        self.holdings = []
    }
}

/// The tier on the card, with what it was computed from.
package struct TierCard: Sendable, Equatable {
    package var tier: Tier
    package var reason: TierReason
    /// When the customer entered this tier.
    package var since: Instant?
    /// Set by hand with a reason and an end; wins over the computed tier until then.
    package var override: TierOverride?

    package init(tier: Tier, reason: TierReason, since: Instant? = nil, override: TierOverride? = nil) {
        self.tier = tier
        self.reason = reason
        self.since = since
        self.override = override
    }
}

/// A tier set by a person.
package struct TierOverride: Sendable, Equatable {
    package var tier: Tier
    package var reason: String
    package var until: Instant
    package var by: String

    package init(tier: Tier, reason: String, until: Instant, by: String) {
        self.tier = tier
        self.reason = reason
        self.until = until
        self.by = by
    }
}

/// What the customer is worth, in figures.
package struct ValueCard: Sendable, Equatable {
    /// Contribution of the last twelve months; nil without dated purchases.
    package var contribution12Months: Money?
    package var orders12Months: Int
    package var recencyDays: Int?

    package init(contribution12Months: Money? = nil, orders12Months: Int = 0, recencyDays: Int? = nil) {
        self.contribution12Months = contribution12Months
        self.orders12Months = orders12Months
        self.recencyDays = recencyDays
    }
}

/// One line of a customer's history.
package struct TimelineEntry: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case call
        case message
        case visit
        case note
        case purchase
        case purchaseReturn = "return"
        case complaint
        case other
    }
    package var at: Instant
    package var kind: Kind
    package var text: String
    /// The amount of a purchase or return.
    package var amount: Money?
    /// Login of who did it; nil for the customer or an import.
    package var by: String?
    /// The case number, invoice or call id it belongs to.
    package var reference: String?
    /// The code the agent closed the call with.
    package var wrapUpCode: String?
    /// True for a note its author took back; it stays to be seen.
    package var isWithdrawn = false

    package init(
        at: Instant, kind: Kind, text: String, amount: Money? = nil, by: String? = nil, reference: String? = nil,
        wrapUpCode: String? = nil
    ) {
        self.at = at
        self.wrapUpCode = wrapUpCode
        self.kind = kind
        self.text = text
        self.amount = amount
        self.by = by
        self.reference = reference
    }
}

/// A promised or due call-back.
package struct FollowUp: Sendable, Equatable {
    package var due: Instant
    package var text: String
    package var owner: String
    package var caseNumber: CaseNumber?
    /// The number to call; nil for the customer's own.
    package var phone: String?
    /// Anybody of this team may make it; nil for the owner alone.
    package var team: String?
    /// Times it was tried without reaching the customer.
    package var tries = 0
    /// Its number in the store; 0 before it is kept.
    package var number: Int64 = 0

    package init(due: Instant, text: String, owner: String, caseNumber: CaseNumber? = nil) {
        self.due = due
        self.text = text
        self.owner = owner
        self.caseNumber = caseNumber
    }
}

/// A product the customer holds: a contract, a card, a warranty.
package struct Holding: Sendable, Equatable {
    package var product: String
    package var reference: String?
    package var since: Instant?
    package var until: Instant?

    package init(product: String, reference: String? = nil, since: Instant? = nil, until: Instant? = nil) {
        self.product = product
        self.reference = reference
        self.since = since
        self.until = until
    }
}
