package import Customers
package import Dossier
import Money
import Synchronization
package import Valuation
package import WorkingTime

/// What a recomputation of all tiers did.
package struct TierUpdate: Sendable, Hashable {
    /// Customers with purchases: those that have a tier or a reason why not.
    package var customers: Int
    /// How many changed colour.
    package var changed: Int
    package var counts: [Tier: Int]

    package init(customers: Int, changed: Int, counts: [Tier: Int]) {
        self.customers = customers
        self.changed = changed
        self.counts = counts
    }
}

extension Store {
    /// Recomputes everybody's value and tier, ranked within each currency.
    ///
    /// Reads in stretches and writes in short transactions, so that desks go on working beside it.
    package func updateTiers(now: Instant, rules: ValueRules? = nil) throws(StoreError) -> TierUpdate {
        let rules = rules ?? valueRules(at: now)
        let computation = computation(now: now, rules: rules)
        var outcomes = try outcomes(computation)
        var update = TierUpdate(customers: 0, changed: 0, counts: [:])
        for currency in outcomes.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let members = outcomes.removeValue(forKey: currency) else { continue }
            let ranking = ABC.classify(members.map(\.facts), by: rules)
            try engine.write { session throws(StoreError) in try session.save(ranking.cuts, of: currency, at: now) }
            update.customers += members.count
            for standing in ranking.standings { update.counts[standing.tier, default: 0] += 1 }
            update.changed += try save(members, ranking.standings, computation)
        }
        return update
    }

    /// A tier set by a person; it wins over the computed one until its end.
    package func setTierOverride(_ override: TierOverride, customer: CustomerID, at: Instant) throws(StoreError) {
        try Limit.text(override.reason, field: "reason", max: Limit.fieldBytesMax)
        guard !override.reason.isEmpty else { throw .badValue(field: "reason", value: "") }
        guard override.until > at else { throw .badValue(field: "until", value: "not after now") }
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(customer)
            try session.run(
                """
                INSERT INTO tier_overrides (customer, tier, reason, until, made_by, made_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (customer) DO UPDATE SET tier = $2, reason = $3, until = $4, made_by = $5, made_at = $6
                """, customer.number, override.tier.rawValue, override.reason, override.until, override.by, at)
            try session.appendTrail(
                chain, at: at, actor: override.by, act: "set_tier", subject: customer.description,
                detail: override.tier.rawValue)
        }
    }

    package func clearTierOverride(customer: CustomerID, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(customer)
            guard try session.run("DELETE FROM tier_overrides WHERE customer = $1", customer.number) > 0 else { return }
            try session.appendTrail(
                chain, at: at, actor: login, act: "clear_tier", subject: customer.description, detail: "")
        }
    }

    /// Hands over the zone in which purchase days are counted; until then they are days of UTC.
    package func use(_ zone: ZoneRules) {
        zoneRules.withLock { $0 = zone }
    }

    func computation(now: Instant, rules: ValueRules) -> ValueComputation {
        ValueComputation(
            now: now, rules: rules, zone: zoneRules.withLock { $0 }, home: cachedSettings.withLock { $0.currency })
    }

    /// Customers whose figures are read in one read transaction.
    static let customersPerRead = 5_000
    /// Customers whose rows are written in one write transaction.
    static let customersPerWrite = 2_000
}

extension Store {
    private func outcomes(_ computation: ValueComputation) throws(StoreError) -> [Currency:
        [ValueComputation.Outcome]]
    {
        var outcomes: [Currency: [ValueComputation.Outcome]] = [:]
        var last: Int64 = .min
        while true {
            let (stretch, next) = try engine.read { session throws(StoreError) in
                try session.outcomes(after: last, limit: Self.customersPerRead, computation)
            }
            for outcome in stretch { outcomes[outcome.currency, default: []].append(outcome) }
            guard let next else { return outcomes }
            last = next
        }
    }

    /// Writes the rows that differ; returns how many changed colour.
    private func save(
        _ members: [ValueComputation.Outcome], _ standings: [ValueStanding], _ computation: ValueComputation
    ) throws(StoreError) -> Int {
        var changed = 0
        var start = 0
        while start < members.count {
            let end = min(start + Self.customersPerWrite, members.count)
            changed += try engine.write { session throws(StoreError) in
                var recoloured = 0
                for place in start..<end {
                    let customer = members[place].facts.customer
                    let old = try session.valueSummary(of: customer)
                    let new = computation.summary(members[place], standings[place], old: old)
                    guard new != old else { continue }
                    if old?.tier != new.tier { recoloured += 1 }
                    try session.save(new, of: customer)
                }
                return recoloured
            }
            start = end
        }
        return changed
    }
}

extension Session {
    /// The figures of the next customers after `last`; and the last of them, nil when there are no more.
    func outcomes(
        after last: Int64, limit: Int, _ computation: ValueComputation
    ) throws(StoreError) -> ([ValueComputation.Outcome], Int64?) {
        let people = try all(
            """
            SELECT c.id, c.credit_grade, a.first_contact, v.abc, v.held_back FROM customers c
            LEFT JOIN customer_activity a ON a.customer = c.id
            LEFT JOIN value_summaries v ON v.customer = c.id
            WHERE c.id > $1 ORDER BY c.id LIMIT $2
            """, last, limit
        ) { row throws(StoreError) in
            var person = ValueComputation.Person(creditGrade: row.optionalText(1), firstContact: row.optionalInstant(2))
            if let abc: ABCClass = try row.optionalValue(3) {
                person.previous = ABCMemory(abc: abc, heldBack: try row.optionalValue(4))
            }
            return (id: row.integer(0), person: person)
        }
        guard let first = people.first?.id, let end = people.last?.id else { return ([], nil) }
        let services = try serviceYears(first...end, computation)
        let lines = try statement(
            """
            SELECT customer, at, invoice, amount, currency, is_return, product_class, margin_basis_points
            FROM purchases WHERE customer BETWEEN $1 AND $2 ORDER BY customer, at, id
            """)
        lines.bind(first, at: 1)
        lines.bind(end, at: 2)
        defer { lines.reset() }
        var outcomes: [ValueComputation.Outcome] = []
        var hasLine = try lines.step()
        for (id, person) in people {
            var fold = PurchaseFold(since: PurchaseFold.windowStart(now: computation.now), zone: computation.zone)
            while hasLine, lines.integer(0) <= id {
                if lines.integer(0) == id { try fold.add(try lines.valuedLine(from: 1)) }
                hasLine = try lines.step()
            }
            fold.finish()
            let service = services[id]
            let outcome = try computation.outcome(
                of: id, fold, person, contacts: service?.contacts ?? [:], complaints: service?.complaints ?? 0)
            if let outcome { outcomes.append(outcome) }
        }
        return (outcomes, people.count == limit ? end : nil)
    }
}
