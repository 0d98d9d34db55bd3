import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// What a command leaves behind beside its own case: at other cases, and in people's boxes.
@Suite struct KeepingTests {
    private let centre: FiringCentre
    private var store: Store { centre.store }

    init() throws { centre = try FiringCentre() }

    private func perform(
        _ type: EventType, _ id: String, on number: CaseNumber, at: Instant, by actor: String = "amy",
        _ fields: [String: FieldValue]
    ) throws -> CommandResult {
        let command = Command(
            eventID: id, type: type, fields: fields, actor: actor, roles: [.agent, .supervisor], occurredAt: at,
            recordedAt: at)
        guard case .done(let result) = try store.perform(command, on: number) else {
            throw StoreError.engine(code: 0, message: "not done: \(try store.perform(command, on: number))", sql: nil)
        }
        return result
    }

    private func effects(of number: CaseNumber, _ type: EventType) throws -> [CaseEffect] {
        try store.engine.read { session throws(StoreError) in
            let key = ComplaintKey.number(number)
            let sequence = try session.integer(
                "SELECT sequence FROM complaint_events WHERE complaint = $1 AND type = $2", key, type.rawValue)
            return try session.effects(of: key, sequence: Int(sequence ?? 0))
        }
    }

    private func isIntact() throws -> Bool {
        if case .intact = try store.verifyAudit() { true } else { false }
    }

    @Test func `what a merge does to the survivor is kept there: effects, timer, rows and trail`() throws {
        let early = try centre.register("r1")
        let late = try centre.register("r2", at: .march.adding(days: 2))
        let at = Instant.march.adding(days: 2, seconds: 60)
        let before = try #require(try store.complaint(late)).complaint
        _ = try perform(.merge, "m1", on: early, at: at, ["into": .text(late.description)])
        let after = try #require(try store.complaint(late)).complaint
        #expect(after.receivedAt == .march)
        let expected = CaseEffect.Kind.clockDue
        let told = try effects(of: late, .absorbed)
        #expect(told.contains { $0.kind == expected && $0.clock == ClockName.resolve }, "\(told)")
        #expect(after.clock(ClockName.resolve)?.due != before.clock(ClockName.resolve)?.due)
        let rules = try #require(store.rules(policy: after.policy))
        #expect(try centre.timer(of: late)?.fireAt == after.nextTimer(rules)?.fireAt)
        #expect(try isIntact())
        _ = try perform(.unmerge, "u1", on: early, at: at.adding(seconds: 60), ["reason": .text("not the same")])
        let parted = try #require(try store.complaint(late)).complaint
        #expect(parted.absorbed.isEmpty)
        #expect(try centre.timer(of: late)?.fireAt == parted.nextTimer(rules)?.fireAt)
        #expect(try isIntact())
    }

    @Test func `nobody is told of what they did themselves`() throws {
        let number = try centre.register("r1")
        let at = Instant.march.adding(seconds: 60)
        let fields: [String: FieldValue] = ["to": .text("sue"), "status": .text("offered")]
        let own = try perform(.transferOwner, "t1", on: number, at: at, by: "sue", fields)
        #expect(own.effects.contains { $0.kind == .notice && $0.target == "sue" })
        #expect(try store.notices(for: "sue", now: at.adding(days: 9)).isEmpty)
        _ = try perform(.transferOwner, "t2", on: number, at: at.adding(seconds: 1), by: "amy", fields)
        #expect(try store.notices(for: "sue", now: at.adding(days: 9)).map(\.topic) == [.transferOffered])
    }
}
