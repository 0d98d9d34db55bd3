import Dossier
import Money
import Valuation
import WorkingTime

/// What the values of all customers are computed with, the same for each.
struct ValueComputation {
    var now: Instant
    var rules: ValueRules
    var zone: ZoneRules
    /// The centre's currency: decides when a customer buys as often in two.
    var home: Currency

    /// A customer's figures and what the tier is decided from, before any ranking.
    struct Outcome {
        var currency: Currency
        var facts: ValueFacts
        var orders: Int
        var lastPurchase: Instant?
    }

    /// Nil without purchases.
    func outcome(
        of customer: Int64, _ purchases: PurchaseFold, _ person: Person, contacts: [String: Int] = [:],
        complaints: Int = 0
    ) throws(StoreError) -> Outcome? {
        guard !purchases.isEmpty, let currency = purchases.currency(home: home) else { return nil }
        var year = purchases.year(in: currency)
        year.contactsByChannel = contacts
        year.complaints = complaints
        let contribution: Contribution
        do {
            contribution = try Contribution(of: year, by: rules)
        } catch {
            throw .badValue(field: "contribution", value: "C\(customer): the sum leaves 64 bits")
        }
        let facts = ValueFacts(
            customer: customer, contribution: contribution,
            firstContactDaysAgo: person.firstContact.map { Int(max(0, now.seconds - $0.seconds) / 86_400) },
            purchaseDays: purchases.purchaseDays,
            creditCap: person.creditGrade.flatMap { rules.creditCap[$0] }, previous: person.previous)
        return Outcome(
            currency: currency, facts: facts, orders: purchases.orders(in: currency),
            lastPurchase: purchases.lastPurchase)
    }

    /// What besides purchases a tier depends on.
    struct Person {
        var creditGrade: String?
        var firstContact: Instant?
        var previous: ABCMemory?
    }

    /// The row to keep; `since` moves only when the tier does.
    func summary(_ outcome: Outcome, _ standing: ValueStanding, old: ValueSummary?) -> ValueSummary {
        var summary = ValueSummary(since: now)
        if let old, old.tier == standing.tier { summary.since = old.since }
        summary.currency = outcome.currency
        summary.contribution = outcome.facts.contribution?.minorUnits
        summary.isEstimated = standing.reason.isEstimated
        summary.orders = outcome.orders
        summary.purchaseDays = outcome.facts.purchaseDays
        summary.lastPurchase = outcome.lastPurchase
        summary.memory = standing.memory
        summary.rank = standing.reason.rank
        summary.tier = standing.tier
        summary.rule = standing.reason.rule
        return summary
    }
}
