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
    case address
    case creditGrade = "credit_grade"
    case hint
    case preferences
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
                .reference, .name, .kind, .phone, .plate, .region, .sex, .birthYear, .address, .creditGrade, .hint,
                .preferences, .vulnerableNeed, .responsible,
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
