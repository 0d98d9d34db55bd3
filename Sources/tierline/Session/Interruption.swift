import Glibc
import Synchronization

/// Turns Ctrl-C into a wish to stop that long work asks about, so that it ends between two batches.
enum Interruption {
    private static let wished = Atomic<Bool>(false)

    static var isWished: Bool { wished.load(ordering: .relaxed) }

    /// From now on the first Ctrl-C (or a polite kill) only leaves the wish; a second one ends the program at once.
    static func gather() {
        // Made now, because the handler may not run an initialiser.
        _ = isWished
        signal(SIGINT, wish)
        signal(SIGTERM, wish)
        // Whoever started the program may have held them back, which is inherited.
        var awaited = sigset_t()
        sigemptyset(&awaited)
        sigaddset(&awaited, SIGINT)
        sigaddset(&awaited, SIGTERM)
        sigprocmask(SIG_UNBLOCK, &awaited, nil)
    }

    /// Runs in the signal's context: one store to an atomic and one system call, both allowed there.
    private static let wish: @convention(c) (Int32) -> Void = { number in
        wished.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
    }
}
