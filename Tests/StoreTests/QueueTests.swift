import Complaints
import Customers
import Dossier
import Testing
import WorkingTime

@testable import Store

@Suite struct QueueTests {
    private let temporary: TemporaryStore
    private let customer: CustomerID
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        customer = try temporary.store.createCustomer(.draft("王小明"), by: "amy", at: .march).id
        let rules = try Rules(policy: .builtin, calendars: ["cn-office": .always(name: "cn-office")])
        temporary.store.use(RulesBook(inForce: rules))
    }

    @discardableResult
    private func perform(
        _ type: EventType, on number: CaseNumber? = nil, id: String, at: Instant = .march,
        _ fields: [String: FieldValue]
    ) throws -> CaseNumber {
        let command = Command(
            eventID: id, type: type, fields: fields, actor: "amy", roles: [.agent, .supervisor], occurredAt: at,
            recordedAt: at, expectedVersion: nil)
        guard case .done(let result) = try store.perform(command, on: number) else {
            throw StoreError.badValue(field: type.rawValue, value: id)
        }
        return result.file.complaint.caseNumber
    }

    private func open(_ id: String, severity: String = "S3", vulnerable: String = "no") throws -> CaseNumber {
        let number = try perform(
            .register, id: "r" + id,
            [
                "channel": .text("phone"), "summary": .text("billed twice"), "customer": .integer(customer.number),
                "live": .boolean(true),
            ])
        return try perform(
            .assess, on: number, id: "a" + id,
            ["severity": .text(severity), "category": .text("billing"), "vulnerable": .text(vulnerable)])
    }

    @Test func `the queue is in the order of what can still be saved and leaves out what ended`() throws {
        let minor = try open("1", severity: "S4")
        let ordinary = try open("2")
        let vulnerable = try open("3", vulnerable: "yes")
        let safety = try open("4", severity: "S1")
        let gone = try open("5")
        try perform(.withdraw, on: gone, id: "w", ["evidence": .text("recording 7")])
        let listing = try store.queue(now: .march).listing(QueueFilter(), for: "amy")
        #expect(listing.numbers == [safety, vulnerable, ordinary, minor])
        #expect(listing.counts.open == 4)
        #expect(listing.counts.byState[.inProgress] == 4)
        #expect(listing.counts.bySeverity == [.s1: 1, .s2: 0, .s3: 2, .s4: 1])
        #expect(listing.counts.byOwner == ["amy": 4])
        #expect(listing.counts.endedLately == 1)
        #expect(listing.counts.daysToClear == 56)
    }

    @Test func `what changed after a listing is fresh in the next one`() throws {
        let first = try open("1")
        let before = try store.queue(now: .march).listing(QueueFilter(), for: "amy")
        #expect(before.fresh == 0)
        let second = try open("2")
        try perform(.note, on: first, id: "n", ["text": .text("rang")])
        let after = try store.queue(now: .march).listing(QueueFilter(), for: "amy", since: before.change)
        #expect(Set(after.numbers) == [first, second])
        #expect(after.fresh == 2)
        #expect(try store.queue(now: .march).listing(QueueFilter(), for: "amy", since: after.change).fresh == 0)
    }

    @Test func `a raised case waits unclaimed until somebody takes it`() throws {
        let number = try open("1")
        try perform(
            .escalate, on: number, id: "e", ["reason": .text("customer"), "summary": .text("wants the boss")])
        let view = QueueFilter(view: .unclaimed)
        #expect(try store.queue(now: .march).listing(view, for: "amy").numbers == [number])
        let row = try #require(try store.queueRows([number], now: .march).first)
        let escalation = try #require(row.escalation)
        #expect(!escalation.isAccepted)
        #expect(row.customerName == "王小明")
        // Nobody but the raiser works here: every level was passed as vacant.
        #expect(row.level == 3)
    }

    @Test func `a case nobody moves gets late, risky and stuck with time alone`() throws {
        let number = try open("1")
        let later = Instant.march.adding(days: 20)
        let counts = try store.queue(now: later).listing(QueueFilter(), for: "amy").counts
        #expect(counts.byView[.overdue] == 1)
        #expect(counts.byView[.stuck] == 1)
        #expect(try store.queue(now: later).listing(QueueFilter(view: .stuck), for: "amy").numbers == [number])
        let row = try #require(try store.queueRows([number], now: later).first)
        #expect(row.isStuck)
        #expect(try store.queue(now: .march).listing(QueueFilter(), for: "amy").counts.byView[.stuck] == 0)
    }

    @Test func `a saved view comes back under its name`() throws {
        let filter = QueueFilter(view: .overdue, state: .waiting, severity: .s2, owner: "amy")
        try store.saveView(SavedView(name: "mine and late", filter: filter), of: "amy")
        #expect(try store.savedViews(of: "amy") == [SavedView(name: "mine and late", filter: filter)])
        try store.removeView(named: "mine and late", of: "amy")
        #expect(try store.savedViews(of: "amy").isEmpty)
        #expect(QueueFilter(text: "everything") == nil)
    }

    @Test func `risk, severity, slack, need and tier decide in that order, and the tier stops at three quarters`() {
        func fact(
            risk: Int64 = .max, _ severity: Severity = .s3, due: Int64 = 100, tierUntil: Int64 = .max,
            vulnerable: Bool = false, tier: UInt8 = 2
        ) -> UInt64 {
            let minute: Int64 = 60_000_000
            return QueueFacts(
                number: 1, state: .inProgress, severity: severity, owner: 0, handler: 0,
                due: due == .max ? .max : due * minute, tierUntil: tierUntil, riskFrom: risk, movedAt: 0, change: 0,
                tierRank: tier, bounces: 0, isVulnerable: vulnerable, isPaused: false, hasEscalation: false,
                isClaimed: false
            ).rank(now: 1_000_000)
        }
        #expect(fact(risk: 1_000_000, .s4, due: .max) < fact(.s1, due: 0, vulnerable: true, tier: 0))
        #expect(fact(risk: 2_000_000) == fact())
        #expect(fact(.s1, due: 200) < fact(.s2, due: 1))
        #expect(fact(due: 1) < fact(due: 2, vulnerable: true, tier: 0))
        #expect(fact(vulnerable: true, tier: 2) < fact(tier: 0))
        #expect(fact(tier: 0) < fact(tier: 1))
        #expect(fact(tier: 1) < fact(tier: 2))
        #expect(fact(tierUntil: 1_000_000, tier: 2) == fact(tier: 0))
        #expect(fact(due: 5_000_000) < fact(due: .max))
    }
}
