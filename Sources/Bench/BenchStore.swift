import Complaints
import Customers
import Dossier
import Money
import Store
import WorkingTime

/// Makes the store that the bench measures on: so many customers, three history rows each, ranked.
enum BenchStore {
    static let source = "bench"
    static let historyRowsPerCustomer = 3
    static let settings = CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei", demoLabel: "bench")

    /// Builds it at `path`; `progress` hears of every hundred thousand customers.
    static func build(
        at path: String, customers: Int, complaints: Int, rules: (CentreSettings) -> RulesReader, now: Instant,
        progress: (String) -> Void
    ) throws -> [Figure] {
        let administrator = Agent(login: "bench", roles: [.agent, .supervisor, .administrator])
        let store = try Store.create(path, settings: settings, administrator: administrator)
        let clock = ContinuousClock()
        let start = clock.now
        let run = ImportRun(source: source, file: "made", startedAt: now, by: "bench")
        let writer = try store.bulkWriter(run)
        for number in 1...customers {
            _ = try writer.add(customer: MadeCustomer(number: number).customer, line: number)
            if number % 100_000 == 0 { progress("\(number) customers") }
        }
        _ = try writer.finish(at: now)
        let customersDone = clock.now
        try addHistory(to: store, customers: customers, now: now, progress: progress)
        let historyDone = clock.now
        _ = try store.updateTiers(now: now)
        let ranked = clock.now
        try store.use(rules(settings))
        let opened = try MadeComplaints.build(
            in: store, count: complaints, customers: customers, now: now, progress: progress)
        try store.close()
        let history = Double(customers * historyRowsPerCustomer)
        return [
            Figure(
                "load.customers", Double(customers) / seconds(start, customersDone), "rows/s", .atLeast(20_000)),
            Figure("load.history", history / seconds(customersDone, historyDone), "rows/s"),
            Figure("load.tiers", seconds(historyDone, ranked), "s"),
        ] + opened
    }

    private static func addHistory(
        to store: Store, customers: Int, now: Instant, progress: (String) -> Void
    ) throws(StoreError) {
        let writer = try store.bulkWriter(ImportRun(source: source, file: "made", startedAt: now, by: "bench"))
        let day: Int64 = 86_400_000_000
        for number in 1...customers {
            let made = MadeCustomer(number: number)
            for row in 0..<historyRowsPerCustomer {
                let age = Int64(made.mixed(UInt64(20 + row)) % 700) * day
                let at = Instant(microseconds: now.microseconds - age - Int64(row))
                let reference = "\(number)-\(row)"
                if row == 0 {
                    let contact = NewInteraction(
                        customer: CustomerID(0), at: at, kind: .call, text: "詢問保養時間與費用", wrapUpCode: "answered")
                    _ = try writer.add(
                        interaction: contact, reference: reference, customerReference: String(number), line: number)
                } else {
                    let amount = Money(minorUnits: Int64(made.mixed(UInt64(30 + row)) % 9_000) + 100, currency: .twd)
                    let purchase = PurchaseLine(
                        at: at, invoice: reference, product: "定期保養", quantity: 1, amount: amount)
                    _ = try writer.add(
                        purchase: purchase, reference: reference, customerReference: String(number), line: number)
                }
            }
            if number % 100_000 == 0 { progress("\(number * historyRowsPerCustomer) history rows") }
        }
        _ = try writer.finish(at: now)
    }
}

/// Seconds between two instants of the monotonic clock.
func seconds(_ from: ContinuousClock.Instant, _ to: ContinuousClock.Instant) -> Double {
    let parts = from.duration(to: to).components
    return max(1e-9, Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
}
