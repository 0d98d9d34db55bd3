/// Why a calendar was refused.
package enum CalendarError: Error, Hashable, Sendable {
    package enum Day: Hashable, Sendable {
        case weekday(Weekday)
        case date(LocalDate)
    }

    /// No weekday has hours: no budget would ever end.
    case neverOpen
    /// The second begins before the first has ended; they overlap or are out of order.
    case intervalsOverlap(Day, OpenInterval, OpenInterval)
    case tooManyIntervals(Day, count: Int)
    /// A day on with no hours is a day off.
    case dayOnWithoutHours(LocalDate)
    case dayOutsideCovers(LocalDate)
    case tooManyDays(count: Int)
    case spanTooLong(first: LocalDate, last: LocalDate)
}
