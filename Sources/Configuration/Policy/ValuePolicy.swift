package import Money
package import Valuation

/// The `[value]` part of a policy file: how a customer's worth is computed, warned about and acted upon.
package struct ValuePolicy: Equatable, Sendable {
    package enum Method: String, CaseIterable, Hashable, Sendable {
        case abc
        case rfm
        case expected
    }

    /// What is done for customers of one tier.
    package struct Strategy: Hashable, Sendable {
        package var greeting: String?
        package var priority: Int?
        /// Percent of the usual authority limits for goodwill.
        package var authorityPercent: Int?
        package var offers: [String] = []
        package var avoid: [String] = []
    }

    package var method = Method.abc
    package var abc = ABCPercentages.standard
    package var hysteresisPercent = 5
    package var newDays = 90
    /// Minor units by channel.
    package var costPerContact: [String: Int64] = [:]
    package var costPerComplaint: Int64 = 0
    package var defaultMargin: Ratio?
    package var creditCap: [String: Tier] = ["D": .yellow]
    /// p-values below which a customer is amber and red.
    package var alertAmber = 0.10
    package var alertRed = 0.05
    /// Call-backs an agent can be given for a day.
    package var followUpLoad = 15
    package var strategies: [Tier: Strategy] = [:]

    package init() {}

    /// The part of it that tiers are computed with.
    package var rules: ValueRules {
        ValueRules(
            abc: abc, hysteresisPercent: hysteresisPercent, newDays: newDays, margins: Margins(company: defaultMargin),
            costs: ServiceCosts(perContact: costPerContact, perComplaint: costPerComplaint), creditCap: creditCap)
    }
}

extension ValuePolicy {
    static let moneyMax: Int64 = 1_000_000_000_000

    /// Reads the section; what is not there keeps its default.
    init(_ table: inout PolicyTable) {
        if let method = table.word("method", Method.self) { self.method = method }
        readClasses(&table)
        if let days = table.integer("new_days", in: 0...3660) { newDays = Int(days) }
        if var costs = table.table("cost_per_contact") {
            for entry in costs.freeEntries() {
                costPerContact[entry.key] = costs.integer(entry.key, in: 0...Self.moneyMax)
            }
        }
        if let cost = table.integer("cost_per_complaint", in: 0...Self.moneyMax) { costPerComplaint = cost }
        if let percent = table.number("default_margin_percent", in: 0...100) {
            // Two decimals of a percent are kept.
            defaultMargin = Ratio(Int64((percent * 100).rounded()), over: 10_000)
        }
        readCreditCap(&table)
        readAlerts(&table)
        if let load = table.integer("follow_up_load", in: 1...10_000) { followUpLoad = Int(load) }
        readStrategies(&table)
    }

    private mutating func readClasses(_ table: inout PolicyTable) {
        if let percent = table.integer("hysteresis_percent", in: 0...100) { hysteresisPercent = Int(percent) }
        guard let values = table.array("abc"), let value = table["abc"] else { return }
        var shares: [Int] = []
        for element in values {
            if case .integer(let share) = element.content { shares.append(Int(clamping: share)) }
        }
        guard values.count == 2, shares.count == 2, let read = ABCPercentages(a: shares[0], b: shares[1]) else {
            table.bad(
                "abc", value, found: shares.map(String.init).joined(separator: ", "),
                wanted: "two rising percentages, such as [80, 95]")
            return
        }
        abc = read
    }

    private mutating func readCreditCap(_ table: inout PolicyTable) {
        guard var caps = table.table("credit_cap") else { return }
        creditCap = [:]
        for entry in caps.freeEntries() {
            guard ["A", "B", "C", "D"].contains(entry.key) else {
                caps.bad("credit_cap", entry.value, found: entry.key, wanted: "a credit grade A, B, C or D")
                continue
            }
            creditCap[entry.key] = caps.word(entry.key, Tier.self, except: [.unrated])
        }
    }

    private mutating func readAlerts(_ table: inout PolicyTable) {
        guard var alerts = table.table("alerts") else { return }
        if let amber = alerts.number("amber", in: 0.0001...0.5) { alertAmber = amber }
        if let red = alerts.number("red", in: 0.0001...0.5) { alertRed = red }
        if alertRed > alertAmber, let value = alerts["red"] ?? alerts["amber"] {
            alerts.bad("red", value, found: "\(alertRed)", wanted: "no more than amber (\(alertAmber)); red is rarer")
        }
        alerts.finish()
    }

    private mutating func readStrategies(_ table: inout PolicyTable) {
        guard var tiers = table.table("strategy") else { return }
        for tier in Tier.allCases {
            guard var source = tiers.table(tier.rawValue) else { continue }
            var strategy = Strategy()
            strategy.greeting = source.string("greeting")
            strategy.priority = source.integer("priority", in: 0...100).map { Int($0) }
            strategy.authorityPercent = source.number("authority_factor", in: 0...1).map { Int(($0 * 100).rounded()) }
            strategy.offers = source.texts("offers") ?? []
            strategy.avoid = source.texts("avoid") ?? []
            source.finish()
            strategies[tier] = strategy
        }
        tiers.finish()
    }
}
