import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

@Suite struct PrivacyTests {
    private func filled() throws -> (temporary: TemporaryStore, a: Customer, b: Customer) {
        let temporary = try TemporaryStore()
        var draft = Customer.draft("歐陽小明", phones: ["+886912345678"], plates: ["ABC1235"])
        draft.idNumber = "A123456789"
        draft.birthDate = "1980-05-01"
        draft.address = "臺北市中山路1號"
        draft.hint = "說慢一點"
        draft.consents = [Consent(purpose: .marketing, isGiven: false)]
        let a = try temporary.store.createCustomer(draft, by: "amy", at: .march)
        let b = try temporary.store.createCustomer(
            .draft("歐陽小明", phones: ["+886912345678", "+886955555555"]), by: "amy", at: .march)
        for id in [a.id, b.id] {
            try temporary.store.addInteraction(
                NewInteraction(customer: id, at: .march, kind: .call, text: "歐陽小明來電", by: "amy"))
        }
        return (temporary, a, b)
    }

    private func bytes(beside path: String) throws -> [UInt8] {
        try [path, path + "-wal"].flatMap { file in
            FileManager.default.fileExists(atPath: file) ? [UInt8](try Data(contentsOf: URL(filePath: file))) : []
        }
    }

    @Test func `nothing of an erased person is left in the file, of a merged one neither`() throws {
        let (temporary, a, b) = try filled()
        let store = temporary.store
        _ = try store.merge(b.id, into: a.id, by: "amy", at: .march)
        #expect(try bytes(beside: temporary.path).contains(Array("小明".utf8)))
        #expect(try store.erase(b.id, reason: "本人要求", by: "sue", at: .march.adding(days: 1)) > 0)
        let left = try bytes(beside: temporary.path)
        for text in ["小明", "912345678", "955555555", "ABC1235", "A123456789", "1980-05-01", "中山路", "ouyang"] {
            #expect(!left.contains(Array(text.utf8)), "\(text)")
        }
        for text in ["歐陽小明", "0912345678", "ABC-1235", "ouyang", "oyxm"] {
            #expect(try store.lookup(text).matches == [], "\(text)")
        }
        let card = try #require(try store.card(a.id, now: .march))
        #expect(card.customer.name == nil)
        #expect(card.customer.consents == [])
        #expect(card.timeline.map(\.text) == ["[erased]", "[erased]"])
        if case .intact = try store.verifyAudit() {} else { Issue.record("the trail is broken") }
        #expect(throws: StoreError.identity(.erased(a.id))) {
            try store.erase(a.id, reason: "again", by: "sue", at: .march)
        }
        #expect(throws: StoreError.identity(.erased(a.id))) { try store.unmerge(1, by: "sue", at: .march) }
        // The rest of the store goes on: the indexes are whole.
        let c = try store.createCustomer(.draft("歐陽小明"), by: "amy", at: .march)
        #expect(try store.lookup("歐陽").matches.map(\.customer) == [c.id])
    }

    @Test func `an erasure needs a reason`() throws {
        let (temporary, a, _) = try filled()
        #expect(throws: StoreError.identity(.noReason)) {
            try temporary.store.erase(a.id, reason: " ", by: "sue", at: .march)
        }
        #expect(try temporary.store.customer(a.id)?.name == "歐陽小明")
    }

    @Test func `who looked at a record is told with when and why`() throws {
        let (temporary, a, _) = try filled()
        try temporary.store.noteUse(.view, of: a.id, by: "bob", purpose: "call", at: .march.adding(seconds: 9))
        #expect(
            try temporary.store.recordOfUse(of: a.id) == [
                UseOfRecord(at: .march, by: "amy", act: "create_customer", detail: ""),
                UseOfRecord(at: .march.adding(seconds: 9), by: "bob", act: "view_customer", detail: "call"),
            ])
    }
}
