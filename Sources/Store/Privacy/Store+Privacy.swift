package import Customers
package import Dossier
package import WorkingTime

extension Store {
    /// Takes everything out that tells who the customer is; returns how many rows changed.
    ///
    /// Refused while an open complaint or an outside body's case holds the record. The freed pages are overwritten
    /// and the write-ahead log is emptied. Backups made before still hold the person: their retention is the limit.
    package func erase(_ id: CustomerID, reason: String, by login: String, at: Instant) throws(StoreError) -> Int {
        try Limit.text(reason, field: "reason", max: Limit.fieldBytesMax)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .identity(.noReason) }
        let rows = try engine.write { session throws(StoreError) in
            try session.requireCustomer(id)
            let customer = try session.current(id.number)
            guard try session.integer("SELECT 1 FROM erasures WHERE customer = $1", customer) == nil else {
                throw .identity(.erased(CustomerID(customer)))
            }
            let holding = try session.holdingCases(of: customer)
            guard holding.isEmpty else { throw .identity(.legalHold(CustomerID(customer), cases: holding)) }
            // Freed places are overwritten with zeros; the other engine's files are not ours to overwrite.
            if session is SQLiteSession { _ = try session.integer("PRAGMA secure_delete = ON") }
            var work = ErasureWork(session, chain, customer: customer, login: login, at: at)
            try work.run()
            try session.run(
                "INSERT INTO erasures (customer, at, by_login, reason, rows_anonymised) VALUES ($1, $2, $3, $4, $5)",
                customer, at, login, reason, work.rows)
            try session.appendTrail(
                chain, at: at, actor: login, act: "erase_customer", subject: CustomerID(customer).description,
                detail: "\(work.rows)")
            return work.rows
        }
        // Taken out of an index is not gone from it: joined anew, it is.
        try engine.write { session throws(StoreError) in try session.compactTokens() }
        if let engine = engine as? SQLiteEngine { try engine.truncateLog() }
        return rows
    }

    /// Who did what with a customer's record, oldest first: changes, exports, views.
    package func recordOfUse(of id: CustomerID, limit: Int = 100_000) throws(StoreError) -> [UseOfRecord] {
        try engine.read { session throws(StoreError) in
            try session.all(
                "SELECT at, actor, act, detail FROM audit_trail WHERE subject = $1 ORDER BY number LIMIT $2",
                id.description, limit
            ) { UseOfRecord(at: $0.instant(0), by: $0.text(1), act: $0.text(2), detail: $0.text(3)) }
        }
    }

    /// Notes that somebody opened a record (`view_customer`) or took it out (`export_customer`), before they see it.
    package func noteUse(
        _ act: UseOfRecord.Act, of id: CustomerID, by login: String, purpose: String = "", at: Instant
    ) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(id)
            try session.appendTrail(
                chain, at: at, actor: login, act: act.rawValue, subject: try session.current(id).description,
                detail: purpose)
        }
    }

    /// The customer's answers with their dates.
    package func consentRecord(of id: CustomerID) throws(StoreError) -> [ConsentRecord] {
        try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT purpose, is_given, noted_at, noted_by FROM customer_consents WHERE customer = $1
                ORDER BY purpose
                """, try session.current(id.number)
            ) { row throws(StoreError) in
                ConsentRecord(
                    consent: Consent(purpose: try row.value(0), isGiven: row.bool(1)), at: row.instant(2),
                    by: row.text(3))
            }
        }
    }
}
