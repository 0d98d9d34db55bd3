/// A signed amount of time in whole microseconds; what a budget, a pause or a remainder measures.
package struct TimeLength: Hashable, Comparable, Sendable {
    package var microseconds: Int64

    package static let zero = TimeLength(microseconds: 0)

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }

    package init(minutes: Int64) {
        self.microseconds = minutes * 60_000_000
    }

    /// Whole seconds, rounded towards minus infinity.
    package var seconds: Int64 { floorQuotient(microseconds, 1_000_000) }

    /// Whole minutes, rounded towards minus infinity.
    package var minutes: Int64 { floorQuotient(microseconds, 60_000_000) }

    /// This share of the length, in per cent, to the microsecond below; where a warning falls.
    package func share(percent: Int64) -> TimeLength {
        let whole = microseconds / 100
        let rest = microseconds % 100
        return TimeLength(microseconds: whole * percent + floorQuotient(rest * percent, 100))
    }

    /// ISO 8601 duration in hours, minutes and seconds, such as `PT3H20M`, `-PT5M`, `PT0S`; fractions of a second cut.
    package var iso8601: String {
        let total = microseconds.magnitude / 1_000_000
        if total == 0 { return "PT0S" }
        var text = microseconds < 0 ? "-PT" : "PT"
        let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        if seconds > 0 { text += "\(seconds)S" }
        return text
    }

    package static func < (a: TimeLength, b: TimeLength) -> Bool { a.microseconds < b.microseconds }

    package static func + (a: TimeLength, b: TimeLength) -> TimeLength {
        TimeLength(microseconds: a.microseconds + b.microseconds)
    }

    package static func - (a: TimeLength, b: TimeLength) -> TimeLength {
        TimeLength(microseconds: a.microseconds - b.microseconds)
    }

    package static func += (a: inout TimeLength, b: TimeLength) { a.microseconds += b.microseconds }
}

/// Integer quotient rounded towards minus infinity; `divisor` must be positive.
@inlinable
package func floorQuotient<Number: FixedWidthInteger & SignedInteger>(_ value: Number, _ divisor: Number) -> Number {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

/// The remainder that belongs to `floorQuotient`: never negative.
@inlinable
package func floorRemainder<Number: FixedWidthInteger & SignedInteger>(_ value: Number, _ divisor: Number) -> Number {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
}
