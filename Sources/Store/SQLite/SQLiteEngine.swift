import CSQLite
import GRDB
import Synchronization

/// The store in one SQLite file, through GRDB's pool: one writer, a few readers that never wait for it.
final class SQLiteEngine: Engine {
    let path: String
    private let pool: DatabasePool
    /// A connection of its own: `data_version` can only be compared with itself.
    private let observer: Mutex<DatabaseQueue?>
    /// Nil for a store opened to be read.
    private let turnstile: Turnstile?
    private let state: Mutex<State>
    private let schemaVersion: Int
    private let log: LogWatch
    /// Threads of this process that write or wait to.
    private let writers = Atomic(0)

    private struct State {
        var isClosed = false
        /// Set once a sync failed: what the kernel kept is unknown, so nothing more may be built on it.
        var isBroken = false
        var checkpointBytes = SQLiteEngine.checkpointBytesLive
    }

    init(path: String, pool: DatabasePool, turnstile: Turnstile?, schemaVersion: Int) {
        self.path = path
        self.pool = pool
        self.turnstile = turnstile
        self.schemaVersion = schemaVersion
        observer = Mutex(nil)
        state = Mutex(State())
        log = LogWatch()
        if turnstile != nil {
            pool.writeWithoutTransaction { [log] in log.watch($0.sqliteConnection) }
        }
    }

    func read<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T {
        try checkOpen()
        let result: Result<T, StoreError>
        do {
            result = try pool.unsafeRead { database in
                let session = SQLiteSession(database: database, path: path)
                return Result { () throws(StoreError) -> T in
                    try session.run("BEGIN DEFERRED")
                    defer { _ = try? session.run("COMMIT") }
                    return try body(session)
                }
            }
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
        return try result.get()
    }

    func write<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T {
        try write(keeping: true, body)
    }

    func rehearse<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T {
        try write(keeping: false, body)
    }

    private func write<T>(
        keeping: Bool, _ body: (any Session) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        try checkOpen()
        guard let turnstile else { throw .notWritable(path: path) }
        writers.add(1, ordering: .relaxed)
        defer { writers.subtract(1, ordering: .relaxed) }
        let result: Result<T, StoreError> = pool.writeWithoutTransaction { database in
            let session = SQLiteSession(database: database, path: path)
            return Result { () throws(StoreError) -> T in
                try turnstile.enter()
                defer { turnstile.leave() }
                let value = try transaction(session, keeping: keeping, body)
                checkpointIfLong(session)
                return value
            }
        }
        return try result.get()
    }

    var isAwaited: Bool { writers.load(ordering: .relaxed) > 1 || turnstile?.isAwaited == true }

    func changeCounter() throws(StoreError) -> Int64 {
        try checkOpen()
        do {
            return try observer.withLock { queue in
                let opened: DatabaseQueue
                if let queue {
                    opened = queue
                } else {
                    opened = try SQLiteOpening.observer(path: path)
                    queue = opened
                }
                return try opened.unsafeRead { database in
                    try SQLiteSession(database: database, path: path).integer("PRAGMA data_version") ?? 0
                }
            }
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
    }

    func setBulkLoading(_ isLoading: Bool) throws(StoreError) {
        try checkOpen()
        state.withLock { $0.checkpointBytes = isLoading ? Self.checkpointBytesLoading : Self.checkpointBytesLive }
        let cache = isLoading ? SQLiteOpening.cacheKibibytesLoading : SQLiteOpening.cacheKibibytesWriter
        let result: Result<Void, StoreError> = pool.writeWithoutTransaction { database in
            let session = SQLiteSession(database: database, path: path)
            return Result { () throws(StoreError) in try session.run("PRAGMA cache_size = -\(cache)") }
        }
        try result.get()
    }

    /// Empties the log into the main file, so that nothing stays in it that was overwritten there.
    func truncateLog() throws(StoreError) {
        try checkOpen()
        guard let turnstile else { throw .notWritable(path: path) }
        let result: Result<Void, StoreError> = pool.writeWithoutTransaction { database in
            let session = SQLiteSession(database: database, path: path)
            return Result { () throws(StoreError) in
                try turnstile.enter()
                defer { turnstile.leave() }
                _ = try session.integer("PRAGMA secure_delete = FAST")
                _ = try session.integer("PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
        try result.get()
    }

    func close() throws(StoreError) {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        do {
            try turnstile?.enter()
            defer { turnstile?.leave() }
            try observer.withLock { queue in
                try queue?.close()
                queue = nil
            }
            try pool.close()
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
    }

    deinit {
        try? close()
    }

    /// How long SQLite itself waits for a lock, beside the turnstile.
    static let busyMilliseconds = 10_000
    /// The log is written back to the main file when it is longer than this.
    static let checkpointBytesLive = 16 << 20
    static let checkpointBytesLoading = 256 << 20
}

extension SQLiteEngine {
    private func checkOpen() throws(StoreError) {
        let (isClosed, isBroken) = state.withLock { ($0.isClosed, $0.isBroken) }
        if isClosed { throw .closed(path: path) }
        if isBroken { throw .inputOutput(path: path, detail: "an earlier sync failed; open the store again") }
    }

    /// The transaction proper; the turnstile is held.
    private func transaction<T>(
        _ session: SQLiteSession, keeping: Bool, _ body: (any Session) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        try session.run("BEGIN IMMEDIATE")
        let value: T
        do throws(StoreError) {
            try checkSchema(session)
            value = try body(session)
        } catch {
            rollBack(session)
            throw error
        }
        guard keeping else {
            rollBack(session)
            return value
        }
        do throws(StoreError) {
            try session.run("COMMIT")
        } catch {
            rollBack(session)
            throw afterFailedCommit(error)
        }
        return value
    }

    /// A newer release may have migrated the store under us; then this one stops writing.
    private func checkSchema(_ session: SQLiteSession) throws(StoreError) {
        let found = Int(try session.integer("PRAGMA user_version") ?? 0)
        guard found == schemaVersion else {
            throw .newerSchema(path: path, found: found, known: schemaVersion)
        }
    }

    private func rollBack(_ session: SQLiteSession) {
        // SQLite has ended the transaction itself after some errors; then there is nothing to roll back.
        guard session.isInsideTransaction else { return }
        _ = try? session.run("ROLLBACK")
    }

    private func afterFailedCommit(_ error: StoreError) -> StoreError {
        guard case .inputOutput(_, let detail) = error else { return error }
        state.withLock { $0.isBroken = true }
        return .outcomeUnknown(detail: detail)
    }

    /// Writes the log back while nobody can commit. It never fails the write that came before it.
    private func checkpointIfLong(_ session: SQLiteSession) {
        let limit = state.withLock { $0.checkpointBytes }
        log.checkpointIfLonger(than: limit / Self.pageBytes, session.database.sqliteConnection)
    }

    private static let pageBytes = 4_096
}
