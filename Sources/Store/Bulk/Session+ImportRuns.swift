import WorkingTime

extension Session {
    /// Records that a run has begun; returns its number.
    func begin(_ run: ImportRun, source: Int64) throws(StoreError) -> Int64 {
        let number = try take(.importRun)
        try self.run(
            """
            INSERT INTO import_runs (id, source, file, file_hash, started_at, through_line, inserted, updated,
                unchanged, rejected, made_by)
            VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, $6)
            """, number, source, run.file, run.fileHash, run.startedAt, run.by)
        return number
    }

    /// Records how far a run has come, in the transaction of the rows themselves.
    func note(_ number: Int64, throughLine: Int, _ counts: BulkCounts, rejected: Int) throws(StoreError) {
        try run(
            """
            UPDATE import_runs SET through_line = $1, inserted = $2, updated = $3, unchanged = $4, rejected = $5
            WHERE id = $6
            """, throughLine, counts.inserted, counts.updated, counts.unchanged, counts.rejected + rejected, number)
    }

    func finish(_ number: Int64, at: Instant, fileHash: String?) throws(StoreError) {
        try run("UPDATE import_runs SET finished_at = $1, file_hash = $2 WHERE id = $3", at, fileHash, number)
    }

    /// From here on last contacts are to be worked out anew: an initial load does not keep them row by row.
    func markActivityStale() throws(StoreError) {
        try run("INSERT INTO settings (name, value) VALUES ('activity_stale', '1') ON CONFLICT (name) DO NOTHING")
    }
}

extension Store {
    /// Works out first and last contacts of everybody from the history, in short transactions.
    func refreshActivity() throws(StoreError) {
        var last: Int64 = 0
        while true {
            let next = try engine.write { session throws(StoreError) in
                let end = try session.integer(
                    "SELECT MAX(id) FROM (SELECT id FROM customers WHERE id > $1 ORDER BY id LIMIT $2) AS next", last,
                    Self.customersPerActivityWrite)
                guard let end else { return Int64?.none }
                for table in ["purchases", "interactions"] {
                    try session.run(
                        """
                        INSERT INTO customer_activity (customer, first_contact, last_contact)
                        SELECT customer, MIN(at), MAX(at) FROM \(table) WHERE customer > $1 AND customer <= $2
                        GROUP BY customer
                        ON CONFLICT (customer) DO UPDATE SET
                            first_contact = CASE WHEN excluded.first_contact < customer_activity.first_contact
                                THEN excluded.first_contact ELSE customer_activity.first_contact END,
                            last_contact = CASE WHEN excluded.last_contact > customer_activity.last_contact
                                THEN excluded.last_contact ELSE customer_activity.last_contact END
                        """, last, end)
                }
                return end
            }
            guard let next else { break }
            last = next
        }
        try engine.write { session throws(StoreError) in
            _ = try session.run("DELETE FROM settings WHERE name = 'activity_stale'")
        }
    }

    /// Customers whose contacts are worked out in one transaction: some 20 ms.
    static let customersPerActivityWrite = 10_000
}
