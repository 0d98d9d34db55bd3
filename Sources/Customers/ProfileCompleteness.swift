/// How much of a customer's profile is known, and what an agent should ask for next.
package struct ProfileCompleteness: Hashable, Sendable {
    /// What is asked for, a little at each visit: the plate is seen before a word is said, the name comes when they
    /// come again, the number when they trust us; the rest after that.
    package enum Field: String, CaseIterable, Sendable {
        case plate
        case name
        case phone
        case region
        case contactPreference = "contact_preference"
        case consent
        case address
        case preferences
        case birthYear = "birth_year"
    }

    /// 0 to 100, rounded down.
    package var percent: Int
    /// Nil when everything is known.
    package var askNext: Field?

    package init(of customer: Customer) {
        let asked = Field.allCases.filter { $0 != .birthYear || customer.kind == .person }
        let missing = asked.filter { !Self.isKnown($0, of: customer) }
        percent = (asked.count - missing.count) * 100 / asked.count
        askNext = missing.first
    }

    private static func isKnown(_ field: Field, of customer: Customer) -> Bool {
        switch field {
        case .name: customer.name != nil
        case .phone: !customer.phones.isEmpty
        case .region: customer.region != nil
        case .plate: !customer.plates.isEmpty
        case .address: customer.address != nil
        case .contactPreference: customer.contactPreference != nil
        case .consent: !customer.consents.isEmpty
        case .preferences: customer.preferences != nil
        case .birthYear: customer.birthYear != nil
        }
    }
}
