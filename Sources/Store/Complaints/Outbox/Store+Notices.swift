package import Complaints
package import WorkingTime

extension Store {
    /// What `login` has not been told yet and may be told at `now`, oldest first. Reading takes nothing away.
    package func notices(for login: String, now: Instant, limit: Int = 200) throws(StoreError) -> [Notice] {
        try engine.read { session throws(StoreError) in
            try session.notices(
                "target = $1 AND delivered_at IS NULL AND is_gathering = 0 AND deliver_from <= $2 ORDER BY id LIMIT $3",
                login, now, limit)
        }
    }

    /// Takes messages to deliver, whoever they are for; nobody else gets them before the lease is over.
    ///
    /// Whoever dies in between leaves them to the next: a message is delivered at least once, and its key tells a
    /// repeat.
    package func claimNotices(now: Instant, leaseSeconds: Int64 = 60, limit: Int = 100) throws(StoreError) -> [Notice] {
        try engine.write { session throws(StoreError) in
            let notices = try session.notices(
                """
                delivered_at IS NULL AND is_gathering = 0 AND deliver_from <= $1
                    AND (claimed_until IS NULL OR claimed_until <= $1)
                ORDER BY deliver_from, id LIMIT $2
                """, now, limit)
            let until = Instant(microseconds: now.microseconds + leaseSeconds * 1_000_000)
            for notice in notices {
                try session.run(
                    "UPDATE notices SET claimed_until = $1, attempts = attempts + 1 WHERE id = $2", until, notice.id)
            }
            return notices.map { notice in
                var notice = notice
                notice.attempts += 1
                return notice
            }
        }
    }

    /// They were shown or sent; again is no error. Returns how many had not been yet.
    @discardableResult
    package func markDelivered(_ ids: [Int64], at now: Instant) throws(StoreError) -> Int {
        guard !ids.isEmpty else { return 0 }
        return try engine.write { session throws(StoreError) in
            var count = 0
            for id in ids {
                count += try session.run(
                    "UPDATE notices SET delivered_at = $1 WHERE id = $2 AND delivered_at IS NULL", now, id)
            }
            return count
        }
    }

    /// The cases a summary stands for, in the order they fell due.
    package func cases(of notice: Notice, limit: Int = 500) throws(StoreError) -> [CaseNumber] {
        guard notice.kind == nil else { return [notice.caseNumber] }
        return try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT e.complaint FROM summary_effects s JOIN complaint_effects e ON e.id = s.effect
                WHERE s.notice = $1 GROUP BY e.complaint ORDER BY MIN(e.id) LIMIT $2
                """, notice.id, limit
            ) { ComplaintKey.caseNumber($0.integer(0)) }
        }
    }
}

extension Session {
    /// Messages that match the rest of a WHERE clause.
    fileprivate func notices(_ condition: String, _ values: any SQLBindable...) throws(StoreError) -> [Notice] {
        let statement = try statement(
            """
            SELECT id, key, target, kind, complaint, clock, stage, due, count, made_at, deliver_from, attempts,
                topic
            FROM notices WHERE \(condition)
            """)
        statement.bindAll(values)
        defer { statement.reset() }
        var notices: [Notice] = []
        while try statement.step() {
            notices.append(
                Notice(
                    id: statement.integer(0), key: statement.text(1), target: statement.text(2),
                    kind: CaseEffect.Kind(rawValue: statement.text(3)),
                    caseNumber: ComplaintKey.caseNumber(statement.integer(4)), clock: statement.optionalText(5),
                    stage: statement.optionalText(6).flatMap(Stage.init(text:)), due: statement.optionalInstant(7),
                    topic: try statement.optionalValue(12),
                    count: statement.int(8), madeAt: statement.instant(9), deliverFrom: statement.instant(10),
                    attempts: statement.int(11)))
        }
        return notices
    }

    /// Messages that may be delivered and were not.
    func undeliveredNotices(at now: Instant) throws(StoreError) -> Int {
        Int(
            try integer(
                "SELECT COUNT(*) FROM notices WHERE delivered_at IS NULL AND is_gathering = 0 AND deliver_from <= $1",
                now) ?? 0)
    }
}
