import Complaints
import Dossier
import Testing
import WorkingTime

@testable import Store

@Suite struct UnitTests {
    private let temporary: TemporaryStore
    private let number: CaseNumber
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        temporary.store.use(
            RulesBook(inForce: try Rules(policy: .builtin, calendars: ["cn-office": .always(name: "cn-office")])))
        number = CaseNumber(year: 2026, sequence: 1)
        _ = try done(
            .register,
            ["channel": .text("phone"), "summary": .text("x"), "contact": .text("0912"), "live": .boolean(true)],
            on: nil)
        _ = try done(.assess, ["severity": .text("S3"), "category": .text("repair"), "vulnerable": .text("no")])
    }

    private func perform(_ type: EventType, _ fields: [String: FieldValue], on number: CaseNumber?) throws
        -> CommandOutcome
    {
        let version = try number.flatMap { try store.complaint($0)?.complaint.version } ?? 0
        return try store.perform(
            Command(
                eventID: "e\(version)", type: type, fields: fields, actor: "amy", roles: [.agent, .supervisor],
                occurredAt: .march, recordedAt: .march), on: number)
    }

    private func done(_ type: EventType, _ fields: [String: FieldValue]) throws -> CommandResult {
        try done(type, fields, on: number)
    }

    private func done(_ type: EventType, _ fields: [String: FieldValue], on number: CaseNumber?) throws -> CommandResult
    {
        let outcome = try perform(type, fields, on: number)
        guard case .done(let result) = outcome else {
            throw StoreError.engine(code: 0, message: "\(outcome)", sql: nil)
        }
        return result
    }

    private func add(_ name: String, _ areas: [(String, Int?)], calendar: String = "always") throws {
        try store.addUnit(
            ServiceUnit(
                name: name, areas: areas.map { ServiceUnit.Area(code: $0.0, distanceMetres: $0.1) },
                skills: ["brakes"], calendar: calendar), by: "amy", at: .march)
    }

    private func dispatched() throws -> String? {
        let result = try done(
            .dispatch, ["summary": .text("look"), "area": .text("02"), "skill": .text("brakes")])
        return result.file.complaint.tasks.last?.unit
    }

    @Test func `a task goes to the unit in the area, then the nearer, then the least busy, then the lowest name`()
        throws
    {
        try add("d", [("03", nil), ("02", 5_000)])
        try add("c", [("03", nil), ("02", 4_000)])
        #expect(try dispatched() == "c")
        try add("b", [("03", nil), ("02", 4_000)])
        #expect(try dispatched() == "b")
        // b and c have one task each now.
        #expect(try dispatched() == "b")
        #expect(try dispatched() == "c")
        try add("z", [("02", nil)])
        #expect(try dispatched() == "z")
        #expect(try store.units().map { "\($0.name)\($0.load)" } == ["b2", "c2", "d0", "z1"])
    }

    @Test func `a finished task is no load`() throws {
        try add("a", [("02", nil)])
        _ = try dispatched()
        #expect(try store.units().map(\.load) == [1])
        _ = try done(.taskUpdate, ["task": .integer(1), "status": .text("recalled")])
        #expect(try store.units().map(\.load) == [0])
    }

    @Test func `a unit's calendar must be known and its name new`() throws {
        #expect(throws: StoreError.badValue(field: "calendar", value: "moon")) {
            try add("a", [("02", nil)], calendar: "moon")
        }
        try add("a", [("02", nil)])
        #expect(throws: StoreError.alreadyTaken(field: "unit", value: "a")) { try add("a", [("02", nil)]) }
    }
}
