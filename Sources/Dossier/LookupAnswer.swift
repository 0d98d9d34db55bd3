package import Customers
package import Valuation
package import WorkingTime

/// What the look-up field took the typed text for.
package enum LookupKind: String, Sendable {
    case phone
    case plate
    case name
    case customer
    case `case`
}

/// Which key of a customer met the typed text, best first.
package enum LookupMatchKind: String, Sendable {
    case phone
    case phonePart = "phone_part"
    case plate
    case platePart = "plate_part"
    case name
    case pinyin
    case initials
    case customer
    case `case`
}

/// The answer to one look-up: candidates in rank order.
package struct LookupAnswer: Sendable, Equatable {
    package var query: String
    package var kind: LookupKind
    package var matches: [LookupMatch]
    /// True when there are more than were returned or ranked; the screen says so.
    package var isTruncated: Bool

    package init(query: String, kind: LookupKind, matches: [LookupMatch], isTruncated: Bool) {
        self.query = query
        self.kind = kind
        self.matches = matches
        self.isTruncated = isTruncated
    }
}

/// One candidate: enough to tell two people apart.
package struct LookupMatch: Sendable, Equatable {
    package var customer: CustomerID
    package var name: String?
    /// All numbers, primary first: E.164 where known, else as typed.
    package var phones: [String]
    package var plates: [String]
    package var region: Region?
    package var tier: Tier
    package var matched: LookupMatchKind
    package var openComplaints: Int
    /// The responsible agent's login.
    package var owner: String?
    package var lastContact: Instant?

    package init(
        customer: CustomerID, name: String?, phones: [String], plates: [String], region: Region?, tier: Tier,
        matched: LookupMatchKind, openComplaints: Int, owner: String?, lastContact: Instant?
    ) {
        self.customer = customer
        self.name = name
        self.phones = phones
        self.plates = plates
        self.region = region
        self.tier = tier
        self.matched = matched
        self.openComplaints = openComplaints
        self.owner = owner
        self.lastContact = lastContact
    }
}
