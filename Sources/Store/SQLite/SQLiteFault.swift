import CSQLite
import GRDB
import Glibc

/// SQLite's result codes as the store's errors.
enum SQLiteFault {
    /// What went wrong last on a connection.
    static func last(of connection: OpaquePointer?, path: String, sql: UnsafePointer<CChar>? = nil) -> StoreError {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "no message"
        return error(
            code: sqlite3_extended_errcode(connection), message: message, path: path,
            systemError: sqlite3_system_errno(connection), sql: sql.map { String(cString: $0) })
    }

    /// An error that came through GRDB.
    static func error(_ error: any Error, path: String) -> StoreError {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError:
            self.error(
                code: error.extendedResultCode.rawValue, message: error.message ?? "no message", path: path,
                systemError: errno, sql: error.sql)
        default: .engine(code: -1, message: "\(error)", sql: nil)
        }
    }

    static func error(code: Int32, message: String, path: String, systemError: Int32, sql: String?) -> StoreError {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path, waitedMilliseconds: SQLiteEngine.busyMilliseconds)
        case SQLITE_FULL: .diskFull(path: path)
        case SQLITE_IOERR: .inputOutput(path: path, detail: "\(message) (SQLite \(code), errno \(systemError))")
        case SQLITE_CORRUPT: .damaged(path: path, detail: message)
        case SQLITE_NOTADB: .notAStore(path: path)
        case SQLITE_READONLY: .notWritable(path: path)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .unreadable(path: path, errno: systemError)
        default: .engine(code: code, message: message, sql: sql)
        }
    }
}

extension StoreError {
    /// True for a unique or primary key met a second time.
    var isUniquenessViolation: Bool {
        guard case .engine(let code, _, _) = self else { return false }
        return code == 2067 || code == 1555
    }
}
