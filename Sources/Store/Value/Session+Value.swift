import Dossier
import Money
import Valuation
import WorkingTime

extension Session {
    /// Recomputes one customer after a purchase, by the cuts of the last ranking.
    func refreshValue(of customer: Int64, _ computation: ValueComputation) throws(StoreError) {
        let old = try valueSummary(of: customer)
        let person = try first(
            """
            SELECT c.credit_grade, a.first_contact FROM customers c
            LEFT JOIN customer_activity a ON a.customer = c.id WHERE c.id = $1
            """, customer
        ) { row in
            ValueComputation.Person(
                creditGrade: row.optionalText(0), firstContact: row.optionalInstant(1), previous: old?.memory)
        }
        let costs = try serviceYears(customer...customer, computation)[customer]
        guard let person,
            let outcome = try computation.outcome(
                of: customer, try purchaseFold(of: customer, computation), person, contacts: costs?.contacts ?? [:],
                complaints: costs?.complaints ?? 0)
        else { return }
        let cuts = try cuts(outcome.currency) ?? ABCCuts()
        let standing = ABC.update(outcome.facts, cuts: cuts, by: computation.rules)
        let new = computation.summary(outcome, standing, old: old)
        if new != old { try save(new, of: customer) }
    }

    private func purchaseFold(
        of customer: Int64, _ computation: ValueComputation
    ) throws(StoreError) -> PurchaseFold {
        var fold = PurchaseFold(since: PurchaseFold.windowStart(now: computation.now), zone: computation.zone)
        let lines = try statement(
            """
            SELECT at, invoice, amount, currency, is_return, product_class, margin_basis_points FROM purchases
            WHERE customer = $1 ORDER BY at, id
            """)
        lines.bind(customer, at: 1)
        defer { lines.reset() }
        while try lines.step() { try fold.add(try lines.valuedLine()) }
        fold.finish()
        return fold
    }

    /// Contacts by channel and complaints of the last twelve months; read only when they cost something.
    func serviceYears(
        _ range: ClosedRange<Int64>, _ computation: ValueComputation
    ) throws(StoreError) -> [Int64: (contacts: [String: Int], complaints: Int)] {
        var years: [Int64: (contacts: [String: Int], complaints: Int)] = [:]
        let since = PurchaseFold.windowStart(now: computation.now)
        if !computation.rules.costs.perContact.isEmpty {
            let rows = try all(
                """
                SELECT customer, kind, COUNT(*) FROM interactions WHERE customer BETWEEN $1 AND $2 AND at >= $3
                GROUP BY customer, kind
                """, range.lowerBound, range.upperBound, since
            ) { ($0.integer(0), $0.text(1), $0.int(2)) }
            for (customer, kind, count) in rows { years[customer, default: ([:], 0)].contacts[kind] = count }
        }
        if computation.rules.costs.perComplaint != 0 {
            let rows = try all(
                """
                SELECT customer, COUNT(*) FROM complaints WHERE customer BETWEEN $1 AND $2 AND received_at >= $3
                GROUP BY customer
                """, range.lowerBound, range.upperBound, since
            ) { ($0.integer(0), $0.int(1)) }
            for (customer, count) in rows { years[customer, default: ([:], 0)].complaints = count }
        }
        return years
    }
}
