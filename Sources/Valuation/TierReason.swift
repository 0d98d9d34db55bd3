/// Why a customer has the tier they have: the facts, for one line an agent can read out.
///
/// The sentence in three languages is the wording catalogue's; this is what it is made of.
package struct TierReason: Sendable, Equatable {
    package enum Rule: String, Sendable {
        /// Among the customers that bring the first 80 % of contribution.
        case classA = "class_a"
        case classB = "class_b"
        case classC = "class_c"
        /// Contribution of zero or less.
        case loss
        /// First contact under 90 days ago and fewer than two purchase days.
        case newCustomer = "new_customer"
        /// No purchase history at all.
        case noHistory = "no_history"
        /// Fewer than 20 customers: class computed, rank shown, no tier.
        case fewCustomers = "few_customers"
        /// Credit grade D caps the tier at yellow.
        case creditCap = "credit_cap"
        /// Set by a person.
        case override
    }
    package var rule: Rule
    package var abc: ABCClass?
    /// Position by contribution, 1 = highest; nil when not ranked.
    package var rank: Int?
    /// Customers ranked.
    package var rankedCustomers: Int?
    /// How many customers are in the same or a better class: "among the N customers that bring 80 %".
    package var customersToHere: Int?
    /// True when a margin was assumed or totals came without dates.
    package var isEstimated: Bool

    package init(
        rule: Rule, abc: ABCClass? = nil, rank: Int? = nil, rankedCustomers: Int? = nil, customersToHere: Int? = nil,
        isEstimated: Bool = false
    ) {
        self.rule = rule
        self.abc = abc
        self.rank = rank
        self.rankedCustomers = rankedCustomers
        self.customersToHere = customersToHere
        self.isEstimated = isEstimated
    }
}
