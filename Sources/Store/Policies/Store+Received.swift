package import Complaints
package import WorkingTime

extension Store {
    /// Complaints received from `first` to `last`, both counted, earliest first; at most `limit`.
    package func complaints(
        received first: Instant, through last: Instant, limit: Int
    ) throws(StoreError) -> [CaseNumber] {
        try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT number FROM complaints WHERE number > 0 AND received_at BETWEEN $1 AND $2
                ORDER BY received_at, number LIMIT $3
                """, first, last, limit
            ) { ComplaintKey.caseNumber($0.integer(0)) }
        }
    }
}
