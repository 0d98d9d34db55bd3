import Complaints
import Customers
import Dossier
import Foundation
import Money
import Store
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Into a real store` {
    private func withStore(_ fixture: ImportFixture, _ body: (Store) throws -> Void) throws {
        let store = try Store.create(
            fixture.folder.appending(path: "desk.sqlite").path,
            settings: CentreSettings(region: .taiwan, currency: .gbp, zone: "Asia/Taipei"),
            administrator: Agent(login: "amy", roles: [.administrator, .agent]))
        defer { try? store.close() }
        try body(store)
    }

    /// Rows, inserted, updated, unchanged, rejected of one run.
    private func run(_ request: ImportRequest, _ store: Store) throws -> [Int] {
        counts(try FileImport.run(request, into: store))
    }

    private func names(_ store: Store, _ text: String) throws -> [String?] {
        try store.lookup(text).matches.map(\.name)
    }

    private func counts(_ result: ImportResult) -> [Int] {
        [result.rows, result.inserted, result.updated, result.unchanged, result.rejected]
    }

    @Test func `the same list twice changes nothing, and its hospitals are found`() throws {
        let fixture = try ImportFixture(
            real: "tw_nhi_facilities/nhi_mask_dev.csv", .customers, map: .taiwanHealthFacilities)
        defer { fixture.remove() }
        try withStore(fixture) { store in
            #expect(try run(fixture.request, store) == [2_932, 2_932, 0, 0, 0])
            #expect(try run(fixture.request, store) == [2_932, 0, 0, 2_932, 0])
            let kept = try store.counts()
            #expect(kept.customers == 2_932)
            #expect(try names(store, "58141") == ["衛生福利部花蓮醫院豐濱原住民分院"])
        }
    }

    @Test func `purchases make their customers, repeats stay apart, a changed line is updated`() throws {
        let header = "id,customer,date,amount,product\n"
        var fixture = try ImportFixture(
            .purchases,
            header + "1,a,2026-01-02,3,tea\n2,a,2026-01-03,4,tea\n3,,2026-01-04,5,tea\n4,b,2026-01-05,-1,tea\n")
        defer { fixture.remove() }
        try withStore(fixture) { store in
            let request = fixture.request
            #expect(try run(request, store) == [4, 4, 0, 0, 0])
            try Data((header + "1,a,2026-01-02,3,tea\n2,a,2026-01-03,4.50,tea\n5,c,2026-01-02,x,tea\n").utf8)
                .write(to: fixture.file)
            #expect(try run(request, store) == [3, 0, 1, 1, 1])
            let kept = try store.counts()
            #expect((kept.customers, kept.purchases, kept.unattributedPurchases) == (2, 3, 1))
        }
        fixture.file = fixture.folder.appending(path: "alike.csv")
        let alike = "customer,date,amount\n" + String(repeating: "a,2026-01-02,3\n", count: 5)
        try Data(alike.utf8).write(to: fixture.file)
        let again = fixture
        let other = try ImportFixture(.purchases, alike)
        defer { other.remove() }
        try withStore(other) { store in
            #expect(try run(again.request, store) == [5, 5, 0, 0, 0])
            #expect(try run(again.request, store) == [5, 0, 0, 5, 0])
            let kept = try store.counts()
            #expect(kept.purchases == 5)
        }
    }

    @Test func `a dry run reports and keeps nothing`() throws {
        let fixture = try ImportFixture(.customers, "id,name\n1,甲\n2,乙\n")
        defer { fixture.remove() }
        try withStore(fixture) { store in
            var request = fixture.request
            request.isDryRun = true
            let rehearsed = try FileImport.run(request, into: store)
            #expect(counts(rehearsed) == [2, 2, 0, 0, 0])
            #expect(rehearsed.isDryRun)
            let kept = try store.counts()
            #expect(kept.customers == 0)
            request.isDryRun = false
            _ = try FileImport.run(request, into: store)
            request.isDryRun = true
            #expect(try run(request, store) == [2, 0, 0, 2, 0])
        }
    }

    @Test func `vehicles and contacts find the customers of the same source`() throws {
        var fixture = try ImportFixture(.customers, "id,name\n17,甲\n", name: "crm.csv")
        defer { fixture.remove() }
        try withStore(fixture) { store in
            var request = fixture.request
            request.source = "crm"
            _ = try FileImport.run(request, into: store)
            for (kind, text) in [
                (ImportKind.vehicles, "customer,plate\n17.0,ABC-1235\n"),
                (.interactions, "customer,time,text\n17,2026-01-02 10:00,hello\n99,2026-01-02 10:00,who\n"),
            ] {
                fixture.kind = kind
                try Data(text.utf8).write(to: fixture.file)
                request.kind = kind
                let result = try FileImport.run(request, into: store)
                #expect(result.inserted == result.rows)
                #expect(try run(request, store) == [result.rows, 0, 0, result.rows, 0])
            }
            let kept = try store.counts()
            #expect((kept.customers, kept.interactions) == (2, 2))
            #expect(try names(store, "ABC1235") == ["甲"])
        }
    }

    @Test func `a dry run counts repeats across batches as the run itself does`() throws {
        var text = "id,customer,date,amount\n"
        for round in 0..<3 {
            for row in 0..<400 { text += "\(row),c\(row % 7),2026-01-02,\(round == 2 && row < 10 ? 9 : 5)\n" }
        }
        let fixture = try ImportFixture(.purchases, text)
        defer { fixture.remove() }
        try withStore(fixture) { store in
            // A store that desks work with takes small batches.
            let id = try store.createCustomer(
                Customer(id: CustomerID(0), name: "王小明"), by: "amy", at: Instant(seconds: 0))
            try store.addInteraction(
                NewInteraction(customer: id.id, at: Instant(seconds: 1), kind: .call, text: "", by: "amy"))
            var request = fixture.request
            request.isDryRun = true
            let dry = try FileImport.run(request, into: store)
            request.isDryRun = false
            let real = try FileImport.run(request, into: store)
            #expect(counts(dry) == [1_200, 400, 10, 790, 0])
            #expect(counts(real) == counts(dry))
        }
    }
}
