package import Customers
package import Money
package import WorkingTime

/// What can leave the store as a table.
package enum ExportKind: String, Sendable, CaseIterable, Hashable {
    case customers
    case vehicles
    case purchases
    case interactions
    case complaints
    case holdings

    /// The columns' names: those an import knows, so that a file from here can be read again.
    package var columns: [String] {
        switch self {
        case .customers:
            [
                "tierline_customer", "tierline_source", "reference", "name", "kind", "phone", "plate", "region", "sex",
                "birth_year", "birth_date", "id_number", "address", "house_number", "address_extra", "locality",
                "postcode", "province", "credit_grade", "hint", "preferences", "taboos", "contact_preference",
                "consents",
                "vulnerable_need", "responsible",
            ]
        case .vehicles: ["tierline_customer", "tierline_source", "reference", "plate", "region", "model"]
        case .purchases:
            [
                "tierline_customer", "tierline_source", "reference", "at", "invoice", "product", "product_class",
                "quantity", "amount", "currency", "kind", "margin_percent",
            ]
        case .interactions:
            [
                "tierline_customer", "tierline_source", "reference", "at", "kind", "direction", "text", "wrap_up", "by",
                "case",
            ]
        case .holdings: ["tierline_customer", "tierline_source", "reference", "product", "number", "since", "until"]
        case .complaints:
            [
                "tierline_source", "reference", "tierline_customer", "received_at", "acknowledged_at", "resolved_at",
                "closed_at", "status", "channel", "summary", "category", "product", "severity", "outcome",
                "root_cause", "disposition", "level", "owner", "handler", "next_due",
            ]
        }
    }
}

/// One cell of an export before it is written down.
package enum ExportValue: Sendable, Hashable {
    case none
    case text(String)
    case integer(Int64)
    case amount(Money)
    /// Hundredths of a per cent.
    case basisPoints(Int)
    case instant(Instant)
    case customer(CustomerID)

    init(_ text: String?) { self = text.map(ExportValue.text) ?? .none }
    init(_ instant: Instant?) { self = instant.map(ExportValue.instant) ?? .none }
}

/// Where the next page of an export begins.
package struct ExportCursor: Sendable, Hashable {
    var customer: Int64 = 0
    var at: Int64 = .min
    var id: Int64 = 0
    /// The source and reference of a purchase that is nobody's.
    var source: Int64 = 0
    var reference = ""
    /// The second table of two: what is nobody's comes last.
    var isPastCustomers = false

    package init() {}
}

package struct ExportPage: Sendable {
    package var rows: [[ExportValue]]
    /// Nil at the end.
    package var next: ExportCursor?
}
