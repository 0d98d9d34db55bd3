import Complaints

/// One batch of an import with all it needs, to be committed wherever there is time for it.
struct BatchWork: Sendable {
    let store: Store
    let run: ImportRun
    let isDryRun: Bool
    let isInitialLoad: Bool
    var runNumber: Int64?
    var rows: [BulkRow]
    var rejections: [BulkRejection]
    var counts: BulkCounts
    var lastLine: Int
    var references: ReferenceCache
    var complaintDesk: ComplaintDesk?

    /// Commits the rows (a rehearsal forgets them again); nothing outside changes before that.
    mutating func perform() throws(StoreError) -> BatchOutcome {
        let engine = store.engine
        var outcome =
            isDryRun
            ? try engine.rehearse { session throws(StoreError) in try write(session) }
            : try engine.write { session throws(StoreError) in try write(session) }
        outcome.counts.rejected += outcome.rejections.count
        outcome.rejections.sort { $0.line < $1.line }
        return outcome
    }

    private mutating func write(_ session: any Session) throws(StoreError) -> BatchOutcome {
        let source = try session.source(named: run.source)
        if isInitialLoad, runNumber == nil { try session.markActivityStale() }
        let number: Int64
        if let runNumber { number = runNumber } else { number = try session.begin(run, source: source) }
        var batch = BulkBatch(
            source: source, run: run, counts: counts, rejections: rejections, recordsActivity: !isInitialLoad)
        batch.complaintDesk = complaintDesk
        // Handed over, not shared: a shared cache is copied at its first change. A batch that fails loses only time.
        swap(&batch.references, &references)
        try batch.write(rows, session)
        try session.note(number, throughLine: lastLine, batch.counts, rejected: batch.rejections.count)
        return BatchOutcome(
            runNumber: number, throughLine: lastLine, rejections: batch.rejections, counts: batch.counts,
            references: batch.references)
    }
}

/// What a committed batch leaves to the next.
struct BatchOutcome: Sendable {
    var runNumber: Int64
    var throughLine: Int
    /// In the order of their lines.
    var rejections: [BulkRejection]
    /// Totals since the run began.
    var counts: BulkCounts
    var references: ReferenceCache
}
