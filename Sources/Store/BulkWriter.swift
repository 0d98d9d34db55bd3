package import Customers
package import Dossier
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

    package init() {}
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

/// Writes many rows in short transactions; rows met before (same source and reference) are updated or left alone.
///
/// Rows are gathered and committed in batches; an `add` that filled a batch returns its commit, the others nil.
/// A purchase, contact or holding of a reference not seen before makes a customer who is known by that reference only.
/// One thread uses a writer, and `finish` ends it.
package final class BulkWriter {
    init() {}

    /// `customer.reference` is the key within the run's source; the id is ignored.
    package func add(customer: Customer, line: Int) throws(StoreError) -> BulkCommit? { throw pending }
    /// A line without a customer reference is kept as unattributed.
    package func add(purchase: PurchaseLine, reference: String, customerReference: String?, line: Int)
        throws(StoreError) -> BulkCommit?
    { throw pending }
    /// `interaction.customer` is ignored.
    package func add(interaction: NewInteraction, reference: String, customerReference: String, line: Int)
        throws(StoreError) -> BulkCommit?
    { throw pending }
    package func add(vehicle: VehiclePlate, model: String?, reference: String, customerReference: String, line: Int)
        throws(StoreError) -> BulkCommit?
    { throw pending }
    package func add(holding: Holding, reference: String, customerReference: String, line: Int) throws(StoreError)
        -> BulkCommit?
    { throw pending }

    /// Commits what is gathered and records the run. Values and tiers are not recomputed: call `updateTiers`.
    package func finish(at: Instant) throws(StoreError) -> BulkCommit { throw pending }
}
