import Money
import Valuation
import WorkingTime

/// What is kept of a customer's worth between two purchases: one row.
struct ValueSummary: Equatable {
    var currency: Currency?
    /// Minor units of twelve months; nil without purchases.
    var contribution: Int64?
    var isEstimated = false
    var orders = 0
    var purchaseDays = 0
    var lastPurchase: Instant?
    var memory: ABCMemory?
    var rank: Int?
    var tier = Tier.unrated
    var rule = TierReason.Rule.noHistory
    var since: Instant

    var contribution12Months: Money? {
        guard let currency, let contribution else { return nil }
        return Money(minorUnits: contribution, currency: currency)
    }
}

extension Session {
    func valueSummary(of customer: Int64) throws(StoreError) -> ValueSummary? {
        try first(
            """
            SELECT currency, contribution, is_estimated, orders, purchase_days, last_purchase, abc, held_back, rank,
                tier, rule, since
            FROM value_summaries WHERE customer = $1
            """, customer
        ) { row throws(StoreError) in
            var summary = ValueSummary(since: row.instant(11))
            summary.currency = try row.optionalValue(0)
            summary.contribution = row.optionalInteger(1)
            summary.isEstimated = row.bool(2)
            summary.orders = row.int(3)
            summary.purchaseDays = row.int(4)
            summary.lastPurchase = row.optionalInstant(5)
            if let abc: ABCClass = try row.optionalValue(6) {
                summary.memory = ABCMemory(abc: abc, heldBack: try row.optionalValue(7))
            }
            summary.rank = row.optionalInt(8)
            summary.tier = try row.value(9)
            summary.rule = try row.value(10)
            return summary
        }
    }

    func save(_ summary: ValueSummary, of customer: Int64) throws(StoreError) {
        try run(
            """
            INSERT INTO value_summaries (customer, currency, contribution, is_estimated, orders, purchase_days,
                last_purchase, abc, held_back, rank, tier, rule, since)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (customer) DO UPDATE SET currency = $2, contribution = $3, is_estimated = $4, orders = $5,
                purchase_days = $6, last_purchase = $7, abc = $8, held_back = $9, rank = $10, tier = $11, rule = $12,
                since = $13
            """, customer, summary.currency?.rawValue, summary.contribution, summary.isEstimated, summary.orders,
            summary.purchaseDays, summary.lastPurchase, summary.memory?.abc.rawValue,
            summary.memory?.heldBack?.rawValue, summary.rank, summary.tier.rawValue, summary.rule.rawValue,
            summary.since)
    }

    /// What divides the classes of a currency; nil before the first ranking.
    func cuts(_ currency: Currency) throws(StoreError) -> ABCCuts? {
        try first(
            """
            SELECT cut_a, cut_b, customers_a, customers_b, customers_c, customers_loss FROM value_cuts
            WHERE currency = $1
            """, currency.rawValue
        ) { row in
            ABCCuts(
                a: row.optionalInteger(0), b: row.optionalInteger(1), customersInA: row.int(2),
                customersInB: row.int(3),
                customersInC: row.int(4), customersAtLoss: row.int(5))
        }
    }

    func save(_ cuts: ABCCuts, of currency: Currency, at: Instant) throws(StoreError) {
        try run(
            """
            INSERT INTO value_cuts (currency, cut_a, cut_b, customers_a, customers_b, customers_c, customers_loss,
                ranked_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (currency) DO UPDATE SET cut_a = $2, cut_b = $3, customers_a = $4, customers_b = $5,
                customers_c = $6, customers_loss = $7, ranked_at = $8
            """, currency.rawValue, cuts.a, cuts.b, cuts.customersInA, cuts.customersInB, cuts.customersInC,
            cuts.customersAtLoss, at)
    }
}
