import Glibc
import WorkingTime

/// The machine's clocks, for what depends on the present without anybody having asked for a moment.
enum Clock {
    static func now() -> Instant { Instant(microseconds: microseconds(CLOCK_REALTIME)) }

    /// Microseconds since the machine started, sleep included.
    static func sinceBoot() -> Int64 { microseconds(CLOCK_BOOTTIME) }

    /// Microseconds of a clock that never jumps: for measuring.
    static func monotonic() -> Int64 { microseconds(CLOCK_MONOTONIC) }

    private static func microseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
