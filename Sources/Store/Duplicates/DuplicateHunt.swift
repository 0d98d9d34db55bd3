import Customers
import Dossier

/// One search through the whole store: signatures of all, then the pairs worth weighing, then the chances.
///
/// Reads in short stretches, so that nothing it holds grows the log. Memory: 72 bytes a customer, and at most
/// ``recordsKeptMax`` records and ``pairsKeptMax`` weighed pairs.
struct DuplicateHunt {
    private let store: Store
    private var index = DuplicateIndex()
    private var frequencies = NameFrequencies()
    private var records: [Int64: DuplicateRecord] = [:]
    private var keepsAll = true
    private var weighed: [(a: Int64, b: Int64, weight: Float)] = []
    private var prior = DuplicatePrior()
    private var compared = 0
    /// Only pairs with a customer from here on.
    private let first: Int64

    /// About 1 KB each.
    static let recordsKeptMax = 60_000
    /// Pairs kept until the chances are known; 24 bytes each.
    static let pairsKeptMax = 4_000_000
    /// Pairs weighed between two looks into the store.
    static let pairsPerRead = 5_000
    static let recordsPerRead = 5_000
    /// No prior makes a lighter pair a proposal.
    static let weightMin: Float = 5

    init(_ store: Store, from first: Int64 = 0) {
        self.store = store
        self.first = first
    }

    mutating func run(
        minimum: Double, _ body: (DuplicatePair) throws(StoreError) -> Void
    ) throws(StoreError) -> DuplicateSearch {
        try scan()
        try weigh()
        let start = prior.weight(records: index.count)
        let different = try store.engine.read { session throws(StoreError) in try session.differentPairs() }
        var found = 0
        let scorer = DuplicateScorer(frequencies: frequencies)
        for pair in weighed {
            let probability = AgreementModel.probability(weight: Double(pair.weight), prior: start)
            guard probability >= minimum, !different.contains(CustomerPair(pair.a, pair.b)) else { continue }
            try load([pair.a, pair.b])
            guard let a = records[pair.a], let b = records[pair.b] else { continue }
            let score = scorer.score(a, b)
            let references = try store.engine.read { session throws(StoreError) in
                (try session.origin(of: pair.a), try session.origin(of: pair.b))
            }
            try body(
                DuplicatePair(
                    a: CustomerID(pair.a), aReference: references.0, b: CustomerID(pair.b), bReference: references.1,
                    weight: score.weight, probability: probability, evidence: score.evidence))
            found += 1
        }
        return DuplicateSearch(
            records: index.count, compared: compared, found: found, skippedBlocks: index.skippedBlocks)
    }

    private mutating func scan() throws(StoreError) {
        var last: Int64? = 0
        while let from = last {
            let page = try store.engine.read { session throws(StoreError) in
                try DuplicateReader.records(after: from, limit: Self.recordsPerRead, session)
            }
            last = page.last
            for record in page.records {
                index.add(record)
                frequencies.add(record)
                if keepsAll { records[record.id] = record }
            }
            if keepsAll, records.count > Self.recordsKeptMax {
                keepsAll = false
                records = [:]
            }
        }
    }

    private mutating func weigh() throws(StoreError) {
        let scorer = DuplicateScorer(frequencies: frequencies)
        var waiting: [(a: Int64, b: Int64)] = []
        // Taken out while its pairs come: they need the rest of this value.
        var index = self.index
        self.index = DuplicateIndex()
        try index.forEachPair { a, b throws(StoreError) in
            guard max(a, b) >= first else { return }
            waiting.append((min(a, b), max(a, b)))
            if waiting.count >= Self.pairsPerRead { try weigh(&waiting, scorer) }
        }
        try weigh(&waiting, scorer)
        self.index = index
    }

    private mutating func weigh(
        _ pairs: inout [(a: Int64, b: Int64)], _ scorer: DuplicateScorer
    ) throws(StoreError) {
        try load(pairs.flatMap { [$0.a, $0.b] })
        for pair in pairs {
            guard let a = records[pair.a], let b = records[pair.b] else { continue }
            let weight = scorer.score(a, b).weight
            compared += 1
            prior.add(weight: weight)
            if Float(weight) >= Self.weightMin { weighed.append((pair.a, pair.b, Float(weight))) }
        }
        guard weighed.count <= Self.pairsKeptMax else {
            throw .tooMany(what: "duplicate pairs", limit: Self.pairsKeptMax)
        }
        pairs.removeAll(keepingCapacity: true)
    }

    /// Reads the records that are not at hand.
    private mutating func load(_ ids: [Int64]) throws(StoreError) {
        guard !keepsAll else { return }
        let missing = Set(ids).filter { records[$0] == nil }.sorted()
        guard !missing.isEmpty else { return }
        if records.count + missing.count > Self.recordsKeptMax {
            let needed = Set(ids)
            records = records.filter { needed.contains($0.key) }
        }
        let read = try store.engine.read { session throws(StoreError) in
            var read: [DuplicateRecord] = []
            for id in missing {
                if let record = try DuplicateReader.record(id, session) { read.append(record) }
            }
            return read
        }
        for record in read { records[record.id] = record }
    }
}

/// Two customers in no order.
struct CustomerPair: Hashable {
    let a: Int64
    let b: Int64

    init(_ a: Int64, _ b: Int64) {
        self.a = min(a, b)
        self.b = max(a, b)
    }
}

extension Session {
    func differentPairs() throws(StoreError) -> Set<CustomerPair> {
        Set(try all("SELECT a, b FROM different_customers") { CustomerPair($0.integer(0), $0.integer(1)) })
    }

    /// `crm/123`: the system a customer came from and the key there; nil for one typed at the desk.
    func origin(of customer: Int64) throws(StoreError) -> String? {
        try first(
            """
            SELECT s.name, c.reference FROM customers c JOIN sources s ON s.id = c.source
            WHERE c.id = $1 AND c.reference IS NOT NULL
            """, customer
        ) { $0.text(0) + "/" + $0.text(1) }
    }
}
