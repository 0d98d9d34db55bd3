/// Our name for what a column holds, as a map's `[columns]` writes it.
package enum ImportField: String, Sendable, CaseIterable, Hashable {
    /// The row's own key in its source.
    case reference
    /// The customer's key in the source; in a customers file the same as ``reference``.
    case customer
    case name
    case kind
    case phone
    case plate
    case model
    case region
    case sex
    case birthYear = "birth_year"
    case birthDate = "birth_date"
    case givenName = "given_name"
    case surname
    case idNumber = "id_number"
    case address
    case houseNumber = "house_number"
    case addressExtra = "address_extra"
    case locality
    case postcode
    case province
    case creditGrade = "credit_grade"
    case hint
    case preferences
    case taboos
    case contactPreference = "contact_preference"
    /// `marketing=yes; recording=no`.
    case consents
    case vulnerableNeed = "vulnerable_need"
    case responsible
    case at
    case invoice
    case product
    case productClass = "product_class"
    case quantity
    case price
    case amount
    case currency
    case marginPercent = "margin_percent"
    case direction
    case text
    case wrapUp = "wrap_up"
    case by
    case caseNumber = "case"
    case number
    case since
    case until
    case receivedAt = "received_at"
    case acknowledgedAt = "acknowledged_at"
    case resolvedAt = "resolved_at"
    case closedAt = "closed_at"
    case status
    case channel
    case summary
    case remedySought = "remedy_sought"
    case contact
    case jurisdiction
    case severity
    case category
    case vulnerable
    case outcome
    case rootCause = "root_cause"
    case disposition
    case owner
    /// Our own number of the customer, in files exported from here.
    case tierlineCustomer = "tierline_customer"
    /// The source of a row's reference, in files exported from here.
    case tierlineSource = "tierline_source"

    package static func fields(of kind: ImportKind) -> [ImportField] {
        own(kind) + [.tierlineCustomer, .tierlineSource]
    }

    private static func own(_ kind: ImportKind) -> [ImportField] {
        switch kind {
        case .customers:
            [
                .reference, .name, .givenName, .surname, .kind, .phone, .plate, .region, .sex, .birthYear, .birthDate,
                .idNumber, .address, .houseNumber, .addressExtra, .locality, .postcode, .province, .creditGrade, .hint,
                .preferences, .taboos, .contactPreference, .consents, .vulnerableNeed, .responsible,
            ]
        case .vehicles: [.reference, .customer, .plate, .model, .region]
        case .purchases:
            [
                .reference, .customer, .at, .invoice, .product, .productClass, .quantity, .price, .amount, .currency,
                .marginPercent,
                .kind,
            ]
        case .interactions: [.reference, .customer, .at, .kind, .direction, .text, .wrapUp, .by, .caseNumber]
        case .holdings: [.reference, .customer, .product, .number, .since, .until]
        case .complaints:
            [
                .reference, .customer, .receivedAt, .acknowledgedAt, .resolvedAt, .closedAt, .status, .channel,
                .summary,
                .remedySought, .contact, .jurisdiction, .severity, .category, .product, .vulnerable, .outcome,
                .rootCause, .disposition, .owner,
            ]
        }
    }

    /// Whether several columns may each give values of it: a mobile and a landline column.
    var takesSeveralColumns: Bool { self == .phone || self == .plate }
}
