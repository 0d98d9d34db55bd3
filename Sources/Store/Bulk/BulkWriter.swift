package import Complaints
package import Customers
package import Dossier
import Synchronization
package import WorkingTime

/// Writes many rows in short transactions; rows met before (same source and reference) are updated or left alone.
///
/// Rows are gathered and committed in batches, each while the next is gathered: an `add` that filled a batch returns
/// the commit of the batch before, the others nil.
/// A purchase, contact or holding of a reference not seen before makes a customer who is known by that reference only.
/// One thread uses a writer, and `finish` ends it. A crash leaves whole batches: import the file again.
package final class BulkWriter {
    private let store: Store
    private let run: ImportRun
    /// A rehearsal counts what would happen and writes nothing.
    private let isDryRun: Bool
    /// True while nobody has worked on the store: batches are large and last contacts are worked out at the end.
    private let isInitialLoad: Bool
    private var runNumber: Int64?
    private var rows: [BulkRow] = []
    private var rejections: [BulkRejection] = []
    private var counts = BulkCounts()
    private var lastLine = 0
    private var references = ReferenceCache()
    private var rehearsal = Rehearsal()
    private let lane = BatchLane()
    /// Rows that a dry run has counted without rehearsing them.
    private var repeats = 0

    init(_ store: Store, _ run: ImportRun, isDryRun: Bool) throws(StoreError) {
        self.store = store
        self.run = run
        self.isDryRun = isDryRun
        try Limit.text(run.file, field: "file", max: Limit.fieldBytesMax)
        try Limit.text(run.source, field: "source", max: Limit.nameBytesMax)
        guard !run.source.isEmpty else { throw .badValue(field: "source", value: "") }
        isInitialLoad = try store.engine.read { session throws(StoreError) in
            try session.integer("SELECT 1 FROM customer_activity WHERE last_at_desk IS NOT NULL LIMIT 1") == nil
        }
        if isInitialLoad { try store.engine.setBulkLoading(true) }
    }

    deinit {
        _ = try? lane.wait()
        if isInitialLoad { try? store.engine.setBulkLoading(false) }
    }

    /// `customer.reference` is the key within the run's source; the id is ignored.
    package func add(customer: Customer, origin: RowOrigin? = nil, line: Int) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: customer.reference ?? "", origin: origin,
                content: .customer(PreparedCustomer(customer, areKeysNeeded: !isDryRun))))
    }

    /// A line without a customer reference is kept as unattributed.
    package func add(
        purchase: PurchaseLine, reference: String, customerReference: String?, origin: RowOrigin? = nil, line: Int
    ) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: reference, customerReference: customerReference, origin: origin,
                content: .purchase(purchase)))
    }

    /// `interaction.customer` is ignored.
    package func add(
        interaction: NewInteraction, reference: String, customerReference: String?, origin: RowOrigin? = nil, line: Int
    ) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: reference, customerReference: customerReference, origin: origin,
                content: .interaction(interaction)))
    }

    package func add(
        vehicle: VehiclePlate, model: String?, reference: String, customerReference: String?,
        origin: RowOrigin? = nil, line: Int
    ) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: reference, customerReference: customerReference, origin: origin,
                content: .vehicle(vehicle, model: model)))
    }

    package func add(
        holding: Holding, reference: String, customerReference: String?, origin: RowOrigin? = nil, line: Int
    ) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: reference, customerReference: customerReference, origin: origin,
                content: .holding(holding)))
    }

    /// A case that ran elsewhere; the store must have its rules (`use`). Ids and customer are filled in here.
    package func add(
        complaint: ImportedCase, reference: String, customerReference: String?, origin: RowOrigin? = nil, line: Int
    ) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(
                line: line, reference: reference, customerReference: customerReference, origin: origin,
                content: .complaint(complaint)))
    }

    /// Commits what is gathered; more rows may follow.
    package func flush() throws(StoreError) -> BulkCommit {
        let before = try settled()
        let now = try commitNow()
        return BulkCommit(
            throughLine: now.throughLine, rejections: (before?.rejections ?? []) + now.rejections, counts: now.counts)
    }

    /// Commits what is gathered and records the run, also one that stopped in the middle of its file.
    ///
    /// Values and tiers are not recomputed: call `updateTiers`.
    package func finish(at: Instant, fileHash: String? = nil) throws(StoreError) -> BulkCommit {
        let commit = try flush()
        guard !isDryRun else { return commit }
        if isInitialLoad { try store.refreshActivity() }
        try store.engine.write { session throws(StoreError) in
            if isInitialLoad { try session.compactTokens() }
            try session.finish(runNumber ?? 0, at: at, fileHash: fileHash ?? run.fileHash)
            try session.appendTrail(
                store.chain, at: at, actor: run.by, act: "import", subject: run.source,
                detail: "run \(runNumber ?? 0) rows \(counts.inserted) \(counts.updated) \(counts.unchanged)")
        }
        return commit
    }

    /// Rows in one transaction while desks are at work.
    static let rowsPerBatchLive = 500
    /// Rows in one transaction while the store is filled for the first time; two batches are in memory, 2 KB a row.
    static let rowsPerBatchInitial = 20_000
    /// Purchases of many customers touch a page each: the more of them at once, the fewer times it is written.
    static let purchasesPerBatchInitial = 100_000
    /// Each becomes a dozen lines of the trail.
    static let complaintsPerBatchLive = 25
    static let complaintsPerBatchInitial = 1_000
}

