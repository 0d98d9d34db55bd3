/// One step of the schema. Once a release has shipped it, its text never changes: a test holds its hash.
struct Migration: Sendable {
    /// 1, 2, 3 …: the `user_version` of a store that has taken it.
    var number: Int
    var sql: String

    /// Every step of this release, in order.
    static let all: [Migration] = [
        .first, .engine, .policies, .staff, .identity, .exchange, .desk, .problems, .promises,
    ]
}

/// Moves a store from the schema it has to the one this release knows.
struct Migrator: Sendable {
    var migrations = Migration.all

    var newest: Int { migrations.last?.number ?? 0 }

    /// Takes the missing steps, then runs `completion`, all in one transaction: a store is never between two schemas.
    func migrate(
        _ session: SQLiteSession, completion: (SQLiteSession) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        try session.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            let found = Int(try session.integer("PRAGMA user_version") ?? 0)
            for migration in migrations where migration.number > found {
                try session.runScript(migration.sql)
                try session.runScript("PRAGMA user_version = \(migration.number)")
            }
            try completion(session)
            try session.run("COMMIT")
        } catch {
            if session.isInsideTransaction { _ = try? session.run("ROLLBACK") }
            throw error
        }
    }
}
