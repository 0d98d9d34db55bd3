import Glibc
import WorkingTime

/// The wall clock, for what depends on the present without anybody having asked for a moment.
enum Clock {
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
