package import Complaints
import Customers
package import Dossier
import Glibc
import Valuation
package import WorkingTime

extension Store {
    /// All open cases in the queue's order; a hundred thousand take less than a tenth of a second.
    package func queue(now: Instant) throws(StoreError) -> QueueSnapshot {
        try engine.read { session throws(StoreError) in
            var logins = LoginTable()
            let facts = try session.queueFacts(&logins)
            let since = now.queueDay - QueueCounts.paceDays
            let ended = try session.integer("SELECT SUM(ended) FROM queue_days WHERE day > $1", since) ?? 0
            defer { session.forgetPages() }
            return QueueSnapshot(unordered: facts, logins: logins.logins, endedLately: Int(ended), takenAt: now)
        }
    }

    /// What the list shows of these cases, ended ones too; those unknown are left out.
    package func queueRows(_ numbers: [CaseNumber], now: Instant) throws(StoreError) -> [QueueRow] {
        try engine.read { session throws(StoreError) in
            var rows: [QueueRow] = []
            for number in numbers {
                if let row = try session.queueRow(ComplaintKey.number(number), now: now) { rows.append(row) }
            }
            return rows
        }
    }

    /// Views somebody has saved, by name.
    package func savedViews(of login: String) throws(StoreError) -> [SavedView] {
        try engine.read { session throws(StoreError) in
            try session.all("SELECT name, filter FROM saved_views WHERE login = $1 ORDER BY name", login) { row in
                QueueFilter(text: row.text(1)).map { SavedView(name: row.text(0), filter: $0) }
            }.compactMap { $0 }
        }
    }

    /// Keeps a view under its name, in place of an older one of that name.
    package func saveView(_ view: SavedView, of login: String) throws(StoreError) {
        try Limit.text(view.name, field: "name", max: Limit.nameBytesMax)
        guard !view.name.isEmpty else { throw .badValue(field: "name", value: "") }
        try engine.write { session throws(StoreError) in
            let others = try session.integer(
                "SELECT COUNT(*) FROM saved_views WHERE login = $1 AND name <> $2", login, view.name)
            guard others ?? 0 < SavedView.viewsMax else { throw .tooLong(field: "name", limit: SavedView.viewsMax) }
            try session.run(
                """
                INSERT INTO saved_views (login, name, filter) VALUES ($1, $2, $3)
                ON CONFLICT (login, name) DO UPDATE SET filter = $3
                """, login, view.name, view.filter.text)
        }
    }

    package func removeView(named name: String, of login: String) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            _ = try session.run("DELETE FROM saved_views WHERE login = $1 AND name = $2", login, name)
        }
    }
}

/// Logins by their place, so that a row of the queue holds two bytes for one.
struct LoginTable {
    private(set) var logins: [String] = []
    private var places: [String: UInt16] = [:]
    private var lastPlace: UInt16?
    private var lastUTF8: [UInt8] = []

    /// The place of the login that the statement's text column holds; equal neighbours cost no new text.
    mutating func place(_ statement: some Statement, _ column: Int) -> UInt16 {
        if let lastPlace, statement.withUTF8(column, { lastUTF8.isSame(as: $0) }) {
            return lastPlace
        }
        let login = statement.text(column)
        lastUTF8 = Array(login.utf8)
        let place = places[login] ?? UInt16(clamping: logins.count)
        if places[login] == nil, logins.count < Int(UInt16.max) {
            places[login] = place
            logins.append(login)
        }
        lastPlace = place
        return place
    }
}

extension [UInt8] {
    fileprivate func isSame(as bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == bytes.count, let start = bytes.baseAddress else { return false }
        return withUnsafeBytes { $0.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? true }
    }
}

extension Session {
    fileprivate func queueFacts(_ logins: inout LoginTable) throws(StoreError) -> [QueueFacts] {
        let count = try integer("SELECT COUNT(*) FROM queue_cases") ?? 0
        let statement = try statement(
            """
            SELECT complaint, state, severity, owner, handler, due, tier_until, risk_from, moved_at, change, tier_rank,
                bounces, is_vulnerable, paused_seconds, escalation, is_claimed FROM queue_cases
            """)
        defer { statement.reset() }
        // Known by its type the statement is read a good deal faster; a hundred thousand rows are waited for.
        if let statement = statement as? SQLiteStatement { return try facts(statement, count: Int(count), &logins) }
        return try facts(statement, count: Int(count), &logins)
    }

    private func facts(
        _ statement: some Statement, count: Int, _ logins: inout LoginTable
    ) throws(StoreError) -> [QueueFacts] {
        let states = CaseState.allCases
        let severities = Severity.allCases
        var facts: [QueueFacts] = []
        facts.reserveCapacity(count)
        while try statement.step() {
            let severity = min(max(1, statement.int(2)), severities.count)
            let state = min(max(0, statement.int(1)), states.count - 1)
            facts.append(
                QueueFacts(
                    number: statement.integer(0), state: states[state], severity: severities[severity - 1],
                    owner: logins.place(statement, 3), handler: logins.place(statement, 4),
                    due: statement.optionalInteger(5) ?? .max, tierUntil: statement.optionalInteger(6) ?? .max,
                    riskFrom: statement.optionalInteger(7) ?? .max, movedAt: statement.integer(8),
                    change: statement.integer(9), tierRank: UInt8(clamping: statement.int(10)),
                    bounces: UInt8(clamping: statement.int(11)), isVulnerable: statement.bool(12),
                    isPaused: !statement.isNull(13) || states[state] == .waiting,
                    hasEscalation: statement.integer(14) != 0, isClaimed: statement.bool(15)))
        }
        return facts
    }

    fileprivate func queueRow(_ number: Int64, now: Instant) throws(StoreError) -> QueueRow? {
        try first(
            """
            SELECT c.customer, p.name, COALESCE(o.tier, v.tier, 'unrated'), c.state, c.severity, c.level, c.owner,
                c.handler, c.summary, c.version, c.category, q.due, q.paused_seconds, q.is_provisional, q.is_vulnerable,
                q.escalation, q.is_claimed, q.risk_from, q.moved_at, q.bounces
            FROM complaints c LEFT JOIN queue_cases q ON q.complaint = c.number
            LEFT JOIN customers p ON p.id = c.customer LEFT JOIN value_summaries v ON v.customer = c.customer
            LEFT JOIN tier_overrides o ON o.customer = c.customer AND o.until > $1
            WHERE c.number = $2
            """, now, number
        ) { row throws(StoreError) in
            var found = QueueRow(
                caseNumber: ComplaintKey.caseNumber(number), customer: row.optionalInteger(0).map(CustomerID.init),
                customerName: row.optionalText(1), tier: try row.value(2), state: try row.value(3),
                severity: try row.value(4), level: row.int(5), owner: row.text(6), handler: row.text(7),
                summary: row.text(8), version: row.int(9))
            found.category = row.optionalText(10)
            guard !row.isNull(18) else { return found }
            found.due = row.optionalInstant(11)
            found.pausedSeconds = row.optionalInteger(12)
            found.isProvisional = row.bool(13)
            found.isVulnerable = row.bool(14)
            let sequence = row.int(15)
            if sequence > 0 { found.escalation = QueueEscalation(sequence: sequence, isAccepted: row.bool(16)) }
            found.isRisk = row.optionalInteger(17).map { $0 <= now.microseconds } ?? false
            found.isStuck = QueueCounts.isStuck(found.state, movedAt: row.instant(18), now: now)
            found.isBouncing = row.int(19) >= QueueCounts.bouncesMin
            return found
        }
    }
}
