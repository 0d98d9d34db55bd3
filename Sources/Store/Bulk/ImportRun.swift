package import WorkingTime

/// One run of an import: what is read, from where.
package struct ImportRun: Sendable, Hashable {
    /// Name the references belong to: `crm`, `uci`.
    package var source: String
    package var file: String
    /// SHA-256 of the file, hexadecimal; recorded, never a reason to refuse.
    package var fileHash: String?
    package var startedAt: Instant
    /// Login of who imports.
    package var by: String

    package init(source: String, file: String, fileHash: String? = nil, startedAt: Instant, by: String) {
        self.source = source
        self.file = file
        self.fileHash = fileHash
        self.startedAt = startedAt
        self.by = by
    }
}

/// What became of the rows handed over so far.
package struct BulkCounts: Sendable, Hashable {
    package var inserted = 0
    package var updated = 0
    package var unchanged = 0
    package var rejected = 0

    package init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
        self.rejected = rejected
    }

    mutating func add(_ fate: RowFate) {
        switch fate {
        case .inserted: inserted += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        }
    }
}

/// A row the store would not keep.
package struct BulkRejection: Sendable, Hashable {
    package var line: Int
    package var error: StoreError

    package init(line: Int, error: StoreError) {
        self.line = line
        self.error = error
    }
}

/// What a committed batch left behind.
package struct BulkCommit: Sendable, Hashable {
    /// Every row up to this line is on disk or among the rejections.
    package var throughLine: Int
    package var rejections: [BulkRejection]
    /// Totals since the run began.
    package var counts: BulkCounts

    package init(throughLine: Int, rejections: [BulkRejection], counts: BulkCounts) {
        self.throughLine = throughLine
        self.rejections = rejections
        self.counts = counts
    }
}

/// What became of one row.
enum RowFate {
    case inserted
    case updated
    case unchanged
}
