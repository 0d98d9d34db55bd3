/// A date and a time of day without a zone: what a wall clock shows.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package var date: LocalDate
    /// Since local midnight by the wall clock; 0 ..< 86,400,000,000.
    package var microsecondOfDay: Int64

    static let microsecondsPerDay: Int64 = 86_400_000_000

    package init(date: LocalDate, microsecondOfDay: Int64) {
        self.date = date
        self.microsecondOfDay = microsecondOfDay
    }

    package init(date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
        self.date = date
        self.microsecondOfDay = Int64(hour * 3600 + minute * 60 + second) * 1_000_000
    }

    /// The wall clock as microseconds since 1970-01-01T00:00 on the same wall clock.
    init(localMicroseconds: Int64) {
        date = LocalDate(dayNumber: Int32(floorQuotient(localMicroseconds, Self.microsecondsPerDay)))
        microsecondOfDay = floorRemainder(localMicroseconds, Self.microsecondsPerDay)
    }

    var localMicroseconds: Int64 { Int64(date.dayNumber) * Self.microsecondsPerDay + microsecondOfDay }

    package var hour: Int { Int(microsecondOfDay / 3_600_000_000) }
    package var minute: Int { Int(microsecondOfDay / 60_000_000 % 60) }
    package var second: Int { Int(microsecondOfDay / 1_000_000 % 60) }

    /// `2026-03-02T10:00`, with `:00` seconds and a fraction optional and a blank in place of `T` allowed; else nil.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let local = LocalDateTime(reading: &reader, secondsRequired: false), reader.isAtEnd else { return nil }
        self = local
    }

    /// Reads up to the zone; 24:00 is refused, second 60 is the next minute's first (leap seconds are not counted).
    init?(reading reader: inout DigitReader, secondsRequired: Bool) {
        guard let year = reader.digits(exactly: 4), reader.skip("-"),
            let month = reader.digits(exactly: 2), reader.skip("-"),
            let day = reader.digits(exactly: 2), let date = LocalDate(year: year, month: month, day: day),
            reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.digits(exactly: 2), hour < 24, reader.skip(":"),
            let minute = reader.digits(exactly: 2), minute < 60
        else { return nil }
        var second = 0
        var fraction: Int64 = 0
        if reader.skip(":") {
            guard let read = reader.digits(exactly: 2), read <= 60 else { return nil }
            second = read
            if reader.skip(".") {
                guard let read = reader.microseconds() else { return nil }
                fraction = read
            }
        } else if secondsRequired {
            return nil
        }
        let whole = LocalDateTime(date: date, hour: hour, minute: minute, second: second)
        self.init(localMicroseconds: whole.localMicroseconds + fraction)
    }

    package static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { a.localMicroseconds < b.localMicroseconds }
}

extension LocalDateTime: CustomStringConvertible {
    /// ISO 8601 with seconds, `2026-03-02T10:00:00`; a fraction only when there is one.
    package var description: String {
        text { $0.append(self) }
    }
}
