import CSQLite
import Glibc

/// The right to fire timers, held by one process at a time.
///
/// The kernel lock ends with the process; the epoch refuses a process that was stopped, replaced and woken again.
package final class EngineRole: Sendable {
    package let epoch: Int64
    /// Nil when the role was taken from a process that holds the lock and does nothing.
    private let lock: EngineLock?

    init(epoch: Int64, lock: EngineLock?) {
        self.epoch = epoch
        self.lock = lock
    }

    /// False after taking over from a process that sleeps on the lock.
    package var isLocked: Bool { lock != nil }
}

/// A flock on a file beside the store, freed by the kernel when its holder dies.
final class EngineLock: Sendable {
    private let file: Int32

    private init(file: Int32) { self.file = file }

    /// Nil when another holds it.
    static func take(besideStore path: String) throws(StoreError) -> EngineLock? {
        let mode = try HostFile.checkStore(at: path, writing: true)
        let path = path + suffix
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw .unreadable(path: path, errno: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            Glibc.close(file)
            guard code == EWOULDBLOCK else { throw .inputOutput(path: path, detail: "flock: errno \(code)") }
            return nil
        }
        return EngineLock(file: file)
    }

    /// Whether some process holds it now; the question itself hinders nobody for longer than it takes.
    static func isHeld(besideStore path: String) -> Bool {
        let file = Glibc.open(path + suffix, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return false }
        defer { Glibc.close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    deinit { Glibc.close(file) }

    static let suffix = "-engine-lock"
}
