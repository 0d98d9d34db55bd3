package import Money

/// The most a role may grant on one incident, all offers and merged cases summed.
package struct Authority: Hashable, Sendable {
    /// Minor units by currency and role.
    package var limits: [Currency: [Role: Int64]]
    /// A customer may get this many times the limit in 90 days, all cases summed.
    package var customer90DayMultiple: Int64
    /// Beyond this role's limit two people of it must agree.
    package var twoPeopleAbove: Role
    /// Remedies that need no consent; only restitution may stand here.
    package var consentWaivedFor: Set<RemedyType>

    package init(
        limits: [Currency: [Role: Int64]], customer90DayMultiple: Int64, twoPeopleAbove: Role = .director,
        consentWaivedFor: Set<RemedyType> = []
    ) {
        self.limits = limits
        self.customer90DayMultiple = customer90DayMultiple
        self.twoPeopleAbove = twoPeopleAbove
        self.consentWaivedFor = consentWaivedFor
    }

    /// The highest limit any of these roles gives; nil when the currency or the roles have none.
    package func limit(of roles: Set<Role>, in currency: Currency) -> Int64? {
        limits[currency].flatMap { table in roles.compactMap { table[$0] }.max() }
    }

    /// The lowest role whose limit reaches `minorUnits`; nil when none does.
    package func lowestRole(for minorUnits: Int64, in currency: Currency) -> Role? {
        Role.ranked.first { (limits[currency]?[$0] ?? -1) >= minorUnits }
    }
}
