import Complaints
import Customers
import Dossier
import Foundation
import Money
import Testing
import Valuation
import WorkingTime

@testable import Store

@Suite struct MergeTests {
    /// Every row of every table but what the trail, the counters and the merge itself add.
    private func dump(_ store: Store) throws -> [String] {
        try store.engine.read { session throws(StoreError) in
            let tables = try session.all(
                """
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                AND name NOT LIKE '%_tokens%' ORDER BY name
                """
            ) { $0.text(0) }.filter {
                !["audit_trail", "audit_heads", "counters", "customer_merges", "merge_changes"].contains($0)
            }
            var rows: [String] = []
            for table in tables {
                let columns = try session.all("SELECT name FROM pragma_table_info($1)", table) { $0.text(0) }
                let text = columns.map { "quote(\($0))" }.joined(separator: " || '|' || ")
                rows += try session.all("SELECT \(text) FROM \(table) ORDER BY 1") { table + ": " + $0.text(0) }
            }
            return rows
        }
    }

    private struct Pair {
        let temporary: TemporaryStore
        let a: Customer
        let b: Customer
        var store: Store { temporary.store }
    }

    /// Two customers with everything a customer can have.
    private func pair() throws -> Pair {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var draft = Customer.draft("王小明", phones: ["+886912345678"], plates: ["ABC1235"])
        draft.hint = "說慢一點"
        draft.consents = [Consent(purpose: .marketing, isGiven: true), Consent(purpose: .recording, isGiven: true)]
        let a = try store.createCustomer(draft, by: "amy", at: .march)
        var other = Customer.draft("王小明", phones: ["+886912345678", "+886227208889"], plates: ["ABC1235", "XYZ7777"])
        other.hint = "勿推銷"
        other.birthDate = "1980-05-01"
        other.birthYear = 1980
        other.idNumber = "A123456789"
        other.address = "臺北市中山路1號"
        other.addressParts.postcode = "104"
        other.creditGrade = .b
        other.consents = [Consent(purpose: .marketing, isGiven: false), Consent(purpose: .sharing, isGiven: true)]
        let b = try store.createCustomer(other, by: "bob", at: .march.adding(seconds: 5))
        for (customer, days) in [(a.id, Int64(1)), (b.id, 2), (b.id, 3)] {
            try store.recordPurchase(
                PurchaseLine(
                    at: .march.adding(days: days), invoice: "I\(days)", product: "茶", quantity: 1,
                    amount: Money(minorUnits: 100 * days, currency: .twd), isReturn: false),
                customer: customer, by: "amy", now: .march.adding(days: 4))
            try store.addInteraction(
                NewInteraction(
                    customer: customer, at: .march.adding(days: days), kind: .call, isInbound: true,
                    text: "note \(days)", wrapUpCode: nil, by: "amy", caseNumber: nil))
        }
        try store.addFollowUp(
            FollowUp(due: .march.adding(days: 9), text: "回電", owner: "amy"), customer: b.id, at: .march)
        try store.setTierOverride(
            TierOverride(tier: .green, reason: "轉介紹", until: .march.adding(days: 90), by: "amy"), customer: b.id,
            at: .march.adding(days: 4))
        try store.propose(
            [DuplicatePair(a: a.id, b: b.id, weight: 22.5, probability: 0.99, evidence: [])], at: .march)
        return Pair(temporary: temporary, a: a, b: b)
    }

