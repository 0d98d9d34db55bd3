import Money
import Valuation
import WorkingTime

/// One purchase line as the value computation reads it.
struct ValuedLine {
    var at: Instant
    var invoice: String?
    var amount: Int64
    var currency: Currency
    var isReturn: Bool
    var productClass: String?
    var marginBasisPoints: Int64?
}

/// One customer's purchases, oldest first, folded into what the tier is computed from.
struct PurchaseFold {
    /// Lines before this instant count for purchase days only.
    let since: Instant
    let zone: ZoneRules

    private(set) var lastPurchase: Instant?
    private(set) var purchaseDays = 0
    private(set) var isEmpty = true
    private var years: [Currency: Year] = [:]
    private var lastCurrency: Currency?
    private var day: (number: Int64, net: Int64)?
    private var order: (at: Instant, invoice: String?)?

    /// What margins are kept by.
    private struct SalesKey: Hashable {
        var productClass: String?
        var marginBasisPoints: Int64?
    }

    private struct Year {
        var sales: [SalesKey: Int64] = [:]
        var returns = 0
        var orders = 0
    }

    init(since: Instant, zone: ZoneRules) {
        self.since = since
        self.zone = zone
    }

    /// The window of the twelve-month figures.
    static let windowDays: Int64 = 365

    static func windowStart(now: Instant) -> Instant {
        Instant(microseconds: now.microseconds - windowDays * 86_400 * 1_000_000)
    }

    mutating func add(_ line: ValuedLine) throws(StoreError) {
        isEmpty = false
        lastCurrency = line.currency
        try addToDay(line)
        let isNewOrder = order.map { $0.at != line.at || $0.invoice != line.invoice } ?? true
        order = (line.at, line.invoice)
        if !line.isReturn { lastPurchase = line.at }
        guard line.at >= since else { return }
        let key = SalesKey(productClass: line.productClass, marginBasisPoints: line.marginBasisPoints)
        let (sum, overflow) = years[line.currency, default: Year()].sales[key, default: 0]
            .addingReportingOverflow(line.amount)
        guard !overflow else { throw .badValue(field: "amount", value: "the year's sum leaves 64 bits") }
        years[line.currency, default: Year()].sales[key] = sum
        if line.isReturn {
            years[line.currency, default: Year()].returns += 1
        } else if isNewOrder {
            years[line.currency, default: Year()].orders += 1
        }
    }

    /// Closes the last day; call once, after the last line.
    mutating func finish() {
        if let day, day.net > 0 { purchaseDays += 1 }
        day = nil
    }

    /// The currency most orders of the year were in: the customer is ranked among those of the same.
    func currency(home: Currency) -> Currency? {
        let best = years.max { a, b in
            if a.value.orders != b.value.orders { return a.value.orders < b.value.orders }
            if (a.key == home) != (b.key == home) { return b.key == home }
            return a.key.rawValue > b.key.rawValue
        }
        return best?.key ?? lastCurrency
    }

    func orders(in currency: Currency) -> Int { years[currency]?.orders ?? 0 }

    /// The year in one currency; without lines in it a year of nothing.
    func year(in currency: Currency) -> CustomerYear {
        guard let year = years[currency] else { return CustomerYear(sales: []) }
        let sales = year.sales.map { key, sum in
            CustomerYear.Sales(
                netMinorUnits: sum, productClass: key.productClass,
                margin: key.marginBasisPoints.flatMap { Ratio($0, over: 10_000) })
        }
        return CustomerYear(sales: sales, returns: year.returns)
    }

    /// Days with a positive net amount: a purchase cancelled the same day is none.
    private mutating func addToDay(_ line: ValuedLine) throws(StoreError) {
        let local = line.at.seconds + Int64(zone.offsetSeconds(at: line.at))
        let number = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        if let open = day, open.number == number {
            day = (number, open.net.addingReportingOverflow(line.amount).partialValue)
        } else {
            if let open = day, open.net > 0 { purchaseDays += 1 }
            day = (number, line.amount)
        }
    }
}

extension Statement {
    /// The columns at, invoice, amount, currency, is_return, product_class, margin_basis_points from `first` on.
    func valuedLine(from first: Int = 0) throws(StoreError) -> ValuedLine {
        ValuedLine(
            at: instant(first), invoice: optionalText(first + 1), amount: integer(first + 2),
            currency: try value(first + 3), isReturn: bool(first + 4), productClass: optionalText(first + 5),
            marginBasisPoints: optionalInteger(first + 6))
    }
}
