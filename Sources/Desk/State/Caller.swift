package import Customers
package import Dossier
package import Valuation

/// What the desk remembers of a customer it does not hold open: the caller, a recent customer.
package struct Caller: Hashable, Sendable {
    package var customer: CustomerID
    package var name: String?
    package var tier: Tier
    package var plate: String?
    package var phone: String?

    package init(customer: CustomerID, name: String?, tier: Tier, plate: String? = nil, phone: String? = nil) {
        self.customer = customer
        self.name = name
        self.tier = tier
        self.plate = plate
        self.phone = phone
    }

    package init(_ match: LookupMatch) {
        self.init(
            customer: match.customer, name: match.name, tier: match.tier, plate: match.plates.first,
            phone: match.phones.first)
    }

    package init(_ card: CustomerCard) {
        self.init(
            customer: card.customer.id, name: card.customer.name, tier: card.tier.tier,
            plate: card.customer.plates.first?.display,
            phone: (card.customer.phones.first(where: \.isPrimary) ?? card.customer.phones.first).map {
                $0.e164 ?? $0.raw
            })
    }
}
