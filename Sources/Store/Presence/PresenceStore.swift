import Complaints
import Customers
package import Dossier
import GRDB
import Glibc
package import WorkingTime

/// Who has what open, in a file of its own that nothing syncs: two hundred heartbeats must never wait for the store's
/// lock or a disk.
///
/// It may be lost at any time; every desk says again what it has open within `Whereabouts.beatSeconds`. Times are the
/// caller's: microseconds of a clock that all desks of the host share and nobody sets, such as CLOCK_BOOTTIME.
package final class PresenceStore: Sendable {
    /// Desks that are read; far more than one file serves.
    static let desksMax = 500
    private static let busySeconds = 1.0

    /// The folder the file lies in: to be watched for what others say.
    package let folder: String
    private let path: String
    private let file: ino_t
    private let queue: DatabaseQueue

    /// Opens, and where needed makes, the file that belongs to the store at `store`; one that is damaged is made anew.
    package static func open(folder: String, besideStore store: String) throws(StoreError) -> PresenceStore {
        let path = try path(in: folder, of: store)
        do throws(StoreError) {
            return try PresenceStore(folder: folder, path: path)
        } catch {
            switch error {
            case .damaged, .notAStore, .engine: HostFile.remove([path, path + "-journal"])
            default: throw error
            }
            return try PresenceStore(folder: folder, path: path)
        }
    }

    /// A store is known by its file, whatever path leads to it.
    private static func path(in folder: String, of store: String) throws(StoreError) -> String {
        var facts = Glibc.stat()
        guard stat(store, &facts) == 0 else { throw .unreadable(path: store, errno: errno) }
        let identity = String(facts.st_dev, radix: 16) + "-" + String(facts.st_ino, radix: 16)
        return folder + "/presence-1-" + identity + ".sqlite"
    }

    private init(folder: String, path: String) throws(StoreError) {
        self.folder = folder
        self.path = path
        let made = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard made >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        Glibc.close(made)
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(Self.busySeconds)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                let session = SQLiteSession(database: database, path: path)
                // A killed desk leaves a journal the next one rolls back; a power cut may take the whole file.
                _ = try session.first("PRAGMA journal_mode = TRUNCATE") { $0.text(0) }
                try session.run("PRAGMA synchronous = OFF")
                try session.run("PRAGMA temp_store = MEMORY")
                try session.run(Self.schema)
            }
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
        file = Self.inode(of: path)
    }

    private static let schema = """
        CREATE TABLE IF NOT EXISTS desks (
            desk TEXT NOT NULL PRIMARY KEY, login TEXT NOT NULL, takes_calls INTEGER NOT NULL, status TEXT NOT NULL,
            customer INTEGER NOT NULL, complaint INTEGER NOT NULL, is_editing INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    /// False once another desk has made the file anew: then it must be opened again.
    package var isCurrent: Bool { Self.inode(of: path) == file }

    private static func inode(of path: String) -> ino_t {
        var facts = Glibc.stat()
        return stat(path, &facts) == 0 ? facts.st_ino : 0
    }

    /// Says what `desk` has open; it counts for the lifetime of `whereabouts` from `now`.
    package func announce(_ whereabouts: Whereabouts, desk: String, agent: Agent, now: Int64) throws(StoreError) {
        try use { session throws(StoreError) in
            try session.run("DELETE FROM desks WHERE until <= $1 OR until > $2", now, now + Self.untilMax)
            try session.run(
                """
                INSERT INTO desks (desk, login, takes_calls, status, customer, complaint, is_editing, until)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (desk) DO UPDATE SET login = $2, takes_calls = $3, status = $4, customer = $5,
                    complaint = $6, is_editing = $7, until = $8
                """, desk, agent.login, agent.roles.contains(.agent), whereabouts.status,
                whereabouts.customer?.number ?? 0, whereabouts.caseNumber.map(ComplaintKey.number) ?? 0,
                whereabouts.isEditing, now + whereabouts.lifetime * 1_000_000)
        }
    }

    /// What every other desk has open; `clock` is the wall clock's time of `now`, in which the answer is given.
    package func others(than desk: String, now: Int64, clock: Instant) throws(StoreError) -> [Sighting] {
        try use { session throws(StoreError) in
            try session.all(
                """
                SELECT login, takes_calls, status, customer, complaint, is_editing, until FROM desks
                WHERE desk <> $1 AND until > $2 AND until <= $3 ORDER BY login, desk LIMIT $4
                """, desk, now, now + Self.untilMax, Self.desksMax
            ) { row in
                Sighting(
                    login: row.text(0), takesCalls: row.bool(1),
                    whereabouts: Whereabouts(
                        customer: row.integer(3) == 0 ? nil : CustomerID(row.integer(3)),
                        caseNumber: row.integer(4) == 0 ? nil : ComplaintKey.caseNumber(row.integer(4)),
                        isEditing: row.bool(5), status: row.text(2)),
                    goneAt: Instant(microseconds: clock.microseconds + row.integer(6) - now))
            }
        }
    }

    /// The desk ends in good order.
    package func leave(desk: String) throws(StoreError) {
        _ = try use { session throws(StoreError) in try session.run("DELETE FROM desks WHERE desk = $1", desk) }
    }

    /// A time further ahead than this is of a boot before this one.
    private static let untilMax = (Whereabouts.idleLifetimeSeconds + 1) * 1_000_000

    private func use<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T {
        let result: Result<T, StoreError> = queue.writeWithoutTransaction { database in
            let session = SQLiteSession(database: database, path: path)
            return Result { () throws(StoreError) -> T in try body(session) }
        }
        return try result.get()
    }
}
