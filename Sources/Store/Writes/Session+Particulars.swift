import Customers
import WorkingTime

/// What is known of few customers: written by a statement of its own, so that the others cost nothing.
struct Particulars: Equatable {
    var birthDate: String?
    var idNumber: String?
    var parts: AddressParts
    var taboos: String?
    var contactPreference: String?

    init(_ customer: Customer) {
        birthDate = customer.birthDate
        idNumber = customer.idNumber
        parts = customer.addressParts
        taboos = customer.taboos
        contactPreference = customer.contactPreference
    }

    var isEmpty: Bool {
        birthDate == nil && idNumber == nil && parts == AddressParts() && taboos == nil && contactPreference == nil
    }
}

extension Session {
    /// Writes the particulars into the customer's row, which must be there.
    func writeParticulars(of customer: Customer, isNew: Bool = false) throws(StoreError) {
        let particulars = Particulars(customer)
        if isNew, particulars.isEmpty { return }
        let update = try statement(
            """
            UPDATE customers SET birth_date = $1, id_number = $2, id_number_key = $3, house_number = $4,
                address_extra = $5, locality = $6, postcode = $7, province = $8, taboos = $9, contact_preference = $10
            WHERE id = $11
            """)
        update.bind(particulars.birthDate, at: 1)
        update.bind(particulars.idNumber, at: 2)
        update.bind(particulars.idNumber.flatMap(IDNumber.key), at: 3)
        update.bind(particulars.parts.houseNumber, at: 4)
        update.bind(particulars.parts.extra, at: 5)
        update.bind(particulars.parts.locality, at: 6)
        update.bind(particulars.parts.postcode, at: 7)
        update.bind(particulars.parts.province, at: 8)
        update.bind(particulars.taboos, at: 9)
        update.bind(particulars.contactPreference, at: 10)
        update.bind(customer.id.number, at: 11)
        try update.runOnce()
    }

    /// Replaces the customer's answers; one that stays keeps its date.
    func writeConsents(_ customer: Customer, login: String, at: Instant) throws(StoreError) {
        let id = customer.id.number
        for purpose in ConsentPurpose.allCases {
            guard let consent = customer.consents.last(where: { $0.purpose == purpose }) else {
                try run("DELETE FROM customer_consents WHERE customer = $1 AND purpose = $2", id, purpose.rawValue)
                continue
            }
            try run(
                """
                INSERT INTO customer_consents (customer, purpose, is_given, noted_at, noted_by)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (customer, purpose) DO UPDATE SET is_given = $3, noted_at = $4, noted_by = $5
                    WHERE customer_consents.is_given <> $3
                """, id, purpose.rawValue, consent.isGiven, at, login)
        }
    }

    /// The customer's answers, by purpose.
    func consents(of customer: Int64) throws(StoreError) -> [Consent] {
        let found = try all("SELECT purpose, is_given FROM customer_consents WHERE customer = $1", customer) {
            row throws(StoreError) in Consent(purpose: try row.value(0), isGiven: row.bool(1))
        }
        return ConsentPurpose.allCases.compactMap { purpose in found.first { $0.purpose == purpose } }
    }
}
