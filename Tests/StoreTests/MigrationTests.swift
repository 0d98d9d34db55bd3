import Dossier
import Foundation
import Testing

@testable import Store

@Suite struct MigrationTests {
    /// Two later releases, each with one more step.
    private static let later = [
        Migration(number: known + 1, sql: "CREATE TABLE later_two (id INTEGER NOT NULL PRIMARY KEY) STRICT;"),
        Migration(number: known + 2, sql: "ALTER TABLE later_two ADD COLUMN note TEXT;"),
    ]
    private static let known = Migration.all.count

    @Test func `the text of a shipped step never changes`() {
        let hashes = Migration.all.map { sha256Hexadecimal(Array($0.sql.utf8)) }
        #expect(
            hashes == [
                "5916720adfadb09b5f30bdfe77de7528cb6f35782cf5745ea248d9aa8bed8503",
                "3e44f2e534476b9e53e19f7a201c9232f4029d71027ad4fe4098b227724b216d",
                "6a1459b3585dad26ba31e21d8dc73a86585884b37a17185751f37c4051574035",
                "7aac57b6570bd52b6c5e96464d7e13791b80d428970191daf1d70d3b06cbe257",
                "5ab3ee60e6d43de6d3e34423a7dbdb248f582da7e3e9bfcb8294ddbf3a518fab",
                "49a97b4295ef70b9b9e5ed887b8f1ba4a77a9cbf2cafdc6ed87490872618be0d",
                "58b6afb338ab3c9795891c031ef3e1852e6b0a41f118d950c0f50aa101ecbca8",
                "b5ee711854edd7317199a548bf5e38877b9fe3d68e9f401f3ef5de44bb10a9ab",
                "afa20ee646752a04bddaa8185a3ab6e461c4297e6e078b63af231e4986f9eb01",
            ])
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test(arguments: 1...(known + 2)) func `a store of any earlier release is brought up`(from: Int) throws {
        let folder = try TemporaryStore.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = TemporaryStore.path(in: folder)
        let all = Migration.all + Self.later
        try HostFile.create(path)
        try Store.fill(
            path, settings: .taiwan, migrator: Migrator(migrations: Array(all.prefix(from)))
        ) { session throws(StoreError) in
            try session.run("INSERT INTO agents (login, is_active) VALUES ('amy', 1)")
        }.close()
        let store = try Store.open(path, access: .readWrite, migrator: Migrator(migrations: all))
        let columns = try store.engine.read { session throws(StoreError) in
            try session.all("SELECT name FROM pragma_table_info('later_two')") { $0.text(0) }
        }
        #expect(columns == ["id", "note"])
        #expect(try store.settings() == .taiwan)
        #expect(try store.agents().map(\.login) == ["amy"])
    }

    @Test func `a newer schema is refused and left as it is`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        let newest = Migrator(migrations: Migration.all + Self.later)
        try Store.open(temporary.path, access: .readWrite, migrator: newest).close()
        let refusal = StoreError.newerSchema(path: temporary.path, found: Self.known + 2, known: Self.known)
        #expect(throws: refusal) { try Store.open(temporary.path) }
        #expect(throws: refusal) { try Store.open(temporary.path, access: .readOnly) }
        #expect(refusal.exitStatus == 78)
    }

    @Test func `a desk stops writing when a newer release has migrated the store under it`() throws {
        let temporary = try TemporaryStore()
        let newest = Migrator(migrations: Migration.all + Self.later)
        try Store.open(temporary.path, access: .readWrite, migrator: newest).close()
        #expect(throws: StoreError.newerSchema(path: temporary.path, found: Self.known + 2, known: Self.known)) {
            try temporary.store.createCustomer(.draft("王小明"), by: "amy", at: .march)
        }
    }

    @Test func `a step that fails leaves the store at the schema it had`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        let broken = Migrator(
            migrations: Migration.all + [
                Self.later[0], Migration(number: Self.known + 2, sql: "CREATE TABLE broken (;"),
            ])
        #expect(throws: StoreError.self) { try Store.open(temporary.path, access: .readWrite, migrator: broken) }
        #expect(try Store.open(temporary.path).settings() == .taiwan)
    }

    @Test func `a reader does not migrate`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        let newest = Migrator(migrations: Migration.all + Self.later)
        #expect(throws: StoreError.migrationNeeded(path: temporary.path, found: Self.known, known: Self.known + 2)) {
            try Store.open(temporary.path, access: .readOnly, migrator: newest)
        }
    }
}
