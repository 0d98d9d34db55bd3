extension WorkingCalendar {
    /// What makes a date's hours what they are.
    package enum DayKind: Hashable, Sendable {
        case weekly
        case off(String)
        case on(String)
    }

    /// The date's open intervals, in order; empty when closed.
    package func hours(of date: LocalDate) -> [OpenInterval] {
        if let past, date <= past.date {
            return date == past.date ? hoursOfChange(since: past) : past.calendar.hours(of: date)
        }
        if let day = daysOn[date] { return day.hours }
        if daysOff[date] != nil { return [] }
        return weekly[date.weekday.rawValue - 1]
    }

    package func kind(of date: LocalDate) -> DayKind {
        if let past, date < past.date { return past.calendar.kind(of: date) }
        if let day = daysOn[date] { return .on(day.name) }
        if let name = daysOff[date] { return .off(name) }
        return .weekly
    }

    /// Whether the date has open hours at all.
    package func isWorkingDay(_ date: LocalDate) -> Bool {
        if let past, date <= past.date {
            return date == past.date ? isWorkingDayOfChange(since: past) : past.calendar.isWorkingDay(date)
        }
        return timeline.isWorkingDay(date.dayNumber)
    }

    /// Working day number `count` strictly after `date`; `count` is at least 1.
    package func workingDay(_ count: Int, after date: LocalDate) -> LocalDate {
        if let past, date < past.date { return workingDay(max(count, 1), after: date, since: past) }
        let passed = timeline.workingDays(before: date.dayNumber + 1)
        return LocalDate(dayNumber: timeline.day(ofWorkingDay: passed + Int32(max(count, 1)) - 1))
    }

    /// `date` itself when it is a working day, else the next one.
    package func workingDay(onOrAfter date: LocalDate) -> LocalDate {
        if let past, date <= past.date { return isWorkingDay(date) ? date : workingDay(1, after: date) }
        return LocalDate(dayNumber: timeline.day(ofWorkingDay: timeline.workingDays(before: date.dayNumber)))
    }

    /// `date` itself when it is a working day, else the one before.
    package func workingDay(onOrBefore date: LocalDate) -> LocalDate {
        if let past { return workingDay(onOrBefore: date, since: past) }
        return LocalDate(dayNumber: timeline.day(ofWorkingDay: timeline.workingDays(before: date.dayNumber + 1) - 1))
    }

    /// Working days among the dates from `first` to `last`, both counted.
    package func workingDays(from first: LocalDate, through last: LocalDate) -> Int {
        if let past, first <= past.date { return workingDays(from: first, through: last, since: past) }
        return Int(timeline.workingDays(before: last.dayNumber + 1) - timeline.workingDays(before: first.dayNumber))
    }

    /// The instant at which the date's business ends; nil when it is closed all day.
    package func close(of date: LocalDate) -> Instant? {
        if let past, date <= past.date {
            return date == past.date ? closeOfChange(since: past) : past.calendar.close(of: date)
        }
        return timeline.close(of: date.dayNumber).map { close in
            zone.end(beforeLocalMicroseconds: Int64(date.dayNumber) * LocalDateTime.microsecondsPerDay + close)
        }
    }

    /// The last whole second of the date, 23:59:59 unless the clock skips it.
    package func endOfDay(_ date: LocalDate) -> Instant {
        let midnight = (Int64(date.dayNumber) + 1) * LocalDateTime.microsecondsPerDay
        return zone.end(beforeLocalMicroseconds: midnight) - TimeLength(seconds: 1)
    }

    /// The most regular weekday's open time; a cap of N working days is N times this.
    package var longestWeekday: TimeLength { TimeLength(microseconds: timeline.longestWeekday) }
}
