import Money
import Valuation
import WorkingTime

/// A value summary as one text, to be put back exactly.
enum ParkedValue {
    static func text(_ summary: ValueSummary) -> String {
        let values: [String?] = [
            summary.currency?.rawValue, summary.contribution.map { String($0) }, summary.isEstimated ? "1" : "0",
            String(summary.orders), String(summary.purchaseDays), summary.lastPurchase.map { String($0.microseconds) },
            summary.memory?.abc.rawValue, summary.memory?.heldBack?.rawValue, summary.rank.map { String($0) },
            summary.tier.rawValue, summary.rule.rawValue, String(summary.since.microseconds),
        ]
        return values.map { $0 ?? "" }.joined(separator: String(MergedField.separator))
    }

    static func summary(_ text: String) throws(StoreError) -> ValueSummary {
        let values = text.split(separator: MergedField.separator, omittingEmptySubsequences: false).map(String.init)
        guard values.count == 12, let since = Int64(values[11]), let tier = Tier(rawValue: values[9]),
            let rule = TierReason.Rule(rawValue: values[10])
        else { throw .badValue(field: "merge change", value: text) }
        var summary = ValueSummary(since: Instant(microseconds: since))
        summary.currency = .init(rawValue: values[0])
        summary.contribution = Int64(values[1])
        summary.isEstimated = values[2] == "1"
        summary.orders = Int(values[3]) ?? 0
        summary.purchaseDays = Int(values[4]) ?? 0
        summary.lastPurchase = Int64(values[5]).map { Instant(microseconds: $0) }
        if let abc = ABCClass(rawValue: values[6]) {
            summary.memory = ABCMemory(abc: abc, heldBack: .init(rawValue: values[7]))
        }
        summary.rank = Int(values[8])
        summary.tier = tier
        summary.rule = rule
        return summary
    }
}

extension Session {
    func parkedActivity(of customer: Int64) throws(StoreError) -> String? {
        try first(
            """
            SELECT first_contact, last_contact, last_at_desk, open_complaints FROM customer_activity
            WHERE customer = $1
            """, customer
        ) { row in
            let atDesk = row.optionalInteger(2).map { String($0) } ?? "-"
            return "\(row.integer(0)) \(row.integer(1)) \(atDesk) \(row.integer(3))"
        }
    }

    func restoreActivity(of customer: Int64, _ text: String) throws(StoreError) {
        let values = text.split(separator: " ")
        guard values.count == 4, let first = Int64(values[0]), let last = Int64(values[1]), let open = Int64(values[3])
        else { throw .badValue(field: "merge change", value: text) }
        try run(
            """
            INSERT INTO customer_activity (customer, first_contact, last_contact, last_at_desk, open_complaints)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (customer) DO UPDATE SET first_contact = $2, last_contact = $3, last_at_desk = $4,
                open_complaints = $5
            """, customer, first, last, Int64(values[2]), open)
    }

    func parkedOverride(of customer: Int64) throws(StoreError) -> String? {
        try first(
            "SELECT tier, until, made_at, made_by, reason FROM tier_overrides WHERE customer = $1", customer
        ) { row in
            [row.text(0), String(row.integer(1)), String(row.integer(2)), row.text(3), row.text(4)]
                .joined(separator: String(MergedField.separator))
        }
    }

    func restoreOverride(of customer: Int64, _ text: String) throws(StoreError) {
        let values = text.split(separator: MergedField.separator, maxSplits: 4, omittingEmptySubsequences: false)
        guard values.count == 5, let until = Int64(values[1]), let at = Int64(values[2]) else {
            throw .badValue(field: "merge change", value: text)
        }
        try run(
            """
            INSERT INTO tier_overrides (customer, tier, reason, until, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (customer) DO UPDATE SET tier = $2, reason = $3, until = $4, made_by = $5, made_at = $6
            """, customer, String(values[0]), String(values[4]), until, String(values[3]), at)
    }
}
