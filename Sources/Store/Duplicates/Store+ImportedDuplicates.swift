package import Customers
import Dossier
package import WorkingTime

extension Store {
    /// The number the next new customer gets: those of an import begin here.
    package func nextCustomer() throws(StoreError) -> CustomerID {
        try engine.read { session throws(StoreError) in
            CustomerID(
                try session.integer("SELECT next FROM counters WHERE name = $1", Counter.customer.rawValue) ?? 1)
        }
    }

    /// Looks among the customers from `first` on for people known twice and keeps the pairs to be looked at; how many.
    ///
    /// A small store is gone through as a whole. In a larger one few newcomers are looked up by the keys they share with
    /// anybody, as at the desk; many are found by going once through the numbers and plates in their order: who shares
    /// neither is left to `findDuplicates`. Nil when even that gives too many pairs.
    package func proposeDuplicates(
        from first: CustomerID, at: Instant, wholeStoreMax: Int64 = Store.customersSoughtAtImportMax,
        lookedUpMax: Int64 = Store.newcomersLookedUpMax
    ) throws(StoreError) -> Int? {
        let last = try nextCustomer()
        guard first < last else { return 0 }
        var pairs: [DuplicatePair] = []
        if last.number <= wholeStoreMax {
            _ = try findDuplicates(from: first) { pairs.append($0) }
        } else if last.number - first.number <= lookedUpMax {
            pairs = try lookalikes(from: first.number, before: last.number)
        } else if let shared = try sharers(from: first.number) {
            pairs = shared
        } else {
            return nil
        }
        try propose(pairs, at: at)
        return pairs.count
    }

    /// Those who share a number or a plate with a customer from `first` on, weighed; nil when there are too many.
    private func sharers(from first: Int64) throws(StoreError) -> [DuplicatePair]? {
        var met = try engine.read { session throws(StoreError) in try session.differentPairs() }
        var candidates: [CustomerPair] = []
        for index in [TextIndex.phones, .plates] {
            var run = SharedKeyRun(index, from: first)
            while try engine.read({ session throws(StoreError) in try run.advance(session) }) {}
            for pair in run.pairs where met.insert(pair).inserted { candidates.append(pair) }
            guard run.isWhole else { return nil }
        }
        var pairs: [DuplicatePair] = []
        for start in stride(from: 0, to: candidates.count, by: Int(Self.newcomersPerRead)) {
            let some = candidates[start..<min(start + Int(Self.newcomersPerRead), candidates.count)]
            pairs += try engine.read { session throws(StoreError) in
                var found: [DuplicatePair] = []
                for pair in some {
                    if let weighed = try session.weighed(pair) { found.append(weighed) }
                }
                return found
            }
        }
        return pairs
    }

    /// Those whom the customers of a range look like, each pair once, in short reads.
    private func lookalikes(from first: Int64, before last: Int64) throws(StoreError) -> [DuplicatePair] {
        var met = try engine.read { session throws(StoreError) in try session.differentPairs() }
        var pairs: [DuplicatePair] = []
        var start = first
        while start < last {
            let end = min(start + Self.newcomersPerRead, last)
            let found = try engine.read { session throws(StoreError) in
                var found: [DuplicatePair] = []
                for number in start..<end {
                    guard let customer = try session.customer(CustomerID(number)) else { continue }
                    found += try session.lookalikes(of: customer, limit: Self.lookalikesOfOneMax)
                }
                return found
            }
            for pair in found where met.insert(CustomerPair(pair.a.number, pair.b.number)).inserted {
                pairs.append(pair)
            }
            start = end
        }
        return pairs
    }

    /// Up to this many customers are gone through in a second or two.
    package static let customersSoughtAtImportMax: Int64 = 50_000
    /// Up to this many newcomers are looked up in a larger store, at some 5,000 a second.
    package static let newcomersLookedUpMax: Int64 = 5_000
    private static let newcomersPerRead: Int64 = 500
    private static let lookalikesOfOneMax = 5
}
