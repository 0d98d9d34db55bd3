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
    /// Nil when the store is too large to do that beside an import.
    package func proposeDuplicates(from first: CustomerID, at: Instant) throws(StoreError) -> Int? {
        let last = try nextCustomer()
        guard last.number <= Self.customersSoughtAtImportMax else { return nil }
        guard first < last else { return 0 }
        var pairs: [DuplicatePair] = []
        _ = try findDuplicates(from: first) { pairs.append($0) }
        try propose(pairs, at: at)
        return pairs.count
    }

    /// Up to this many customers are gone through in a second or two.
    static let customersSoughtAtImportMax: Int64 = 50_000
}
