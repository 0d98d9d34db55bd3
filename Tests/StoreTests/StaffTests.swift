import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

@Suite struct StaffTests {
    private let temporary: TemporaryStore
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        store.use(
            RulesBook(inForce: try Rules(policy: .builtin, calendars: ["cn-office": .always(name: "cn-office")])))
    }

    private func add(_ login: String, _ roles: Set<Role>, under superior: String? = nil) throws {
        try store.addAgent(Agent(login: login, roles: roles, reportsTo: superior), by: "amy", at: .march)
    }

    private func open(by login: String, id: String) throws -> CaseNumber {
        let command = Command(
            eventID: id, type: .register,
            fields: ["channel": .text("phone"), "summary": .text("x"), "contact": .text("anonymous")], actor: login,
            roles: [.agent], occurredAt: .march, recordedAt: .march)
        guard case .done(let result) = try store.perform(command, on: nil) else {
            throw StoreError.engine(code: 0, message: "not opened", sql: nil)
        }
        return result.file.complaint.caseNumber
    }

    @Test func `without a roster every active holder of a role is on duty`() throws {
        try add("sue", [.supervisor])
        try add("sam", [.supervisor])
        #expect(try store.staffDirectory(at: .march).onDuty("supervisor") == ["amy", "sam", "sue"])
        #expect(try store.staffDirectory(at: .march).onDuty("manager") == [])
    }

    private static let moments: [(Int64, [String])] = [(-1, []), (0, ["sue"]), (3_599, ["sue"]), (3_600, [])]

    @Test(arguments: moments)
    func `once somebody is on the roster only those whose time it is are`(second: Int64, expected: [String]) throws {
        try add("sue", [.supervisor])
        try add("sam", [.supervisor])
        _ = try store.addRoster("sue", from: .march, to: .march.adding(seconds: 3_600), by: "amy", at: .march)
        let staff = try store.staffDirectory(at: .march.adding(seconds: second))
        #expect(staff.onDuty("supervisor") == expected)
        #expect(staff.onDuty("agent") == ["amy"])
    }

    @Test func `a roster entry ends after it begins and can be taken away`() throws {
        #expect(throws: StoreError.self) {
            try store.addRoster("amy", from: .march, to: .march, by: "amy", at: .march)
        }
        let entry = try store.addRoster("amy", from: .march, to: .march.adding(days: 1), by: "amy", at: .march)
        #expect(try store.roster(endingAfter: .march) == [entry])
        #expect(try store.removeRoster(entry.number, by: "amy", at: .march))
        #expect(try !store.removeRoster(entry.number, by: "amy", at: .march))
        #expect(try store.roster(endingAfter: .march).isEmpty)
    }

    @Test func `who owns an open case stays active`() throws {
        try add("bob", [.agent])
        let number = try open(by: "bob", id: "e1")
        #expect(try store.disableAgent("bob", by: "amy", at: .march) == .ownsOpenCases([number], count: 1))
        #expect(try store.agent(login: "bob")?.isActive == true)
        try add("eve", [.agent])
        #expect(try store.disableAgent("eve", by: "amy", at: .march) == .done)
        #expect(try store.agent(login: "eve")?.isActive == false)
        #expect(try store.disableAgent("amy", by: "amy", at: .march) == .lastAdministrator)
    }

    @Test func `nobody answers to somebody who answers to them`() throws {
        try add("bob", [.agent], under: "amy")
        try add("eve", [.agent], under: "bob")
        #expect(throws: StoreError.badValue(field: "reports_to", value: "eve")) {
            try store.editAgent("amy", by: "amy", at: .march) { $0.reportsTo = "eve" }
        }
        #expect(throws: StoreError.badValue(field: "reports_to", value: "bob")) {
            try store.editAgent("bob", by: "amy", at: .march) { $0.reportsTo = "bob" }
        }
    }

    @Test func `the first person supervises until somebody else does`() throws {
        try store.setProvisionalSupervisor("amy")
        try add("bob", [.agent])
        #expect(try store.agent(login: "amy")?.roles.contains(.supervisor) == true)
        try add("sue", [.supervisor])
        #expect(try store.agent(login: "amy")?.roles == [.agent, .administrator])
        _ = try store.editAgent("amy", by: "amy", at: .march) { $0.roles.insert(.supervisor) }
        try add("sam", [.supervisor])
        #expect(try store.agent(login: "amy")?.roles.contains(.supervisor) == true)
    }

    @Test func `a backup and a superior reach the decisions`() throws {
        try add("bob", [.agent])
        _ = try store.editAgent("bob", by: "amy", at: .march) {
            $0.backup = "amy"
            $0.reportsTo = "amy"
        }
        let person = try #require(try store.staffDirectory(at: .march).people["bob"])
        #expect(person.backup == "amy")
        #expect(person.reportsTo == "amy")
    }

    @Test func `a password is tried five times in a quarter of an hour`() throws {
        #expect(try store.checkPassword("secret", of: "amy", at: .march) == .notSet)
        try store.setPassword("correct horse", of: "amy", by: "amy", at: .march)
        for left in [4, 3, 2, 1, 0] {
            #expect(try store.checkPassword("wrong", of: "amy", at: .march) == .wrong(triesLeft: left))
        }
        let later = Instant.march.adding(seconds: 899)
        #expect(
            try store.checkPassword("correct horse", of: "amy", at: later)
                == .blocked(until: .march.adding(seconds: 900)))
        #expect(try store.checkPassword("correct horse", of: "amy", at: .march.adding(seconds: 900)) == .accepted)
        #expect(try store.checkPassword("wrong", of: "amy", at: .march.adding(seconds: 901)) == .wrong(triesLeft: 4))
    }

    @Test func `a password is kept as argon2id with its cost`() throws {
        try store.setPassword("correct horse", of: "amy", by: "amy", at: .march)
        let hash = try store.engine.read { session throws(StoreError) in try session.passwordHash(of: "amy") }
        #expect(hash?.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$") == true)
        #expect(throws: StoreError.self) { try store.setPassword("short", of: "amy", by: "amy", at: .march) }
        #expect(throws: StoreError.unknownAgent(login: "eve")) {
            try store.setPassword("long enough", of: "eve", by: "amy", at: .march)
        }
    }

    @Test func `every change of staff is in the trail with the system's user`() throws {
        store.setOperatingUser("root")
        try add("bob", [.agent])
        _ = try store.editAgent("bob", by: "amy", at: .march) { $0.backup = "amy" }
        _ = try store.disableAgent("bob", by: "amy", at: .march)
        let lines = try store.engine.read { session throws(StoreError) in
            try session.all("SELECT act, actor, os_user, subject FROM audit_trail ORDER BY number") {
                [$0.text(0), $0.text(1), $0.text(2), $0.text(3)]
            }
        }
        #expect(
            lines == [
                ["add_agent", "amy", "root", "bob"], ["edit_agent", "amy", "root", "bob"],
                ["disable_agent", "amy", "root", "bob"],
            ])
        guard case .intact = try store.verifyAudit() else {
            Issue.record("\(try store.verifyAudit())")
            return
        }
    }
}
