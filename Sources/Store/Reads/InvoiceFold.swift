import Dossier
import Money

/// Lines of one invoice as they come, newest first, gathered into one entry of the history.
struct InvoiceFold {
    private(set) var entry: TimelineEntry?
    private var lines = 0

    init() {}

    init(_ line: PurchaseLine) {
        entry = TimelineEntry(
            at: line.at, kind: line.isReturn ? .purchaseReturn : .purchase, text: Self.text(line), amount: line.amount,
            reference: line.invoice)
        lines = 1
    }

    /// Adds the line when it belongs to the entry; false when it begins another.
    mutating func takes(_ line: PurchaseLine) -> Bool {
        guard var entry, let amount = entry.amount, entry.at == line.at, entry.reference == line.invoice,
            line.invoice != nil, amount.currency == line.amount.currency,
            (entry.kind == .purchaseReturn) == line.isReturn
        else { return false }
        let (sum, overflow) = amount.minorUnits.addingReportingOverflow(line.amount.minorUnits)
        guard !overflow else { return false }
        entry.amount = Money(minorUnits: sum, currency: amount.currency)
        lines += 1
        if lines <= Self.productsShownMax {
            entry.text += Self.separator + Self.text(line)
        } else if lines == Self.productsShownMax + 1 {
            entry.text += Self.separator + "…"
        }
        self.entry = entry
        return true
    }

    private static func text(_ line: PurchaseLine) -> String {
        let product = line.product ?? ""
        let count = line.quantity.magnitude
        return count == 1 ? product : "\(product) ×\(count)"
    }

    private static let separator = " · "
    /// Products named in one entry; the rest is an ellipsis.
    private static let productsShownMax = 4
}
