import Customers
import Dossier
import WorkingTime

/// One transaction of an import: its rows, and what is learned from them.
///
/// Nothing of it counts until the transaction is committed, so it is a value that the writer takes over then.
struct BulkBatch {
    /// The source of the row at hand.
    private(set) var source: Int64
    private let runSource: Int64
    let run: ImportRun
    var references = ReferenceCache()
    var counts: BulkCounts
    var rejections: [BulkRejection]
    /// False during an initial load, which works last contacts out at its end.
    let recordsActivity: Bool
    var keys = KeyBatch()
    var customerNumbers = NumberRun(.customer)
    var interactionNumbers = NumberRun(.interaction)
    /// Nil for an import that cannot bring complaints.
    var complaintDesk: ComplaintDesk?
    /// Sources that single rows name, and who their references mean.
    private var namedSources: [String: Int64] = [:]
    private var otherReferences: [Int64: ReferenceCache] = [:]
    private var contacts: [Int64: (first: Instant, last: Instant)] = [:]

    init(
        source: Int64, run: ImportRun, counts: BulkCounts, rejections: [BulkRejection], recordsActivity: Bool
    ) {
        self.source = source
        runSource = source
        self.run = run
        self.counts = counts
        self.rejections = rejections
        self.recordsActivity = recordsActivity
    }

    mutating func write(_ rows: [BulkRow], _ session: any Session) throws(StoreError) {
        var purchases: [AttributedPurchase] = []
        for row in rows {
            try enter(row.origin?.source, session)
            switch row.content {
            case .purchase(let line):
                if row.customerReference != nil || row.origin?.customer != nil {
                    guard let customer = try attributed(row, session) else { continue }
                    purchases.append(
                        AttributedPurchase(
                            source: source, customer: customer, line: line, reference: row.reference,
                            fileLine: row.line))
                    note(customer, line.at)
                } else {
                    try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                        try batch.writeUnattributed(line, row.reference, session)
                    }
                }
            case .customer(let prepared):
                try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                    try batch.write(prepared, row, session)
                }
            case .interaction(let interaction):
                try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                    try batch.write(interaction, row, session)
                }
            case .vehicle(let plate, let model):
                try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                    try batch.write(plate, model, row, session)
                }
            case .complaint(let complaint):
                try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                    try batch.write(complaint, row, session)
                }
            case .holding(let holding):
                try one(row) { (batch: inout BulkBatch) throws(StoreError) in
                    try batch.write(holding, row, session)
                }
            }
        }
        try enter(nil, session)
        try write(&purchases, session)
        try keys.write(session)
        try customerNumbers.finish(session)
        try interactionNumbers.finish(session)
        if recordsActivity {
            for (customer, span) in contacts.sorted(by: { $0.key < $1.key }) {
                try session.touch(customer, first: span.first, last: span.last, atDesk: false)
            }
        }
    }

    mutating func note(_ customer: Int64, _ at: Instant) {
        guard recordsActivity else { return }
        let span = contacts[customer] ?? (at, at)
        contacts[customer] = (min(span.first, at), max(span.last, at))
    }

    /// Turns to the source a row names, or back to the run's.
    private mutating func enter(_ name: String?, _ session: any Session) throws(StoreError) {
        if name == nil, source == runSource { return }
        let wanted: Int64
        if let name {
            if let known = namedSources[name] { wanted = known } else { wanted = try session.source(named: name) }
            namedSources[name] = wanted
        } else {
            wanted = runSource
        }
        guard wanted != source else { return }
        otherReferences[source] = references
        references = otherReferences.removeValue(forKey: wanted) ?? ReferenceCache()
        source = wanted
    }

    /// The customer of a row, by our own number or by the source's reference.
    mutating func owner(of row: BulkRow, _ session: any Session) throws(StoreError) -> Int64 {
        guard let own = row.origin?.customer else { return try customer(row.customerReference ?? "", session) }
        let found = try session.integer("SELECT COALESCE(merged_into, id) FROM customers WHERE id = $1", own.number)
        guard let found else { throw .badValue(field: "tierline_customer", value: own.description) }
        return found
    }

    /// As `owner`; nil for one that is not there, whose row is then rejected.
    private mutating func attributed(_ row: BulkRow, _ session: any Session) throws(StoreError) -> Int64? {
        do throws(StoreError) {
            return try owner(of: row, session)
        } catch  where error.exitStatus == 65 {
            rejections.append(BulkRejection(line: row.line, error: error))
            return nil
        }
    }

    /// Who the run's source means by a reference; somebody new when it was never met.
    mutating func customer(_ reference: String, _ session: any Session) throws(StoreError) -> Int64 {
        if let known = try known(reference, session) { return known.customer }
        let id = try customerNumbers.take(session)
        let statement = try session.statement(
            """
            INSERT INTO customers (id, kind, source, reference, version, created_at, updated_at, updated_by)
            VALUES ($1, 'person', $2, $3, 1, $4, $4, $5)
            """)
        statement.bind(id, at: 1)
        statement.bind(source, at: 2)
        statement.bind(reference, at: 3)
        statement.bind(run.startedAt.microseconds, at: 4)
        statement.bind(run.by, at: 5)
        try statement.runOnce()
        try remember(reference, ReferenceCache.Known(customer: id, fingerprint: 0), isNew: true, session)
        return id
    }

    mutating func known(_ reference: String, _ session: any Session) throws(StoreError) -> ReferenceCache.Known? {
        if let known = references[reference] { return known }
        let statement = try session.statement(
            "SELECT customer, fingerprint FROM customer_references WHERE source = $1 AND reference = $2")
        statement.bind(source, at: 1)
        statement.bind(reference, at: 2)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        let known = ReferenceCache.Known(customer: statement.integer(0), fingerprint: statement.integer(1))
        references.put(reference, known)
        return known
    }

    mutating func remember(
        _ reference: String, _ known: ReferenceCache.Known, isNew: Bool, _ session: any Session
    ) throws(StoreError) {
        let statement = try session.statement(
            isNew
                ? "INSERT INTO customer_references (source, reference, customer, fingerprint) VALUES ($1, $2, $3, $4)"
                : """
                UPDATE customer_references SET customer = $1, fingerprint = $2 WHERE source = $3 AND reference = $4
                """)
        statement.bind(source, at: isNew ? 1 : 3)
        statement.bind(reference, at: isNew ? 2 : 4)
        statement.bind(known.customer, at: isNew ? 3 : 1)
        statement.bind(known.fingerprint, at: isNew ? 4 : 2)
        try statement.runOnce()
        references.put(reference, known)
    }

    /// Writes one row; what is wrong with the row itself rejects it, what is wrong with the store ends the batch.
    mutating func one(
        _ row: BulkRow, _ write: (inout BulkBatch) throws(StoreError) -> RowFate
    ) throws(StoreError) {
        do throws(StoreError) {
            counts.add(try write(&self))
        } catch  where error.exitStatus == 65 {
            rejections.append(BulkRejection(line: row.line, error: error))
        }
    }
}
