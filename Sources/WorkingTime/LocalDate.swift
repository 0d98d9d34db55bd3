/// A calendar date without a zone, in the proleptic Gregorian calendar, kept as days since 1970-01-01.
package struct LocalDate: Hashable, Comparable, Sendable {
    package var dayNumber: Int32

    /// The years a date may be written with; arithmetic may leave them.
    package static let writtenYears: ClosedRange<Int> = 1...9999

    package init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The date, or nil when there is no such day in `writtenYears` (2026-02-29, month 13).
    package init?(year: Int, month: Int, day: Int) {
        guard Self.writtenYears.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.dayNumber = Self.dayNumber(year: year, month: month, day: day)
    }

    /// The date written as `2026-10-01`, or nil for any other text or no such day.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let year = reader.digits(exactly: 4), reader.skip("-"),
            let month = reader.digits(exactly: 2), reader.skip("-"),
            let day = reader.digits(exactly: 2), reader.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var weekday: Weekday {
        Weekday(rawValue: Int(floorRemainder(dayNumber + 3, 7)) + 1) ?? .monday
    }

    /// Year, month and day of month.
    package var components: (year: Int, month: Int, day: Int) {
        // Days are counted in eras of 400 years that begin on 1 March, so that the leap day is last.
        let shifted = Int(dayNumber) + 719_468
        let era = floorQuotient(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    package func advanced(byDays days: Int) -> LocalDate {
        LocalDate(dayNumber: dayNumber + Int32(days))
    }

    /// The same day number `months` later, else that month's last day (31 January + 1 month is 28 or 29 February).
    package func advanced(byMonths months: Int) -> LocalDate {
        let now = components
        let monthIndex = now.year * 12 + now.month - 1 + months
        let year = floorQuotient(monthIndex, 12)
        let month = floorRemainder(monthIndex, 12) + 1
        let day = min(now.day, Self.days(inMonth: month, of: year))
        return LocalDate(dayNumber: Self.dayNumber(year: year, month: month, day: day))
    }

    package static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whole days from `b` to `a`.
    package static func - (a: LocalDate, b: LocalDate) -> Int { Int(a.dayNumber) - Int(b.dayNumber) }

    package static func < (a: LocalDate, b: LocalDate) -> Bool { a.dayNumber < b.dayNumber }

    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let marchYear = month <= 2 ? year - 1 : year
        let era = floorQuotient(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension LocalDate: CustomStringConvertible {
    /// ISO 8601, `2026-10-01`.
    package var description: String {
        text { $0.append(self) }
    }
}
