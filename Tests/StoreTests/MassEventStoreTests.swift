import Complaints
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// So many similar complaints within a day are one problem (the built-in policy: 20 in 24 hours).
@Suite struct MassEventStoreTests {
    private let centre: FiringCentre
    private var store: Store { centre.store }

    init() throws { centre = try FiringCentre() }

    private func made(
        _ type: EventType, _ id: String, on number: CaseNumber?, at: Instant, _ fields: [String: FieldValue]
    )
        throws -> CommandResult
    {
        let command = Command(
            eventID: id, type: type, fields: fields, actor: "amy", roles: [.agent, .supervisor], occurredAt: at,
            recordedAt: at)
        guard case .done(let result) = try store.perform(command, on: number) else {
            throw StoreError.engine(code: 0, message: "not done", sql: nil)
        }
        return result
    }

    private func assessed(_ place: Int, at: Instant, category: String = "billing") throws -> CaseNumber {
        let number = try centre.register("r\(place)", at: at)
        _ = try made(
            .assess, "a\(place)", on: number, at: at.adding(seconds: 1),
            ["severity": .text("S3"), "category": .text(category), "vulnerable": .text("no")])
        return number
    }

    private func links(_ number: CaseNumber) throws -> [String] {
        try #require(try store.complaint(number)).complaint.links.map { "\($0.relation.rawValue) \($0.to)" }
    }

    private func told(_ login: String) throws -> [Notice] {
        try store.notices(for: login, now: .march.adding(days: 9)).filter { $0.topic == .massEvent }
    }

    @Test func `the twentieth similar case within a day makes a problem of all, and each person is told once`() throws {
        let numbers = try (0..<19).map { try assessed($0, at: .march.adding(seconds: Int64($0) * 60)) }
        #expect(try numbers.allSatisfy { try links($0).isEmpty })
        #expect(try told("sue").isEmpty)
        let last = try assessed(19, at: .march.adding(seconds: 86_399))
        for number in numbers + [last] {
            #expect(try links(number) == ["problem PROBLEM-TL-2026-000001"])
        }
        #expect(try told("amy").count == 1)
        #expect(try told("sue").count == 1)
        let next = try assessed(20, at: .march.adding(days: 1, seconds: 600))
        #expect(try links(next) == ["problem PROBLEM-TL-2026-000001"], "the problem goes on")
        #expect(try told("sue").count == 1)
        let lines = try store.auditTrail(TrailFilter(subject: "PROBLEM-TL-2026-000001"), limit: 9)
        #expect(lines.map(\.act) == ["mass_event"])
        guard case .intact = try store.verifyAudit() else {
            Issue.record("not intact: \(try store.verifyAudit())")
            return
        }
    }

    @Test func `nineteen, other categories and other days are none`() throws {
        var numbers = try (0..<19).map { try assessed($0, at: .march.adding(seconds: Int64($0))) }
        numbers.append(try assessed(19, at: .march.adding(seconds: 30), category: "delivery"))
        numbers.append(try assessed(20, at: .march.adding(days: 2)))
        #expect(try numbers.allSatisfy { try links($0).isEmpty })
    }

    @Test func `cases assessed long after they came count by when they came`() throws {
        let old = try (0..<20).map { try centre.register("r\($0)", at: .march.adding(seconds: Int64($0))) }
        _ = try assessed(50, at: .march.adding(days: 3))
        for (place, number) in old.enumerated() {
            _ = try made(
                .assess, "a\(place)", on: number, at: .march.adding(days: 3, seconds: Int64(place) + 60),
                ["severity": .text("S3"), "category": .text("billing"), "vulnerable": .text("no")])
        }
        #expect(try old.allSatisfy { try links($0) == ["problem PROBLEM-TL-2026-000001"] })
    }

    @Test func `the engine links what one transaction left over`() throws {
        _ = try (0..<20).map { try assessed($0, at: .march.adding(seconds: Int64($0))) }
        let rest = try (60..<100).map { try centre.register("r\($0)", at: .march.adding(seconds: Int64($0))) }
        try store.engine.write { session throws(StoreError) in
            for number in rest {
                try session.run(
                    "INSERT INTO similar_cases (complaint, likeness, received_at, problem, is_linked) VALUES ($1, 'x', 0, 1, 0)",
                    ComplaintKey.number(number))
            }
        }
        while try store.tick(.after(seconds: 100)).isUnfinished {}
        #expect(try rest.allSatisfy { try links($0) == ["problem PROBLEM-TL-2026-000001"] })
    }
}
