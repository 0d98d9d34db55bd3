import Customers
import Dossier
import Money
import Testing
import Valuation
import WorkingTime

@testable import Store

@Suite struct BulkTests {
    private let temporary: TemporaryStore
    private var store: Store { temporary.store }

    init() throws { temporary = try TemporaryStore() }

    private func writer(isDryRun: Bool = false) throws -> BulkWriter {
        try store.bulkWriter(
            ImportRun(source: "crm", file: "f.csv", startedAt: .march, by: "amy"), isDryRun: isDryRun)
    }

    private func line(_ amount: Int64, at: Instant = .march) -> PurchaseLine {
        PurchaseLine(
            at: at, invoice: "I1", product: "tyre", quantity: 1, amount: Money(minorUnits: amount, currency: .twd))
    }

    private func customer(_ reference: String, _ name: String, phone: String? = nil) -> Customer {
        var customer = Customer.draft(name, phones: phone.map { [$0] } ?? [])
        customer.reference = reference
        return customer
    }

    /// Makes the store one that people work on, so that imports are cut into short transactions.
    private func atWork() throws { _ = try store.createCustomer(.draft("林"), by: "amy", at: .march) }

    private func run(_ body: (BulkWriter) throws -> Void) throws -> BulkCounts {
        let writer = try writer()
        try body(writer)
        return try writer.finish(at: .march).counts
    }

    @Test(arguments: [false, true]) func `the same rows twice change nothing`(atWork: Bool) throws {
        if atWork { try self.atWork() }
        func rows(_ writer: BulkWriter) throws {
            for count in 1...1200 {
                _ = try writer.add(
                    customer: customer("c\(count)", "客戶\(count)", phone: "+8869\(10_000_000 + count)"), line: count)
                _ = try writer.add(
                    purchase: line(Int64(count)), reference: "p\(count)", customerReference: "c\(count)", line: count)
                _ = try writer.add(purchase: line(1), reference: "u\(count)", customerReference: nil, line: count)
                _ = try writer.add(
                    interaction: NewInteraction(customer: CustomerID(0), at: .march, kind: .call, text: "call"),
                    reference: "i\(count)", customerReference: "c\(count)", line: count)
                _ = try writer.add(
                    holding: Holding(product: "card", reference: "\(count)"), reference: "h\(count)",
                    customerReference: "c\(count)", line: count)
            }
        }
        #expect(try run(rows) == BulkCounts(inserted: 6000))
        #expect(try run(rows) == BulkCounts(unchanged: 6000))
        let counts = StoreCounts(
            customers: atWork ? 1201 : 1200, purchases: 1200, unattributedPurchases: 1200, interactions: 1200,
            complaints: 0, openComplaints: 0, agents: 1)
        #expect(try store.counts() == counts)
    }

    @Test func `a row that says something else is brought up to date`() throws {
        _ = try run { writer in
            _ = try writer.add(customer: customer("c1", "王小明", phone: "+886912345678"), line: 1)
            _ = try writer.add(purchase: line(100), reference: "p1", customerReference: "c1", line: 2)
            _ = try writer.add(purchase: line(5), reference: "p2", customerReference: nil, line: 3)
        }
        let counts = try run { writer in
            _ = try writer.add(customer: customer("c1", "王大明", phone: "+886900000001"), line: 1)
            _ = try writer.add(purchase: line(200), reference: "p1", customerReference: "c1", line: 2)
            _ = try writer.add(purchase: line(5), reference: "p2", customerReference: "c1", line: 3)
        }
        #expect(counts == BulkCounts(inserted: 1, updated: 2))
        let card = try #require(try store.card(CustomerID(1), now: .march))
        #expect(card.customer.name == "王大明")
        #expect(card.customer.phones.map(\.e164) == ["+886912345678", "+886900000001"])
        #expect(card.timeline.compactMap(\.amount?.minorUnits) == [205])
        #expect(try store.counts().unattributedPurchases == 0)
    }

    @Test func `what was edited at the desk outlives the same file again`() throws {
        func rows(_ writer: BulkWriter) throws { _ = try writer.add(customer: customer("c1", "王小明"), line: 1) }
        _ = try run(rows)
        var edited = try #require(try store.customer(CustomerID(1)))
        edited.name = "王曉明"
        _ = try store.updateCustomer(edited, by: "amy", at: .march)
        #expect(try run(rows) == BulkCounts(unchanged: 1))
        #expect(try store.customer(CustomerID(1))?.name == "王曉明")
    }

