import Complaints
import Dossier
import Foundation
import Testing

@testable import Store

@Suite struct OpeningTests {
    private static let wanted = [
        "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1",
        "mmap_size": "0", "temp_store": "2", "secure_delete": "2", "wal_autocheckpoint": "0",
        "journal_size_limit": "67108864", "application_id": "1414284363", "user_version": "\(Migration.all.count)",
    ]

    @Test func `a new store is its owner's alone`() throws {
        let temporary = try TemporaryStore()
        for path in Store.files(of: temporary.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(path)")
        }
    }

    @Test(arguments: [false, true]) func `the writer is told everything durability rests on`(reopened: Bool) throws {
        let temporary = try TemporaryStore()
        if reopened { try temporary.store.close() }
        let store = reopened ? try Store.open(temporary.path) : temporary.store
        let told = try store.engine.write { session throws(StoreError) in try Self.told(session) }
        #expect(told == Self.wanted)
    }

    @Test func `a reader is told the same`() throws {
        let temporary = try TemporaryStore()
        let told = try temporary.store.engine.read { session throws(StoreError) in try Self.told(session) }
        #expect(told.filter { $0.key != "synchronous" } == Self.wanted.filter { $0.key != "synchronous" })
    }

    private static func told(_ session: any Session) throws(StoreError) -> [String: String] {
        var told: [String: String] = [:]
        for name in wanted.keys { told[name] = try session.first("PRAGMA \(name)") { $0.text(0) } ?? "0" }
        return told
    }

    @Test func `every table is strict`() throws {
        let temporary = try TemporaryStore()
        let loose = try temporary.store.engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'
                AND name NOT LIKE 'sqlite_%'
                """
            ) { $0.text(0) }
        }
        #expect(loose == [])
    }

    @Test func `what was said at creation is there after opening again`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        let store = try Store.open(temporary.path)
        #expect(try store.settings() == .taiwan)
        #expect(try store.agents() == [.amy])
    }

    @Test func `a missing file, a folder and another program's file are told apart`() throws {
        let folder = try TemporaryStore.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = folder.appendingPathComponent("none.sqlite").path
        #expect(throws: StoreError.missing(path: missing)) { try Store.open(missing) }
        #expect(throws: StoreError.notAStore(path: folder.path)) { try Store.open(folder.path) }
        let text = folder.appendingPathComponent("text").path
        let original = String(repeating: "not a database\n", count: 1000)
        try original.write(toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.notAStore(path: text)) { try Store.open(text) }
        #expect(try String(contentsOfFile: text, encoding: .utf8) == original)
        let empty = folder.appendingPathComponent("empty").path
        try Data().write(to: URL(fileURLWithPath: empty))
        #expect(throws: StoreError.notAStore(path: empty)) { try Store.open(empty) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: empty)).isEmpty)
    }

    @Test func `creating over something or in a place that cannot be made is refused`() throws {
        let temporary = try TemporaryStore()
        #expect(throws: StoreError.alreadyExists(path: temporary.path)) {
            try Store.create(temporary.path, settings: .taiwan, administrator: .amy)
        }
        #expect(try temporary.store.settings() == .taiwan)
        #expect(throws: StoreError.cannotCreate(path: "/proc/tierline", errno: ENOENT)) {
            try Store.create("/proc/tierline/desk.sqlite", settings: .taiwan, administrator: .amy)
        }
    }

    @Test func `a store without its audit key is not opened`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        try FileManager.default.removeItem(atPath: temporary.path + "-audit-key")
        #expect(throws: StoreError.auditKeyMissing(path: temporary.path + "-audit-key")) {
            try Store.open(temporary.path)
        }
    }

    @Test func `a closed store says so`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        try temporary.store.close()
        #expect(throws: StoreError.closed(path: temporary.path)) { try temporary.store.settings() }
    }

    @Test func `a store opened for reading refuses to write`() throws {
        let temporary = try TemporaryStore()
        let reader = try Store.open(temporary.path, access: .readOnly)
        #expect(try reader.settings() == .taiwan)
        #expect(throws: StoreError.notWritable(path: temporary.path)) {
            try reader.createCustomer(.draft("王小明"), by: "amy", at: .march)
        }
    }

    @Test(arguments: [(0x6969, "NFS"), (0x6573_5546, "FUSE"), (0xFF53_4D42, "CIFS"), (0x1234, "0x1234")])
    func `a network's file system is refused by name`(magic: UInt32, kind: String) {
        #expect(throws: StoreError.fileSystemRefused(path: "/x", kind: kind)) {
            try HostFile.checkFileSystem(magic: magic, path: "/x")
        }
    }

    @Test func `another process's change shows in the counter`() throws {
        let temporary = try TemporaryStore()
        let other = try Store.open(temporary.path)
        let before = try temporary.store.changeCounter()
        #expect(try temporary.store.changeCounter() == before)
        _ = try other.createCustomer(.draft("王小明"), by: "amy", at: .march)
        #expect(try temporary.store.changeCounter() != before)
    }
}
