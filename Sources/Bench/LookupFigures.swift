import Customers
import Dossier
import Store
import WorkingTime

/// Look-ups and customer cards on a filled store, each kind of query many times over.
enum LookupFigures {
    static let queriesPerKind = 2_000
    /// Before a kind is timed, so that caches hold what a working desk's hold.
    static let warmingQueries = 500

    static func measure(_ store: Store, customers: Int, now: Instant) throws(StoreError) -> [Figure] {
        var figures: [Figure] = []
        for kind in kinds {
            figures += try time("lookup." + kind.name, customers: customers) { made throws(StoreError) in
                guard let text = kind.query(made) else { return }
                _ = try store.lookup(text, limit: 50)
            }
        }
        figures += try time("card", customers: customers) { made throws(StoreError) in
            _ = try store.card(CustomerID(Int64(made.number)), timelineLimit: 100, now: now)
        }
        return figures
    }

    private static let kinds: [(name: String, query: @Sendable (MadeCustomer) -> String?)] = [
        ("phone", { $0.phoneDigits }),
        ("phone_tail_6", { String($0.phoneDigits.suffix(6)) }),
        ("phone_tail_4", { String($0.phoneDigits.suffix(4)) }),
        ("phone_tail_3", { String($0.phoneDigits.suffix(3)) }),
        ("plate", { $0.plate?.key }),
        ("plate_part", { $0.plate.map { String($0.key.suffix(5)) } }),
        ("name_1", { String($0.name.prefix(1)) }),
        ("name_2", { String($0.name.suffix(2)) }),
        ("name_whole", { $0.name }),
        ("pinyin", { made in made.name.utf8.count > 8 ? "wang wei" : "li fang" }),
        ("initials", { made in made.number % 2 == 0 ? "zgq" : "lxh" }),
        ("customer", { CustomerID(Int64($0.number)).description }),
    ]

    private static func time(
        _ name: String, customers: Int, _ operation: (MadeCustomer) throws(StoreError) -> Void
    ) throws(StoreError) -> [Figure] {
        var samples = Samples()
        for index in 0..<warmingQueries + queriesPerKind {
            let made = MadeCustomer(number: 1 + Int(MadeCustomer(number: index).mixed(99) % UInt64(customers)))
            let start = ContinuousClock.now
            try operation(made)
            if index >= warmingQueries { samples.append(start.duration(to: .now)) }
        }
        return samples.figures(name, p99: .atMost(2))
    }
}
