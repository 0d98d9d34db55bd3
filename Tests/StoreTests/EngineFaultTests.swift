import Complaints
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// What a write or sync of another process meets.
private struct Fault: Sendable, CustomTestStringConvertible {
    /// 0: it is killed there.
    var error: Int32
    /// It alone, or each after it as well.
    var isForEver: Bool

    static let kill = Fault(error: 0, isForEver: false)
    static let all =
        [kill]
        + [EIO, ENOSPC].flatMap { error in
            [false, true].map { Fault(error: error, isForEver: $0) }
        }

    func arguments(at point: Int) -> [String] {
        [String(point), String(error)] + (isForEver ? ["ever"] : [])
    }

    var testDescription: String { error == 0 ? "killed" : "errno \(error) \(isForEver ? "for ever" : "once")" }
}

/// A command, and a tick, that meets a fault at every write and every sync: all of it happened or nothing, what was
/// promised is there, and again makes it whole.
@Suite(.serialized) struct EngineFaultTests {
    /// A closed store to copy, with one case, and when that is first warned.
    private static func centre() throws -> (centre: FiringCentre, number: CaseNumber, fireAt: Instant) {
        let centre = try FiringCentre()
        let number = try centre.register("r1")
        let fireAt = try #require(try centre.timer(of: number)).fireAt
        try centre.store.close()
        return (centre, number, fireAt)
    }

    /// How many writes the whole takes, and after that each of them as the place of the fault.
    ///
    /// `check` hears whether the process said it was done.
    private static func atEveryWrite(
        _ centre: FiringCentre, _ fault: Fault, _ arguments: (_ path: String) -> [String],
        check: (_ path: String, _ point: Int, _ isPromised: Bool) throws -> Void
    ) throws {
        let whole = try copy(centre)
        defer { try? FileManager.default.removeItem(at: whole) }
        let run = try EngineProcess(arguments(TemporaryStore.path(in: whole)) + ["0"]).finish()
        let points = try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(points >= 2)
        for point in 1...points {
            let folder = try copy(centre)
            defer { try? FileManager.default.removeItem(at: folder) }
            let path = TemporaryStore.path(in: folder)
            let (output, wasKilled) = try EngineProcess(arguments(path) + fault.arguments(at: point)).finish()
            #expect(wasKilled == (fault.error == 0), "at \(point): \(output)")
            let said = output.trimmingCharacters(in: .whitespacesAndNewlines)
            let isPromised = Int(said) != nil
            // Input and output, and no other fault, is what the process speaks of.
            if !wasKilled { #expect(isPromised || said == "failed 74", "at \(point)") }
            try check(path, point, isPromised)
        }
    }

    private static func copy(_ centre: FiringCentre) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-" + UUID().uuidString)
        try FileManager.default.copyItem(at: centre.temporary.folder, to: folder)
        return folder
    }

    private static func opened(_ path: String) throws -> Store {
        let store = try Store.open(path)
        store.use(try FiringCentre.book())
        return store
    }

    /// Rows, trail and fold agree.
    private static func isWhole(_ store: Store, _ number: CaseNumber) throws -> Bool {
        guard case .intact = try store.verifyAudit(), let file = try store.complaint(number) else { return false }
        let row = try #require(
            try store.engine.read { session throws(StoreError) in
                try session.complaintRow(ComplaintKey.number(number))
            })
        return row.version == file.complaint.version && row.state == file.complaint.state
            && row.version == file.events.count
    }

    @Test("A command that meets a fault happened wholly or not at all, and again makes it once", arguments: Fault.all)
    private func command(_ fault: Fault) throws {
        let (centre, number, _) = try Self.centre()
        let at = Instant.march.adding(seconds: 60)
        try Self.atEveryWrite(centre, fault) { path in
            ["note", path, String(at.microseconds), number.description]
        } check: { path, point, isPromised in
            let store = try Self.opened(path)
            let notes = try store.complaint(number)?.events.filter { $0.event.type == .note }.count
            #expect(notes == 1 || (notes == 0 && !isPromised), "at \(point)")
            #expect(try Self.isWhole(store, number), "half of it at \(point)")
            let note = Command(
                eventID: "note", type: .note, fields: ["text": .text("called back")], actor: "amy", roles: [.agent],
                occurredAt: at, recordedAt: at)
            switch try store.perform(note, on: number) {
            case .done: #expect(notes == 0)
            case .replayed: #expect(notes == 1)
            case .refused(let refusal): Issue.record("\(refusal)")
            }
            #expect(try store.complaint(number)?.events.filter { $0.event.type == .note }.count == 1)
        }
    }

    @Test("A tick that meets a fault fired wholly or not at all, and the next fires it once", arguments: Fault.all)
    private func tick(_ fault: Fault) throws {
        let (centre, number, fireAt) = try Self.centre()
        try Self.atEveryWrite(centre, fault) { path in
            ["tick", path, String(fireAt.microseconds), number.description]
        } check: { path, point, isPromised in
            let store = try Self.opened(path)
            #expect(try Self.isWhole(store, number), "half of it at \(point)")
            func fired() throws -> Int? {
                try store.complaint(number)?.events.filter { $0.event.actor == EffectKey.engineLogin }.count
            }
            if isPromised { #expect(try fired() == 1, "lost at \(point)") }
            _ = try store.tick(ClockStamp(wall: fireAt.adding(seconds: 1), sinceBoot: .zero, boot: "after"))
            #expect(try fired() == 1, "after a fault at \(point)")
            #expect(try store.notices(for: "amy", now: fireAt.adding(seconds: 2)).count == 1)
            #expect(try Self.isWhole(store, number))
        }
    }
}
