import Customers
import Dossier

/// What a dry run has seen so far: each batch is rehearsed from the store as it is, so rows of earlier ones must be
/// remembered to count a repeat as one. Sixteen bytes a row.
struct Rehearsal {
    private var contents: [Int: Int] = [:]
    /// Rows that can be remembered.
    static let rowsMax = 20_000_000

    /// What a row does that an earlier batch has brought; nil for a new one.
    mutating func fate(of row: BulkRow) -> RowFate? {
        let key = row.identity
        guard let before = contents[key] else { return nil }
        let content = row.contentHash
        contents[key] = content
        return before == content ? .unchanged : .updated
    }

    /// The rows of a batch that would have been kept.
    mutating func note(_ rows: [BulkRow], except rejected: [BulkRejection]) throws(StoreError) {
        let lines = Set(rejected.map(\.line))
        for row in rows where !lines.contains(row.line) { contents[row.identity] = row.contentHash }
        guard contents.count <= Self.rowsMax else { throw .tooMany(what: "rows in a dry run", limit: Self.rowsMax) }
    }
}

extension BulkRow {
    /// The same for rows that are one to the store.
    fileprivate var identity: Int {
        var hasher = Hasher()
        hasher.combine(origin?.source)
        hasher.combine(reference)
        if reference.isEmpty {
            hasher.combine(origin?.customer)
            hash(into: &hasher)
        }
        return hasher.finalize()
    }

    fileprivate var contentHash: Int {
        var hasher = Hasher()
        hasher.combine(customerReference)
        hasher.combine(origin?.customer)
        hash(into: &hasher)
        return hasher.finalize()
    }

    private func hash(into hasher: inout Hasher) {
        switch content {
        case .customer(let prepared): hasher.combine(prepared.fingerprint)
        case .purchase(let line): hasher.combine(line)
        case .interaction(let interaction): hasher.combine(interaction)
        case .vehicle(let plate, let model):
            hasher.combine(plate.key)
            hasher.combine(model)
        case .holding(let holding):
            hasher.combine(holding.product)
            hasher.combine(holding.reference)
            hasher.combine(holding.since)
            hasher.combine(holding.until)
        case .complaint(let complaint): hasher.combine(complaint)
        }
    }
}
