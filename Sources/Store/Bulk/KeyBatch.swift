/// The search keys of many new customers, put into each tree in the tree's own order.
struct KeyBatch {
    private var texts: [TextIndex: [(key: String, customer: Int64)]] = [:]
    private var tails: [(tail: Int64, customer: Int64)] = []
    private var tokens: [(customer: Int64, names: [String], plates: [String])] = []

    mutating func add(_ entries: IndexEntries, of customer: Int64) {
        for (index, keys) in entries.texts {
            for key in keys { texts[index, default: []].append((key, customer)) }
        }
        for tail in entries.tails { tails.append((tail, customer)) }
        if !entries.nameTokens.isEmpty || !entries.plateTokens.isEmpty {
            tokens.append((customer, entries.nameTokens, entries.plateTokens))
        }
    }

    mutating func write(_ session: any Session) throws(StoreError) {
        for index in TextIndex.allCases {
            guard var keys = texts[index] else { continue }
            keys.sort { $0.key == $1.key ? $0.customer < $1.customer : $0.key < $1.key }
            let statement = try session.statement(
                "INSERT INTO \(index.rawValue) (\(index.column), customer) VALUES ($1, $2)")
            for (key, customer) in keys {
                statement.bind(key, at: 1)
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
