package import Complaints
package import Customers
package import Dossier
import Synchronization
package import WorkingTime

/// Writes many rows in short transactions; rows met before (same source and reference) are updated or left alone.
///
/// Rows are gathered and committed in batches; an `add` that filled a batch returns its commit, the others nil.
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
    private var complaintDesk: ComplaintDesk?
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
        if isInitialLoad { try? store.engine.setBulkLoading(false) }
    }

    /// `customer.reference` is the key within the run's source; the id is ignored.
    package func add(customer: Customer, origin: RowOrigin? = nil, line: Int) throws(StoreError) -> BulkCommit? {
        try add(
            BulkRow(line: line, reference: customer.reference ?? "", origin: origin, content: .customer(customer)))
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
        try commit()
    }

    /// Commits what is gathered and records the run, also one that stopped in the middle of its file.
    ///
    /// Values and tiers are not recomputed: call `updateTiers`.
    package func finish(at: Instant, fileHash: String? = nil) throws(StoreError) -> BulkCommit {
        let commit = try commit()
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
    /// Rows in one transaction while the store is filled for the first time.
    static let rowsPerBatchInitial = 25_000
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
        return rows.count + rejections.count + repeats >= batchLimit(row) ? try commit() : nil
    }

    private func batchLimit(_ row: BulkRow) -> Int {
        if case .complaint = row.content {
            return isInitialLoad ? Self.complaintsPerBatchInitial : Self.complaintsPerBatchLive
        }
        guard isInitialLoad else { return Self.rowsPerBatchLive }
        if case .purchase = row.content { return Self.purchasesPerBatchInitial }
        return Self.rowsPerBatchInitial
    }

    private func commit() throws(StoreError) -> BulkCommit {
        complaintDesk = makeComplaintDesk()
        let (batch, number) = isDryRun ? try store.engine.rehearse(write) : try store.engine.write(write)
        if isDryRun {
            try rehearsal.note(rows, except: batch.rejections)
            repeats = 0
        } else {
            references = batch.references
        }
        runNumber = number
        counts = batch.counts
        counts.rejected += batch.rejections.count
        rows.removeAll(keepingCapacity: true)
        rejections.removeAll(keepingCapacity: true)
        return BulkCommit(
            throughLine: lastLine, rejections: batch.rejections.sorted { $0.line < $1.line }, counts: counts)
    }

    /// The rules of cases from elsewhere, read before the transaction; nil for a batch without any.
    private func makeComplaintDesk() -> ComplaintDesk? {
        let hasComplaints = rows.contains { if case .complaint = $0.content { true } else { false } }
        guard hasComplaints, let book = store.book else { return nil }
        return ComplaintDesk(chain: store.chain, book: book, zone: store.zoneRules.withLock { $0 })
    }

    /// The batch's transaction; nothing of the writer changes before it is committed.
    private func write(_ session: any Session) throws(StoreError) -> (BulkBatch, Int64) {
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
        return (batch, number)
    }
}

extension Store {
    /// A writer for many rows of one source; one at a time.
    package func bulkWriter(_ run: ImportRun, isDryRun: Bool = false) throws(StoreError) -> BulkWriter {
        try BulkWriter(self, run, isDryRun: isDryRun)
    }
}