    @Test func `a merge moves everything, and undoing it restores every row`() throws {
        let pair = try pair()
        let store = pair.store
        let before = try dump(store)
        let merge = try store.merge(pair.b.id, into: pair.a.id, by: "amy", at: .march.adding(days: 5))
        let merged = try #require(try store.customer(pair.a.id))
        #expect(merged.phones.map(\.e164) == ["+886912345678", "+886227208889"])
        #expect(merged.phones.map(\.isPrimary) == [true, false])
        #expect(merged.plates.map(\.key) == ["ABC1235", "XYZ7777"])
        #expect(merged.hint == "說慢一點; 勿推銷")
        #expect(merged.idNumber == "A123456789")
        #expect(merged.addressParts.postcode == "104")
        #expect(
            merged.consents == [
                Consent(purpose: .marketing, isGiven: false), Consent(purpose: .recording, isGiven: true),
                Consent(purpose: .sharing, isGiven: true),
            ])
        let card = try #require(try store.card(pair.a.id, now: .march.adding(days: 5)))
        #expect(card.timeline.count == 6)
        #expect(card.followUps.map(\.text) == ["回電"])
        #expect(card.value.contribution12Months == Money(minorUnits: 600, currency: .twd))
        #expect(card.tier.override?.reason == "轉介紹")
        #expect(try store.duplicateProposalCount() == 0)
        #expect(try store.unmerge(merge.id, by: "sue", at: .march.adding(days: 6)).undoneAt == .march.adding(days: 6))
        #expect(try dump(store) == before)
        #expect(try store.verifyAudit().isIntact)
    }

    @Test func `the old number leads to the survivor in commands and look-up`() throws {
        let pair = try pair()
        let store = pair.store
        let merge = try store.merge(pair.b.id, into: pair.a.id, by: "amy", at: .march.adding(days: 5))
        #expect(try store.customer(pair.b.id)?.id == pair.a.id)
        #expect(try store.card(pair.b.id, now: .march)?.customer.id == pair.a.id)
        #expect(try store.timeline(pair.b.id, limit: 50).entries.count == 6)
        for text in ["王小明", "XYZ-7777", "0227208889", "wangxiaoming", pair.b.id.description] {
            #expect(try store.lookup(text).matches.map(\.customer) == [pair.a.id], "\(text)")
        }
        _ = try store.unmerge(merge.id, by: "amy", at: .march.adding(days: 6))
        #expect(try store.lookup("王小明").matches.count == 2)
        #expect(try store.lookup("XYZ-7777").matches.map(\.customer) == [pair.b.id])
        #expect(try store.lookup("0912345678").matches.count == 2)
    }

    @Test func `what came since a merge stays with the survivor`() throws {
        let pair = try pair()
        let store = pair.store
        let merge = try store.merge(pair.b.id, into: pair.a.id, by: "amy", at: .march.adding(days: 5))
        var edited = try #require(try store.customer(pair.a.id))
        edited.address = "新址"
        _ = try store.updateCustomer(edited, by: "amy", at: .march.adding(days: 6))
        try store.recordPurchase(
            PurchaseLine(
                at: .march.adding(days: 6), invoice: "I9", product: "茶", quantity: 1,
                amount: Money(minorUnits: 1_000, currency: .twd), isReturn: false),
            customer: pair.b.id, by: "amy", now: .march.adding(days: 6))
        _ = try store.unmerge(merge.id, by: "amy", at: .march.adding(days: 7))
        let a = try #require(try store.card(pair.a.id, now: .march.adding(days: 7)))
        #expect(a.customer.address == "新址")
        #expect(a.customer.version > edited.version)
        #expect(a.value.contribution12Months == Money(minorUnits: 1_100, currency: .twd))
        #expect(a.lastContact == .march.adding(days: 6))
        let b = try #require(try store.card(pair.b.id, now: .march.adding(days: 7)))
        #expect(b.value.contribution12Months == Money(minorUnits: 500, currency: .twd))
    }

    @Test func `merges are undone in turn, each once`() throws {
        let pair = try pair()
        let store = pair.store
        let c = try store.createCustomer(.draft("王曉明", phones: ["+886933333333"]), by: "amy", at: .march)
        let first = try store.merge(pair.b.id, into: pair.a.id, by: "amy", at: .march)
        let second = try store.merge(pair.a.id, into: c.id, by: "amy", at: .march)
        #expect(try store.customer(pair.b.id)?.id == c.id)
        #expect(throws: StoreError.identity(.laterMerge(merge: first.id, later: second.id))) {
            try store.unmerge(first.id, by: "amy", at: .march)
        }
        #expect(throws: StoreError.identity(.sameCustomer(c.id))) {
            try store.merge(pair.b.id, into: c.id, by: "amy", at: .march)
        }
        _ = try store.unmerge(second.id, by: "amy", at: .march)
        _ = try store.unmerge(first.id, by: "amy", at: .march)
        #expect(throws: StoreError.identity(.alreadyUndone(merge: first.id))) {
            try store.unmerge(first.id, by: "amy", at: .march)
        }
        #expect(throws: StoreError.identity(.unknownMerge(99))) { try store.unmerge(99, by: "amy", at: .march) }
    }

    @Test func `a desk that read the customer before the merge cannot write over it`() throws {
        let pair = try pair()
        let stale = try #require(try pair.store.customer(pair.a.id))
        let merge = try pair.store.merge(pair.b.id, into: pair.a.id, by: "amy", at: .march)
        let between = try #require(try pair.store.customer(pair.a.id))
        #expect(throws: StoreError.self) { try pair.store.updateCustomer(stale, by: "bob", at: .march) }
        _ = try pair.store.unmerge(merge.id, by: "amy", at: .march)
        #expect(throws: StoreError.self) { try pair.store.updateCustomer(between, by: "bob", at: .march) }
    }

    @Test func `a pair called different is not proposed again`() throws {
        let pair = try pair()
        let store = pair.store
        var found: [DuplicatePair] = []
        _ = try store.findDuplicates { found.append($0) }
        #expect(found.map { [$0.a, $0.b] } == [[pair.a.id, pair.b.id]])
        #expect(try store.duplicateReviews(limit: 5).map(\.b.customer.id) == [pair.b.id])
        try store.noteDifferent(pair.b.id, pair.a.id, by: "amy", at: .march)
        found = []
        #expect(try store.findDuplicates { found.append($0) }.found == 0)
        #expect(found == [])
        #expect(try store.duplicateReviews(limit: 5) == [])
    }

    @Test(arguments: [(Int64.max, Int64.max), (0, .max), (0, 0)] as [(Int64, Int64)])
    func `newcomers of an import are held against all, whether the store is gone through, looked up or walked`(
        wholeStoreMax: Int64, lookedUpMax: Int64
    ) throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var known = Customer.draft("王小明", phones: ["+886912345678"], plates: [])
        known.idNumber = "A123456789"
        known.birthDate = "1980-05-01"
        let first = try store.createCustomer(known, by: "amy", at: .march)
        let newcomers = try store.nextCustomer()
        let again = try store.createCustomer(known, by: "amy", at: .march)
        let twin = try store.createCustomer(known, by: "amy", at: .march)
        _ = try store.createCustomer(
            .draft("李大同", phones: ["+886227208889"], plates: ["XYZ7777"]), by: "amy", at: .march)
        try store.noteDifferent(first.id, twin.id, by: "amy", at: .march)
        let found = try store.proposeDuplicates(
            from: newcomers, at: .march, wholeStoreMax: wholeStoreMax, lookedUpMax: lookedUpMax)
        #expect(found == 2)
        let pairs = try store.duplicateReviews(limit: 9).map {
            CustomerPair($0.a.customer.id.number, $0.b.customer.id.number)
        }
        #expect(
            Set(pairs) == [
                CustomerPair(first.id.number, again.id.number), CustomerPair(again.id.number, twin.id.number),
            ])
        #expect(try store.proposeDuplicates(from: try store.nextCustomer(), at: .march, wholeStoreMax: 0) == 0)
    }

    @Test func `a newcomer looks like somebody with the same number, not like their spouse`() throws {
        let pair = try pair()
        let same = Customer.draft("王小明", phones: ["+886227208889"])
        #expect(try pair.store.lookalikes(of: same).map(\.b) == [pair.b.id])
        let spouse = Customer.draft("陳美玲", phones: ["+886227208889"])
        #expect(try pair.store.lookalikes(of: spouse) == [])
        let plateAlone = Customer.draft(nil, plates: ["XYZ7777"])
        #expect(try pair.store.lookalikes(of: plateAlone).map(\.b) == [pair.b.id])
    }
}

extension AuditVerdict {
    fileprivate var isIntact: Bool {
        if case .intact = self { true } else { false }
    }
}
