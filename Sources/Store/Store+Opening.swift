import Dossier
import GRDB

extension Store {
    static func open(_ path: String, access: Access, migrator: Migrator) throws(StoreError) -> Store {
        let isReadOnly = access == .readOnly
        let mode = try HostFile.checkStore(at: path, writing: !isReadOnly)
        let turnstile = isReadOnly ? nil : try Turnstile(besideStore: path, mode: mode)
        try turnstile?.enter()
        defer { turnstile?.leave() }
        let pool = try SQLiteOpening.pool(path: path, isNew: false, isReadOnly: isReadOnly, known: migrator.newest)
        try bringUp(pool, path: path, isReadOnly: isReadOnly, migrator: migrator)
        let engine = SQLiteEngine(path: path, pool: pool, turnstile: turnstile, schemaVersion: migrator.newest)
        guard let settings = try engine.read({ session throws(StoreError) in try session.settings() }) else {
            throw .notAStore(path: path)
        }
        let chain = try AuditChain(besideStore: path)
        return Store(path: path, engine: engine, chain: chain, settings: settings)
    }

    /// Puts schema, settings and the first agent into an empty file, in one transaction.
    static func fill(_ path: String, settings: CentreSettings, administrator: Agent) throws(StoreError) -> Store {
        try fill(path, settings: settings, migrator: Migrator()) { session throws(StoreError) in
            try session.insert(administrator)
            try session.note(dutyManager: administrator.login)
        }
    }

    /// As of the release whose steps `migrator` knows; `contents` is written into the fresh schema.
    static func fill(
        _ path: String, settings: CentreSettings, migrator: Migrator,
        contents: (SQLiteSession) throws(StoreError) -> Void
    ) throws(StoreError) -> Store {
        let turnstile = try Turnstile(besideStore: path, mode: 0o600)
        let chain = try AuditChain(creatingBeside: path)
        try turnstile.enter()
        defer { turnstile.leave() }
        let pool = try SQLiteOpening.pool(path: path, isNew: true, isReadOnly: false, known: migrator.newest)
        try inWriter(pool, path: path) { session throws(StoreError) in
            try migrator.migrate(session) { session throws(StoreError) in
                try session.save(settings)
                try session.run("INSERT INTO sources (id, name) VALUES ($1, $2)", Source.desk, Source.deskName)
                try contents(session)
            }
        }
        // Made now, so that no folder has to be written when a centre's first timer falls due.
        _ = try EngineLock.take(besideStore: path)
        try HostFile.syncFolder(of: path)
        let engine = SQLiteEngine(path: path, pool: pool, turnstile: turnstile, schemaVersion: migrator.newest)
        return Store(path: path, engine: engine, chain: chain, settings: settings)
    }

    private static func bringUp(
        _ pool: DatabasePool, path: String, isReadOnly: Bool, migrator: Migrator
    ) throws(StoreError) {
        if isReadOnly {
            let result: Result<Int64?, StoreError>
            do {
                result = try pool.unsafeRead { database in
                    Result { () throws(StoreError) in
                        try SQLiteSession(database: database, path: path).integer("PRAGMA user_version")
                    }
                }
            } catch {
                throw SQLiteFault.error(error, path: path)
            }
            let found = Int(try result.get() ?? 0)
            guard found == migrator.newest else {
                throw .migrationNeeded(path: path, found: found, known: migrator.newest)
            }
        } else {
            try inWriter(pool, path: path) { session throws(StoreError) in
                guard try session.integer("PRAGMA user_version") ?? 0 > 0 else { throw .notAStore(path: path) }
                try migrator.migrate(session)
            }
        }
    }

    private static func inWriter(
        _ pool: DatabasePool, path: String, _ body: (SQLiteSession) throws(StoreError) -> Void
    ) throws(StoreError) {
        let result: Result<Void, StoreError> = pool.writeWithoutTransaction { database in
            Result { () throws(StoreError) in try body(SQLiteSession(database: database, path: path)) }
        }
        try result.get()
    }
}
