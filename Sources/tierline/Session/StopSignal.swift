import Glibc

/// A polite end: TERM, INT and HUP become a byte in a pipe that a waiting loop wakes by.
enum StopSignal {
    /// The pipe's ends: read, write.
    private nonisolated(unsafe) static var ends: (Int32, Int32) = (-1, -1)

    /// From now on the first such signal only wakes; a second one ends the program at once.
    static func gather() {
        var pair: [Int32] = [-1, -1]
        guard pipe(&pair) == 0 else { return }
        for end in pair {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        ends = (pair[0], pair[1])
        // A parent may have blocked them, and a child inherits that.
        var awaited = sigset_t()
        sigemptyset(&awaited)
        for number in [SIGTERM, SIGINT, SIGHUP] {
            signal(number, note)
            sigaddset(&awaited, number)
        }
        sigprocmask(SIG_UNBLOCK, &awaited, nil)
    }

    /// Runs in the signal's context: two system calls allowed there.
    private static let note: @convention(c) (Int32) -> Void = { number in
        var byte: UInt8 = 1
        _ = write(ends.1, &byte, 1)
        signal(number, SIG_DFL)
    }

    /// Sleeps until a stop is wished, `other` is readable or the time is over; true when a stop is wished.
    static func wait(microseconds: Int64, or other: Int32) -> Bool {
        var files = [
            pollfd(fd: ends.0, events: Int16(POLLIN), revents: 0), pollfd(fd: other, events: Int16(POLLIN), revents: 0),
        ]
        // Rounded up: a timer looked at a moment too early would be looked at twice.
        let milliseconds = min(max((microseconds + 999) / 1_000, 0), 86_400_000)
        _ = poll(&files, nfds_t(files.count), Int32(milliseconds))
        return files[0].revents != 0
    }
}
