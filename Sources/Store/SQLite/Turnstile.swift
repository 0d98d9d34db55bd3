import CSQLite
import Glibc

/// The kernel lock around every write transaction, checkpoint, open and close, of all processes on one store.
///
/// Two flocks on files beside the store: take A, take B, let A go, work, let B go. So one waiter stands at the gate
/// while the rest queue behind it in order; SQLite's own lock lets whoever polls luckiest in. It also keeps commits
/// and checkpoints from ever overlapping, which SQLite before 3.51.3 can damage a file by. The kernel frees both
/// locks of a process that dies.
///
/// One thread at a time uses a turnstile: the engine's writer.
final class Turnstile: @unchecked Sendable {
    private let path: String
    private let gate: Int32
    private let work: Int32

    /// Opens, and where needed makes, the two side files.
    init(besideStore path: String, mode: mode_t) throws(StoreError) {
        self.path = path
        gate = try Self.openFile(path + Self.gateSuffix, mode: mode)
        do throws(StoreError) {
            work = try Self.openFile(path + Self.workSuffix, mode: mode)
        } catch {
            Glibc.close(gate)
            throw error
        }
    }

    deinit {
        Glibc.close(gate)
        Glibc.close(work)
    }

    /// Waits for this store's turn, at most `milliseconds` at each of the two locks.
    func enter(milliseconds: Int = waitMillisecondsMax) throws(StoreError) {
        try take(gate, milliseconds)
        defer { tl_unlock(gate) }
        try take(work, milliseconds)
    }

    /// Whether another process stands at the gate while this one works.
    var isAwaited: Bool {
        guard flock(gate, LOCK_EX | LOCK_NB) == 0 else { return errno == EWOULDBLOCK }
        tl_unlock(gate)
        return false
    }

    func leave() {
        tl_unlock(work)
    }

    private func take(_ file: Int32, _ milliseconds: Int) throws(StoreError) {
        switch tl_lock(file, Int32(milliseconds)) {
        case 0: return
        case ETIMEDOUT: throw .locked(path: path, waitedMilliseconds: milliseconds)
        case let code: throw .inputOutput(path: path, detail: "flock: errno \(code)")
        }
    }

    private static func openFile(_ path: String, mode: mode_t) throws(StoreError) -> Int32 {
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw .unreadable(path: path, errno: errno) }
        return file
    }

    static let gateSuffix = "-gate"
    static let workSuffix = "-turn"
    /// How long a writer waits for its turn before it says so.
    static let waitMillisecondsMax = 10_000
}
