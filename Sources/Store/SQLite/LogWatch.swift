import CSQLite

/// How long the write-ahead log is, and when it is written back to the main file.
///
/// The log's file stays as long as it ever was; what counts is how many pages it holds since it last began anew. It
/// begins anew once all of it is written back and no reader needs it: mostly by itself, and where readers follow each
/// other without a gap by waiting for them a little.
///
/// Used by the engine's writer alone, while it holds the turnstile.
final class LogWatch: @unchecked Sendable {
    private let pages: UnsafeMutablePointer<Int32>
    /// Pages at the last writing back.
    private var pagesWritten: Int32 = 0

    init() {
        pages = .allocate(capacity: 1)
        pages.initialize(to: 0)
    }

    deinit { pages.deallocate() }

    /// The connection must be closed before this is gone.
    func watch(_ connection: OpaquePointer?) {
        tl_watch_log(connection, pages)
    }

    /// After a commit: writes back what has gathered since the last time, if it is that much.
    func checkpointIfLonger(than limit: Int, _ connection: OpaquePointer?) {
        let now = pages.pointee
        if now < pagesWritten { pagesWritten = 0 }
        guard Int(now - pagesWritten) > limit else { return }
        let mustRestart = Int(now) > limit * Self.restartAtLimits
        _ = tl_checkpoint(
            connection, mustRestart ? 1 : 0, Self.patienceMilliseconds, Int32(SQLiteEngine.busyMilliseconds))
        pagesWritten = now
    }

    /// A log so many times too long is made to begin anew.
    private static let restartAtLimits = 2
    /// Readers are waited for this long; writers wait behind.
    private static let patienceMilliseconds: Int32 = 100
}
