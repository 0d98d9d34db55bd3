import Complaints
import Configuration
import Customers
import Dossier
import Foundation
import Money
import Store
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Complaints from elsewhere` {
    private static let now = Instant(rfc3339: "2026-03-02T12:00:00+08:00") ?? Instant(seconds: 0)

    private func withStore(_ fixture: ImportFixture, _ body: (Store) throws -> Void) throws {
        let store = try Store.create(
            fixture.folder.appending(path: "desk.sqlite").path,
            settings: CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei"),
            administrator: Agent(login: "amy", roles: [.administrator, .agent, .supervisor]))
        defer { try? store.close() }
        var calendars: [String: WorkingCalendar] = [:]
        for shipped in ShippedCalendar.allCases { calendars[shipped.rawValue] = try shipped.calendar() }
        store.use(
            RulesBook(
                inForce: try Rules(
                    policy: Policy.builtin(calendar: "tw-office", dutyManager: "amy"), calendars: calendars)))
        try body(store)
    }

    private func run(_ fixture: ImportFixture, _ store: Store) throws -> [Int] {
        var request = fixture.request
        request.startedAt = Self.now
        let result = try FileImport.run(request, into: store)
        return [result.rows, result.inserted, result.updated, result.unchanged, result.rejected]
    }

    private func isIntact(_ store: Store) throws -> Bool {
        if case .intact = try store.verifyAudit() { return true }
        return false
    }

    private func states(_ store: Store) throws -> [CaseState: Int] {
        Dictionary(
            try store.complaints(ComplaintFilter(), limit: 5_000).map { ($0.state, 1) }, uniquingKeysWith: +)
    }

    @Test(arguments: [
        ("nyc311/311_animals_dev.csv", ShippedMap.newYork311, 2_451, [CaseState.closed: 2_297, .inProgress: 154]),
        ("cfpb/cfpb_payday2023_dev.csv", .consumerFinance, 1_405, [.closed: 1_405]),
    ])
    func `real lists enter whole, once, closed or open as they say, and nobody is told`(
        path: String, map: ShippedMap, rows: Int, expected: [CaseState: Int]
    ) throws {
        let fixture = try ImportFixture(real: path, .complaints, map: map)
        defer { fixture.remove() }
        try withStore(fixture) { store in
            #expect(try run(fixture, store) == [rows, rows, 0, 0, 0])
            #expect(try states(store) == expected)
            #expect(try run(fixture, store) == [rows, 0, 0, rows, 0])
            #expect(try isIntact(store))
            #expect(try store.notices(for: "amy", now: Self.now).isEmpty)
            let reading = ClockStamp(wall: Self.now + TimeLength(minutes: 600), sinceBoot: .zero, boot: "b")
            let role = try #require(try store.takeEngineRole(reading, holder: "test"))
            _ = try store.tick(reading, as: role)
            #expect(try store.notices(for: "amy", now: reading.wall).isEmpty)
        }
    }

    private static let list = """
        id,received_at,acknowledged_at,closed_at,status,severity,category,summary,outcome,customer
        a,2026-02-02 10:00,2026-02-02 10:30,2026-02-03 11:00,closed,S2,billing,charged twice,upheld,k1
        b,2026-02-02 10:00,,,open,S3,,late,,k1
        c,2026-03-02T11:00+08:00,2026-03-02T11:10+08:00,,in progress,S2,delivery,broken,,k2
        d,2026-02-05 10:00,,2026-02-04 10:00,closed,,,wrong order,,
        e,2027-02-05 10:00,,,open,,,from the future,,

        """

    @Test func `clocks are computed from the dates, breaches dated truly and nobody chased`() throws {
        let fixture = try ImportFixture(.complaints, Self.list)
        defer { fixture.remove() }
        try withStore(fixture) { store in
            #expect(try run(fixture, store) == [5, 3, 0, 0, 2])
            let rejects = try #require(fixture.rejects)
            #expect(rejects.contains("closed_at: before what must come first"))
            let all = try store.complaints(ComplaintFilter(), limit: 10).compactMap {
                try store.complaint($0.caseNumber)?.complaint
            }
            let settled = try #require(all.first { $0.summary == "charged twice" })
            #expect((settled.state, settled.outcome, settled.caseNumber.year) == (.closed, .upheld, 2026))
            #expect(settled.clock("RESOLVE")?.state == .met)
            #expect(settled.clock("ACK")?.state == .met)
            let late = try #require(all.first { $0.summary == "late" })
            let ack = try #require(late.clock("ACK"))
            #expect((late.state, ack.state, ack.breachedAt) == (.received, .breached, ack.due))
            #expect(late.escalations.isEmpty)
            let current = try #require(all.first { $0.summary == "broken" })
            #expect((current.state, current.severity) == (.inProgress, .s2))
            #expect(current.clock("RESOLVE")?.state == .running)
            #expect(current.customer != nil && settled.customer == late.customer)
            #expect(try isIntact(store))
        }
    }

    @Test func `a case that has ended elsewhere since is ended here`() throws {
        let header = "id,received_at,closed_at,status,summary\n"
        let fixture = try ImportFixture(.complaints, header + "a,2026-02-02 10:00,,in progress,x\n")
        defer { fixture.remove() }
        try withStore(fixture) { store in
            #expect(try run(fixture, store) == [1, 1, 0, 0, 0])
            try Data((header + "a,2026-02-02 10:00,2026-03-01 09:00,closed,x\n").utf8).write(to: fixture.file)
            #expect(try run(fixture, store) == [1, 0, 1, 0, 0])
            #expect(try states(store) == [.closed: 1])
            #expect(try run(fixture, store) == [1, 0, 0, 1, 0])
            #expect(try isIntact(store))
        }
    }

    @Test func `holdings belong to their customers and are brought up to date`() throws {
        let header = "customer,product,number,since,until\n"
        let fixture = try ImportFixture(.holdings, header + "k1,寬頻,A1,2024-01-01,\nk1,手機,B2,,\nk2,,C3,,\n")
        defer { fixture.remove() }
        try withStore(fixture) { store in
            #expect(try run(fixture, store) == [3, 2, 0, 0, 1])
            #expect(try run(fixture, store) == [3, 0, 0, 2, 1])
            try Data((header + "k1,寬頻,A1,2024-01-01,2026-01-01\n").utf8).write(to: fixture.file)
            #expect(try run(fixture, store) == [1, 0, 1, 0, 0])
        }
    }
}
