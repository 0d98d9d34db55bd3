/// The search keys of many new customers, put into each tree in the tree's own order.
struct KeyBatch {
    private var texts = [KeyRun](repeating: KeyRun(), count: TextIndex.allCases.count)
    private var tails: [(tail: Int64, customer: Int64)] = []
    private var tokens: [(customer: Int64, names: [String], plates: [String])] = []

    mutating func add(_ entries: IndexEntries, of customer: Int64) {
        for (index, key) in entries.texts { texts[index.place].add(key, of: customer) }
        for tail in entries.tails { tails.append((tail, customer)) }
        if !entries.nameTokens.isEmpty || !entries.plateTokens.isEmpty {
            tokens.append((customer, entries.nameTokens, entries.plateTokens))
        }
    }

    mutating func write(_ session: any Session) throws(StoreError) {
        for index in TextIndex.allCases {
            let statement = try session.statement(
                "INSERT INTO \(index.rawValue) (\(index.column), customer) VALUES ($1, $2)")
            try texts[index.place].forEachInOrder { key, customer throws(StoreError) in
                statement.bind(text: key, at: 1)
                statement.bind(customer, at: 2)
                try statement.runOnce()
            }
        }
        tails.sort { ($0.tail, $0.customer) < ($1.tail, $1.customer) }
        let statement = try session.statement("INSERT INTO phone_tails (tail, customer) VALUES ($1, $2)")
        for (tail, customer) in tails {
            statement.bind(tail, at: 1)
            statement.bind(customer, at: 2)
            try statement.runOnce()
        }
        tokens.sort { $0.customer < $1.customer }
        for (customer, names, plates) in tokens {
            try session.replaceTokens(in: .names, customer: customer, old: [], new: names)
            try session.replaceTokens(in: .plates, customer: customer, old: [], new: plates)
        }
        self = KeyBatch()
    }
}

extension TextIndex {
    /// Its place among all.
    fileprivate var place: Int {
        switch self {
        case .phones: 0
        case .plates: 1
        case .names: 2
        case .latin: 3
        case .pinyin: 4
        case .initials: 5
        }
    }
}