extension BulkWriter {
    private func add(_ row: BulkRow) throws(StoreError) -> BulkCommit? {
        lastLine = row.line
        do throws(StoreError) {
            try row.check()
            if isDryRun, let fate = rehearsal.fate(of: row) {
                counts.add(fate)
                repeats += 1
            } else {
                rows.append(row)
            }
        } catch {
            rejections.append(BulkRejection(line: row.line, error: error))
        }
        return rows.count + rejections.count + repeats >= batchLimit(row) ? try handOver() : nil
    }

    private func batchLimit(_ row: BulkRow) -> Int {
        if case .complaint = row.content {
            return isInitialLoad ? Self.complaintsPerBatchInitial : Self.complaintsPerBatchLive
        }
        guard isInitialLoad else { return Self.rowsPerBatchLive }
        if case .purchase = row.content { return Self.purchasesPerBatchInitial }
        return Self.rowsPerBatchInitial
    }

    /// Begins the commit of what is gathered; returns that of the batch before.
    private func handOver() throws(StoreError) -> BulkCommit? {
        // A rehearsal has to be remembered before the next row comes.
        if isDryRun { return try commitNow() }
        let before = try settled()
        lane.begin(takeBatch())
        return before
    }

    /// The commit under way, once it is done; nil when none is.
    private func settled() throws(StoreError) -> BulkCommit? {
        try lane.wait().map(take)
    }

    private func commitNow() throws(StoreError) -> BulkCommit {
        let gathered = rows
        var work = takeBatch()
        let outcome = try work.perform()
        if isDryRun {
            try rehearsal.note(gathered, except: outcome.rejections)
            repeats = 0
        }
        return take(outcome)
    }

    private func take(_ outcome: BatchOutcome) -> BulkCommit {
        if !isDryRun { references = outcome.references }
        runNumber = outcome.runNumber
        counts = outcome.counts
        return BulkCommit(
            throughLine: outcome.throughLine, rejections: outcome.rejections, counts: outcome.counts)
    }

    private func takeBatch() -> BatchWork {
        var work = BatchWork(
            store: store, run: run, isDryRun: isDryRun, isInitialLoad: isInitialLoad, runNumber: runNumber, rows: [],
            rejections: [], counts: counts, lastLine: lastLine, references: ReferenceCache(),
            complaintDesk: makeComplaintDesk())
        swap(&work.rows, &rows)
        swap(&work.rejections, &rejections)
        swap(&work.references, &references)
        return work
    }

    /// The rules of cases from elsewhere, read before the transaction; nil for a batch without any.
    private func makeComplaintDesk() -> ComplaintDesk? {
        let hasComplaints = rows.contains { if case .complaint = $0.content { true } else { false } }
        guard hasComplaints, let book = store.book else { return nil }
        return ComplaintDesk(chain: store.chain, book: book, zone: store.zoneRules.withLock { $0 })
    }
}

extension Store {
    /// A writer for many rows of one source; one at a time.
    package func bulkWriter(_ run: ImportRun, isDryRun: Bool = false) throws(StoreError) -> BulkWriter {
        try BulkWriter(self, run, isDryRun: isDryRun)
    }
}