    @Test func `a purchase of somebody unknown makes them, and their own row then fills them in`() throws {
        _ = try run { writer in
            _ = try writer.add(purchase: line(100), reference: "p1", customerReference: "12346", line: 1)
        }
        let bare = try #require(try store.lookup("12346").matches.first)
        #expect(bare.matched == .customer)
        #expect(bare.name == nil)
        let counts = try run { writer in _ = try writer.add(customer: customer("12346", "王小明"), line: 1) }
        #expect(counts == BulkCounts(inserted: 1))
        #expect(try store.customer(bare.customer)?.name == "王小明")
        #expect(try store.counts().customers == 1)
    }

    @Test func `a bad row is refused alone, with its line`() throws {
        let writer = try writer()
        _ = try writer.add(customer: customer("", "王"), line: 1)
        _ = try writer.add(customer: customer("c2", String(repeating: "x", count: 2000)), line: 2)
        _ = try writer.add(customer: customer("c3", "王"), line: 3)
        let commit = try writer.finish(at: .march)
        #expect(
            commit
                == BulkCommit(
                    throughLine: 3,
                    rejections: [
                        BulkRejection(line: 1, error: .badValue(field: "reference", value: "")),
                        BulkRejection(line: 2, error: .tooLong(field: "name", limit: 1_024)),
                    ], counts: BulkCounts(inserted: 1, rejected: 2)))
    }

    @Test func `a rehearsal counts and keeps nothing`() throws {
        let rehearsal = try writer(isDryRun: true)
        for count in 1...3 { _ = try rehearsal.add(customer: customer("c\(count)", "王"), line: count) }
        #expect(try rehearsal.finish(at: .march).counts == BulkCounts(inserted: 3))
        #expect(try store.counts().customers == 0)
    }

    @Test func `batches are short while people are at work`() throws {
        try atWork()
        let writer = try writer()
        var commits: [Int] = []
        for count in 1...1600 {
            let commit = try writer.add(purchase: line(1), reference: "p\(count)", customerReference: "c", line: count)
            if let commit { commits.append(commit.throughLine) }
        }
        // Each is told when the next one begins.
        #expect(commits == [500, 1000])
        #expect(try writer.flush().throughLine == 1600)
    }

    @Test func `a vehicle is found by its plate, changes hands, and keeps its model`() throws {
        let plate = VehiclePlate(
            raw: "ABC-1235", key: "ABC1235", display: "ABC-1235", region: .taiwan, isVerified: true)
        func rows(_ owner: String) throws -> BulkCounts {
            try run { writer in
                _ = try writer.add(vehicle: plate, model: "Altis", reference: "v1", customerReference: owner, line: 1)
            }
        }
        #expect(try rows("c1") == BulkCounts(inserted: 1))
        #expect(try rows("c1") == BulkCounts(unchanged: 1))
        #expect(try rows("c2") == BulkCounts(updated: 1))
        #expect(try store.customer(CustomerID(1))?.plates == [])
        #expect(try store.customer(CustomerID(2))?.plates == [plate])
    }

    @Test func `tiers follow the ranking, change with a purchase, and give way to a person's word`() throws {
        _ = try run { writer in
            for count in 1...40 {
                for day in [10, 200] {
                    let bought = line(Int64(1000 / count), at: .march.adding(days: Int64(-day)))
                    _ = try writer.add(
                        purchase: bought, reference: "p\(count)-\(day)", customerReference: "c\(count)", line: count)
                }
            }
        }
        let update = try store.updateTiers(now: .march)
        #expect(update.customers == 40)
        #expect(update.changed == 40)
        #expect((update.counts[.green] ?? 0) + (update.counts[.yellow] ?? 0) == 40)
        #expect(try store.updateTiers(now: .march.adding(seconds: 60)).changed == 0)
        let first = try #require(try store.card(CustomerID(1), now: .march))
        #expect(first.tier.tier == .green)
        #expect(first.tier.reason.rule == .classA)
        #expect(first.tier.reason.rank == 1)
        #expect(first.tier.reason.rankedCustomers == 40)
        #expect(
            first.value
                == ValueCard(
                    contribution12Months: Money(minorUnits: 2000, currency: .twd), orders12Months: 2, recencyDays: 10))
        let last = CustomerID(40)
        #expect(try store.card(last, now: .march)?.tier.tier == .yellow)
        try store.recordPurchase(line(5000), customer: last, by: "amy", now: .march)
        #expect(try store.card(last, now: .march)?.tier.tier == .green)
        let byHand = TierOverride(tier: .red, reason: "owes us", until: .march.adding(days: 7), by: "amy")
        try store.setTierOverride(byHand, customer: last, at: .march)
        let tier = try #require(try store.card(last, now: .march)?.tier)
        #expect(tier.tier == .red)
        #expect(tier.override == byHand)
        #expect(tier.reason.rule == .override)
        #expect(try store.card(last, now: .march.adding(days: 8))?.tier.tier == .green)
    }
}
