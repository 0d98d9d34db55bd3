package import WorkingTime

/// One export: who takes what, and why.
package struct ExportRun: Sendable, Hashable {
    package var kind: ExportKind
    /// `csv`, `xlsx`, `jsonl`.
    package var format: String
    package var by: String
    package var at: Instant
    package var reason: String
    /// The start of the day whose rows count together.
    package var dayBegan: Instant
    /// True for somebody who may take more than the day's rows, and said so.
    package var isOverCap: Bool

    package init(
        kind: ExportKind, format: String, by: String, at: Instant, reason: String, dayBegan: Instant,
        isOverCap: Bool = false
    ) {
        self.kind = kind
        self.format = format
        self.by = by
        self.at = at
        self.reason = reason
        self.dayBegan = dayBegan
        self.isOverCap = isOverCap
    }
}

/// Why an export does not begin.
package enum ExportRefusal: Error, Sendable, Hashable {
    case tooManyToday(rows: Int, takenToday: Int, perDay: Int)
    case store(StoreError)
}

extension Store {
    /// Rows one person may take on one day, unless the setting `export_rows_per_day` says otherwise.
    package static let exportRowsPerDay = 500

    /// Notes the export in the trail and against the day's rows before any row leaves; its number and how many rows.
    package func beginExport(_ run: ExportRun) throws(ExportRefusal) -> (number: Int64, rows: Int) {
        let outcome: Result<(Int64, Int), ExportRefusal>
        do throws(StoreError) {
            try Limit.text(run.reason, field: "reason", max: Limit.fieldBytesMax)
            outcome = try engine.write { session throws(StoreError) -> Result<(Int64, Int), ExportRefusal> in
                let rows = try session.exportCount(run.kind)
                let taken = Int(
                    try session.integer(
                        """
                        SELECT SUM(COALESCE(rows_written, rows_reserved)) FROM exports WHERE made_by = $1 AND at >= $2
                        """, run.by, run.dayBegan) ?? 0)
                let perDay =
                    try session.first("SELECT value FROM settings WHERE name = 'export_rows_per_day'") { $0.text(0) }
                    .flatMap { Int($0) } ?? Self.exportRowsPerDay
                let subject = "\(run.kind.rawValue) \(run.format)"
                guard run.isOverCap || taken + rows <= perDay else {
                    try session.appendTrail(
                        chain, at: run.at, actor: run.by, act: "export_refused", subject: subject,
                        detail: "rows \(rows) today \(taken) of \(perDay)")
                    return .failure(.tooManyToday(rows: rows, takenToday: taken, perDay: perDay))
                }
                let number = (try session.integer("SELECT MAX(id) FROM exports") ?? 0) + 1
                try session.run(
                    """
                    INSERT INTO exports (id, at, made_by, kind, format, rows_reserved, reason)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    """, number, run.at, run.by, run.kind.rawValue, run.format, rows, run.reason)
                try session.appendTrail(
                    chain, at: run.at, actor: run.by, act: "export", subject: subject,
                    detail: "run \(number) rows \(rows) reason \(run.reason)")
                return .success((number, rows))
            }
        } catch {
            throw .store(error)
        }
        return try outcome.get()
    }

    /// The next rows; `limit` is at most a thousand, so that no reading lasts.
    package func exportPage(
        _ kind: ExportKind, from cursor: ExportCursor, limit: Int = 500
    ) throws(StoreError) -> ExportPage {
        // Read before: the rules may be read anew from the store, and a reading is not within another.
        let book = kind == .complaints ? self.book : nil
        return try engine.read { session throws(StoreError) in
            try session.exportPage(kind, from: cursor, limit: min(limit, 1_000), book: book)
        }
    }

    /// Notes what really left.
    package func finishExport(
        _ number: Int64, rows: Int, fileHash: String?, by: String, at: Instant
    ) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            try session.run(
                "UPDATE exports SET rows_written = $1, file_hash = $2 WHERE id = $3", rows, fileHash, number)
            try session.appendTrail(
                chain, at: at, actor: by, act: "exported", subject: "run \(number)",
                detail: "rows \(rows) sha256 \(fileHash ?? "-")")
        }
    }
}
