/// A point in time: whole microseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time).
package struct Instant: Hashable, Comparable, Sendable {
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The instant `seconds` whole seconds after the epoch.
    package init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }

    /// Whole seconds since the epoch, rounded towards the past.
    package var seconds: Int64 { floorQuotient(microseconds, 1_000_000) }

    /// The instant cut to its whole second; a clock is met when the completion, cut like this, is not after the due.
    package var cutToSecond: Instant { Instant(seconds: seconds) }

    /// Microseconds on a clock that is ahead by so much; an instant at the very end of what can be kept stays there, so
    /// that a damaged value is shown and does not trap.
    func microseconds(shiftedBySeconds seconds: Int32) -> Int64 {
        let (sum, hasOverflowed) = microseconds.addingReportingOverflow(Int64(seconds) * 1_000_000)
        return hasOverflowed ? microseconds : sum
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

    package static func + (a: Instant, length: TimeLength) -> Instant {
        Instant(microseconds: a.microseconds + length.microseconds)
    }

    package static func - (a: Instant, length: TimeLength) -> Instant {
        Instant(microseconds: a.microseconds - length.microseconds)
    }

    /// The elapsed time from `b` to `a`; negative when `a` is earlier.
    package static func - (a: Instant, b: Instant) -> TimeLength {
        TimeLength(microseconds: a.microseconds - b.microseconds)
    }
}
