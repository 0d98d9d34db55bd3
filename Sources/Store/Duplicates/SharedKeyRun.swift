/// One walk through an index in its order: neighbours under one key share it.
struct SharedKeyRun {
    private(set) var pairs: Set<CustomerPair> = []
    /// False once there were more pairs than are kept.
    private(set) var isWhole = true
    private let index: TextIndex
    /// Only pairs with a customer from here on.
    private let first: Int64
    private var key = ""
    private var customer: Int64 = -1
    private var sharers: [Int64] = []

    /// Keys of more customers are a switchboard's or a placeholder.
    static let sharersMax = 20
    static let pairsMax = 50_000
    private static let keysPerRead = 20_000

    init(_ index: TextIndex, from first: Int64) {
        self.index = index
        self.first = first
    }

    /// Reads the next stretch; false at the end.
    mutating func advance(_ session: any Session) throws(StoreError) -> Bool {
        let rows = try session.statement(
            """
            SELECT \(index.column), customer FROM \(index.rawValue)
            WHERE (\(index.column), customer) > ($1, $2) ORDER BY \(index.column), customer LIMIT $3
            """)
        rows.bind(key, at: 1)
        rows.bind(customer, at: 2)
        rows.bind(Int64(Self.keysPerRead), at: 3)
        defer { rows.reset() }
        var count = 0
        while try rows.step() {
            count += 1
            let isSame = rows.withUTF8(0) { $0.elementsEqual(key.utf8) }
            if !isSame {
                meet()
                key = rows.text(0)
            }
            customer = rows.integer(1)
            sharers.append(customer)
        }
        if count < Self.keysPerRead { meet() }
        return count == Self.keysPerRead && isWhole
    }

    private mutating func meet() {
        defer { sharers.removeAll(keepingCapacity: true) }
        guard (2...Self.sharersMax).contains(sharers.count) else { return }
        for (place, one) in sharers.enumerated() {
            for other in sharers[(place + 1)...] where max(one, other) >= first {
                pairs.insert(CustomerPair(one, other))
            }
        }
        if pairs.count > Self.pairsMax { isWhole = false }
    }
}
