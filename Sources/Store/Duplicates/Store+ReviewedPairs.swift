package import Customers
package import Dossier
package import WorkingTime

// What the review of pairs needs beside finding and merging: merges of late, and second thoughts.
extension Store {
    /// Merges that stand, newest first.
    package func recentMerges(limit: Int) throws(StoreError) -> [MergeLine] {
        try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT m.id, m.survivor, m.absorbed, m.made_at, m.made_by, s.name, a.name
                FROM customer_merges AS m
                JOIN customers AS s ON s.id = m.survivor
                JOIN customers AS a ON a.id = m.absorbed
                WHERE m.undone_at IS NULL ORDER BY m.id DESC LIMIT $1
                """, limit
            ) { row in
                MergeLine(
                    merge: CustomerMerge(
                        id: row.integer(0), survivor: CustomerID(row.integer(1)), absorbed: CustomerID(row.integer(2)),
                        at: row.instant(3), by: row.text(4), movedRows: 0),
                    survivorName: row.optionalText(5), absorbedName: row.optionalText(6))
            }
        }
    }

    /// Takes back that two customers are not one person: the pair waits again, weighed as the records are now.
    package func noteUndecided(_ a: CustomerID, _ b: CustomerID, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            for id in [a, b] { try session.requireCustomer(id) }
            let pair = CustomerPair(try session.current(a.number), try session.current(b.number))
            let removed = try session.run("DELETE FROM different_customers WHERE a = $1 AND b = $2", pair.a, pair.b)
            guard removed > 0, let review = try session.review(pair.a, pair.b) else { return }
            try session.run(
                """
                INSERT INTO duplicate_proposals (a, b, weight, found_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (a, b) DO UPDATE SET weight = $3
                """, pair.a, pair.b, Int64((review.pair.weight * 1000).rounded()), at)
            try session.appendTrail(
                chain, at: at, actor: login, act: "undecided_customers", subject: CustomerID(pair.a).description,
                detail: CustomerID(pair.b).description)
        }
    }
}
