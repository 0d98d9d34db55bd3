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

    package static func fields(of kind: ImportKind) -> [ImportField] {
        switch kind {
        case .customers:
            [
                .reference, .name, .givenName, .surname, .kind, .phone, .plate, .region, .sex, .birthYear, .birthDate,
                .idNumber, .address, .houseNumber, .addressExtra, .locality, .postcode, .province, .creditGrade, .hint,
                .preferences, .taboos, .contactPreference, .vulnerableNeed, .responsible,
            ]
        case .vehicles: [.reference, .customer, .plate, .model, .region]
        case .purchases:
            [
                .reference, .customer, .at, .invoice, .product, .productClass, .quantity, .price, .amount, .currency,
                .marginPercent,
                .kind,
            ]
        case .interactions: [.reference, .customer, .at, .kind, .direction, .text, .wrapUp, .by]
        }
    }

    /// Whether several columns may each give values of it: a mobile and a landline column.
    var takesSeveralColumns: Bool { self == .phone || self == .plate }
}
