import CSQLite
import GRDB
import Glibc

/// How a connection is made and what it is told, each word read back.
enum SQLiteOpening {
    /// `TLDK`: written into the header of every store.
    static let applicationID: Int64 = 0x544C_444B
    static let minimumLibrary: Int32 = 3_040_000

    static let readersMax = 3
    static let cacheKibibytesReader = 12_288
    static let cacheKibibytesWriter = 4_096
    static let cacheKibibytesLoading = 98_304
    static let journalBytesMax = 64 << 20

    /// Told once, before the first connection; a process whose library is at work already goes on counting.
    private static let isUncounted: Void = {
        tl_no_memory_statistics()
    }()

    /// Opens the file that is there. The caller holds the turnstile.
    static func pool(path: String, isNew: Bool, isReadOnly: Bool, known: Int) throws(StoreError) -> DatabasePool {
        guard sqlite3_libversion_number() >= minimumLibrary else {
            throw .libraryTooOld(version: String(cString: sqlite3_libversion()), minimum: "3.40.0")
        }
        isUncounted
        do {
            let pool = try DatabasePool(
                path: path, configuration: configuration(path: path, isNew: isNew, isReadOnly: isReadOnly, known: known)
            )
            if !isReadOnly { try pool.writeWithoutTransaction { try makeDurable($0, path: path) } }
            return pool
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
    }

    static func observer(path: String) throws -> DatabaseQueue {
        try DatabaseQueue(
            path: path, configuration: configuration(path: path, isNew: false, isReadOnly: true, known: Int.max))
    }

    private static func configuration(path: String, isNew: Bool, isReadOnly: Bool, known: Int) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(Double(SQLiteEngine.busyMilliseconds) / 1000)
        configuration.maximumReaderCount = readersMax
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { database in
            let session = SQLiteSession(database: database, path: path)
            tl_no_checkpoint_on_close(database.sqliteConnection)
            if isNew && sqlite3_db_readonly(database.sqliteConnection, "main") == 0 {
                try session.run("PRAGMA application_id = \(applicationID)")
            }
            try checkIdentity(session, known: known)
            try tell(session)
        }
        return configuration
    }

    /// Ours, and not from a later release.
    private static func checkIdentity(_ session: SQLiteSession, known: Int) throws(StoreError) {
        guard try session.integer("PRAGMA application_id") == applicationID else {
            throw .notAStore(path: session.path)
        }
        let found = Int(try session.integer("PRAGMA user_version") ?? 0)
        guard found <= known else { throw .newerSchema(path: session.path, found: found, known: known) }
    }

    /// What every connection is told.
    private static func tell(_ session: SQLiteSession) throws(StoreError) {
        let settings: [(name: String, value: Int)] = [
            ("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0), ("temp_store", 2),
            ("secure_delete", 2), ("wal_autocheckpoint", 0), ("journal_size_limit", journalBytesMax),
        ]
        for (name, value) in settings {
            // 2 is what the pragma answers for FAST, and not what it takes.
            let word = name == "secure_delete" ? "FAST" : String(value)
            _ = try session.integer("PRAGMA \(name) = \(word)")
            try readBack(session, name, wanted: value, whenSilent: name == "mmap_size" ? 0 : nil)
        }
        try session.run("PRAGMA cache_size = -\(cacheKibibytesReader)")
    }

    /// What only the writer is told, after GRDB has had its say: GRDB sets `synchronous` to NORMAL, which loses
    /// acknowledged commits in a power cut.
    private static func makeDurable(_ database: Database, path: String) throws(StoreError) {
        let session = SQLiteSession(database: database, path: path)
        let journal = try session.first("PRAGMA journal_mode") { $0.text(0) } ?? ""
        guard journal == "wal" else { throw .settingRefused(name: "journal_mode", wanted: "wal", got: journal) }
        try session.run("PRAGMA synchronous = 2")
        try readBack(session, "synchronous", wanted: 2)
    }

    private static func readBack(
        _ session: SQLiteSession, _ name: String, wanted: Int, whenSilent: Int? = nil
    ) throws(StoreError) {
        let got = try session.integer("PRAGMA \(name)").map(Int.init) ?? whenSilent
        guard got == wanted else {
            throw .settingRefused(name: name, wanted: String(wanted), got: got.map(String.init) ?? "nothing")
        }
    }
}
