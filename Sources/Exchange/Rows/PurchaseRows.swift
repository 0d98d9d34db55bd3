import Dossier
import Money
import Store
import WorkingTime

/// Purchase lines: the amount as written, or price x quantity exactly and rounded once, half away from zero.
///
/// A negative amount or quantity, or the word for it, makes a return, whose amount is negative. A line without a
/// customer belongs to nobody; it is kept all the same.
struct PurchaseRows: RowKeeper {
    private(set) var unattributed = 0
    private var dates: DateReader
    private var reference: RowReference
    private let context: RowContext
    private let hasOrigin: Bool
    private let currency: Currency
    private let at: CellSource?
    private let customer: CellSource?
    private let invoice: CellSource?
    private let product: CellSource?
    private let productClass: CellSource?
    private let quantity: CellSource?
    private let price: CellSource?
    private let amount: CellSource?
    private let currencyCell: CellSource?
    private let margin: CellSource?
    private let kind: CellSource?

    init(_ context: RowContext) {
        let plan = context.plan
        self.context = context
        hasOrigin = plan[.tierlineSource] != nil || plan[.tierlineCustomer] != nil
        dates = DateReader(format: context.dateFormat, zone: context.zone)
        currency = context.currency
        at = plan[.at]
        customer = plan[.customer]
        invoice = plan[.invoice]
        product = plan[.product]
        productClass = plan[.productClass]
        quantity = plan[.quantity]
        price = plan[.price]
        amount = plan[.amount]
        currencyCell = plan[.currency]
        margin = plan[.marginPercent]
        kind = plan[.kind]
        reference = RowReference(
            source: plan[.reference], description: [invoice, customer, at, product, quantity, price, amount],
            areAlikeRowsDistinct: true)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let line: PurchaseLine
        do {
            line = try purchase(record)
        } catch {
            throw .row(error)
        }
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        guard let key else { throw .row(.missing(field: "reference")) }
        let origin: RowOrigin?
        do {
            origin = hasOrigin ? try context.origin(record) : nil
        } catch {
            throw .row(error)
        }
        let owner = customer?.withBytes(in: record) { $0.isEmpty ? nil : keyText($0) } ?? nil
        if owner == nil, origin?.customer == nil { unattributed += 1 }
        do {
            return try sink.add(
                purchase: line, reference: key, customerReference: owner, origin: origin, line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private mutating func purchase(_ record: Record) throws(RowFault) -> PurchaseLine {
        guard let at else { throw .missing(field: "at") }
        let instant = try dates.instant(of: at, in: record, field: "at")
        let currency = try currency(of: record)
        let units = try quantity?.decimal(in: record, field: "quantity") ?? ExactDecimal(1)
        let isNamedReturn = try isReturn(record)
        var minorUnits: Int64
        if let written = try amount?.decimal(in: record, field: "amount", naming: currency) {
            minorUnits = try checked("amount", record, amount) { () throws(MoneyError) in
                try written.minorUnits(of: currency)
            }
            if minorUnits > 0, units.unscaled < 0 { minorUnits = -minorUnits }
        } else if let unitPrice = try price?.decimal(in: record, field: "price", naming: currency) {
            minorUnits = try checked("price", record, price) { () throws(MoneyError) in
                try unitPrice.times(units, in: currency)
            }
        } else {
            throw .missing(field: amount == nil ? "price" : "amount")
        }
        var count = units.rounded
        // A file exported from here says what the store has; others may write a return without a sign.
        if isNamedReturn, !hasOrigin {
            if minorUnits > 0 { minorUnits = -minorUnits }
            if count > 0 { count = -count }
        }
        return PurchaseLine(
            at: instant, invoice: invoice?.string(in: record), product: product?.string(in: record),
            quantity: count, amount: Money(minorUnits: minorUnits, currency: currency),
            isReturn: isNamedReturn || minorUnits < 0 || count < 0,
            productClass: productClass?.string(in: record), marginBasisPoints: try basisPoints(record))
    }

    private func checked(
        _ field: String, _ record: Record, _ source: CellSource?, _ body: () throws(MoneyError) -> Int64
    ) throws(RowFault) -> Int64 {
        do {
            return try body()
        } catch {
            throw .badNumber(field: field, text: source?.excerpt(of: record) ?? "", error: error)
        }
    }

    private func currency(of record: Record) throws(RowFault) -> Currency {
        guard let text = currencyCell?.string(in: record) else { return currency }
        guard let named = Currency(rawValue: text.uppercased()) else { throw .badCurrency(text: text) }
        return named
    }

    private func isReturn(_ record: Record) throws(RowFault) -> Bool {
        guard let text = kind?.string(in: record) else { return false }
        guard let isReturn = ValueWords.isReturn(text) else { throw .badValue(field: "kind", text: text) }
        return isReturn
    }

    private func basisPoints(_ record: Record) throws(RowFault) -> Int? {
        guard let percent = try margin?.decimal(in: record, field: "margin_percent", percentAllowed: true) else {
            return nil
        }
        let points = percent.hundredfoldRounded
        guard (-10_000...10_000).contains(points) else {
            throw .badNumber(field: "margin_percent", text: margin?.excerpt(of: record) ?? "", error: .outOfRange)
        }
        return points
    }
}
