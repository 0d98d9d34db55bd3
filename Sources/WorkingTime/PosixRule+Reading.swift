extension PosixRule {
    /// Reads a TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil when it is none.
    ///
    /// Hours may be -167...167, as version 3 of the format allows; a summer zone without dates is refused.
    package init?(_ text: String) {
        var reader = PosixRuleReader(text)
        guard reader.skipName(), let standard = reader.offset() else { return nil }
        standardOffsetSeconds = standard
        summer = nil
        if reader.isAtEnd { return }
        guard reader.skipName() else { return nil }
        var summerOffset = standard + 3600
        if reader.next != UInt8(ascii: ",") {
            guard let written = reader.offset() else { return nil }
            summerOffset = written
        }
        guard let start = reader.change(), let end = reader.change(), reader.isAtEnd,
            ZoneRules.offsetsAllowed.contains(summerOffset)
        else { return nil }
        summer = Summer(offsetSeconds: summerOffset, start: start, end: end)
    }
}

/// Walks over the bytes of a TZ string.
private struct PosixRuleReader {
    private var reader: DigitReader

    init(_ text: String) {
        // A longer text is cut by the reader and then fails to end where it should.
        reader = DigitReader(text)
    }

    var next: UInt8? { reader.next }
    var isAtEnd: Bool { reader.isAtEnd }

    /// Three or more letters, or anything in angle brackets.
    mutating func skipName() -> Bool {
        if reader.skip("<") {
            var count = 0
            while let byte = reader.next, byte != UInt8(ascii: ">") {
                guard reader.skip(Unicode.Scalar(byte)) else { return false }
                count += 1
            }
            return reader.skip(">") && count >= 3
        }
        var count = 0
        while let byte = reader.next, (65...90).contains(byte) || (97...122).contains(byte) {
            guard reader.skip(Unicode.Scalar(byte)) else { return false }
            count += 1
        }
        return count >= 3
    }

    /// Hours west of Greenwich as seconds east.
    mutating func offset() -> Int32? {
        guard let west = time(hoursMax: 24) else { return nil }
        return Int32(-west)
    }

    /// `,M3.2.0/2:00`, `,J60`, `,0/0`.
    mutating func change() -> PosixRule.Change? {
        guard reader.skip(","), let day = day() else { return nil }
        guard reader.skip("/") else { return PosixRule.Change(day: day, secondOfDay: 7200) }
        guard let second = time(hoursMax: 167) else { return nil }
        return PosixRule.Change(day: day, secondOfDay: second)
    }

    private mutating func day() -> PosixRule.Day? {
        if reader.skip("M") {
            guard let month = reader.digits(upTo: 2), (1...12).contains(month), reader.skip("."),
                let week = reader.digits(exactly: 1), (1...5).contains(week), reader.skip("."),
                let weekday = reader.digits(exactly: 1), (0...6).contains(weekday)
            else { return nil }
            return .monthWeek(month: month, week: week, weekday: weekday)
        }
        if reader.skip("J") {
            guard let number = reader.digits(upTo: 3), (1...365).contains(number) else { return nil }
            return .julian(number)
        }
        guard let number = reader.digits(upTo: 3), (0...365).contains(number) else { return nil }
        return .zeroBased(number)
    }

    private mutating func time(hoursMax: Int) -> Int64? {
        let isNegative = reader.next == UInt8(ascii: "-")
        _ = reader.skip("-") || reader.skip("+")
        guard let hours = reader.digits(upTo: 3), hours <= hoursMax else { return nil }
        var seconds = Int64(hours) * 3600
        if reader.skip(":") {
            guard let minutes = reader.digits(exactly: 2), minutes < 60 else { return nil }
            seconds += Int64(minutes) * 60
            if reader.skip(":") {
                guard let extra = reader.digits(exactly: 2), extra < 60 else { return nil }
                seconds += Int64(extra)
            }
        }
        return isNegative ? -seconds : seconds
    }
}
