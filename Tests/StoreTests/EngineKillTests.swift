import Complaints
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// A command, and a tick, killed at every write and every sync: all of it happened or nothing, and again makes it whole.
@Suite(.serialized) struct EngineKillTests {
    /// A closed store to copy, with one case, and when that is first warned.
    private static func centre() throws -> (centre: FiringCentre, number: CaseNumber, fireAt: Instant) {
        let centre = try FiringCentre()
        let number = try centre.register("r1")
        let fireAt = try #require(try centre.timer(of: number)).fireAt
        try centre.store.close()
        return (centre, number, fireAt)
    }

    /// How many writes the whole takes, and after that each of them as the place of the kill.
    private static func atEveryWrite(
        _ centre: FiringCentre, _ arguments: (_ path: String, _ killAt: Int) -> [String],
        check: (_ path: String, _ killAt: Int) throws -> Void
    ) throws {
        let whole = try copy(centre)
        defer { try? FileManager.default.removeItem(at: whole) }
        let run = try EngineProcess(arguments(TemporaryStore.path(in: whole), 0)).finish()
        let points = try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        print("\(points) writes")
        #expect(points >= 2)
        for point in 1...points {
            let folder = try copy(centre)
            defer { try? FileManager.default.removeItem(at: folder) }
            let path = TemporaryStore.path(in: folder)
            #expect(try EngineProcess(arguments(path, point)).finish().wasKilled, "not killed at \(point)")
            try check(path, point)
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

    @Test func `a command killed at any write happened wholly or not at all, and again makes it once`() throws {
        let (centre, number, _) = try Self.centre()
        let at = Instant.march.adding(seconds: 60)
        try Self.atEveryWrite(centre) { path, killAt in
            ["note", path, String(at.microseconds), number.description, String(killAt)]
        } check: { path, point in
            let store = try Self.opened(path)
            let notes = try store.complaint(number)?.events.filter { $0.event.type == .note }.count
            #expect(notes == 0 || notes == 1)
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

    @Test func `a tick killed at any write fired wholly or not at all, and the next fires it once`() throws {
        let (centre, number, fireAt) = try Self.centre()
        try Self.atEveryWrite(centre) { path, killAt in
            ["tick", path, String(fireAt.microseconds), String(killAt)]
        } check: { path, point in
            let store = try Self.opened(path)
            #expect(try Self.isWhole(store, number), "half of it at \(point)")
            _ = try store.tick(ClockStamp(wall: fireAt.adding(seconds: 1), sinceBoot: .zero, boot: "after"))
            let engineLines = try store.complaint(number)?.events.filter { $0.event.actor == EffectKey.engineLogin }
            #expect(engineLines?.count == 1, "fired \(engineLines?.count ?? 0) times after a kill at \(point)")
            #expect(try store.notices(for: "amy", now: fireAt.adding(seconds: 2)).count == 1)
            #expect(try Self.isWhole(store, number))
        }
    }
}
