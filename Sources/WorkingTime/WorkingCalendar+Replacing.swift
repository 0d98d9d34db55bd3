extension WorkingCalendar {
    /// The calendar that counted before this one did.
    final class Past: Sendable, Hashable {
        let calendar: WorkingCalendar
        /// From here on the new one counts.
        let until: Instant
        /// The local date of that instant, whose hours are the old ones before it and the new ones after it.
        let date: LocalDate

        init(_ calendar: WorkingCalendar, until: Instant, _ date: LocalDate) {
            self.calendar = calendar
            self.until = until
            self.date = date
        }

        static func == (a: Past, b: Past) -> Bool { a.until == b.until && a.calendar == b.calendar }

        func hash(into hasher: inout Hasher) { hasher.combine(until) }
    }

    /// This calendar from an instant on, and `old` before it: what was consumed until then stays as it was counted.
    ///
    /// A working day that was counted until then stays one; the date of the change is one when either calendar leaves
    /// open time on its side of the change.
    package func replacing(_ old: WorkingCalendar, from instant: Instant) -> WorkingCalendar {
        WorkingCalendar(
            Content(
                name: name, version: version, zone: zone, covers: covers, weekly: weekly, daysOff: daysOff,
                daysOn: daysOn, timeline: timeline, past: Past(old, until: instant, zone.localDate(at: instant))))
    }

    /// The same calendar without those it replaced.
    private var alone: WorkingCalendar {
        past == nil
            ? self
            : WorkingCalendar(
                Content(
                    name: name, version: version, zone: zone, covers: covers, weekly: weekly, daysOff: daysOff,
                    daysOn: daysOn, timeline: timeline, past: nil))
    }

    // MARK: open time on both sides

    func openTime(from start: Instant, to end: Instant, since past: Past) -> TimeLength {
        if end <= past.until { return past.calendar.openTime(from: start, to: end) }
        let before = start < past.until ? past.calendar.openTime(from: start, to: past.until) : .zero
        return before + ownOpenTime(from: max(start, past.until), to: end)
    }

    func instant(afterOpenTime amount: TimeLength, from start: Instant, since past: Past) -> Instant {
        guard start < past.until else { return ownInstant(afterOpenTime: amount, from: start) }
        let before = past.calendar.openTime(from: start, to: past.until)
        return amount <= before
            ? past.calendar.instant(afterOpenTime: amount, from: start)
            : ownInstant(afterOpenTime: amount - before, from: past.until)
    }

    func instant(beforeOpenTime amount: TimeLength, from end: Instant, since past: Past) -> Instant {
        guard past.until < end else { return past.calendar.instant(beforeOpenTime: amount, from: end) }
        let after = ownOpenTime(from: past.until, to: end)
        return amount <= after
            ? ownInstant(beforeOpenTime: amount, from: end)
            : past.calendar.instant(beforeOpenTime: amount - after, from: past.until)
    }

    // MARK: days on both sides

    /// The hours of the date of the change: the old ones cut where the new ones begin, to the minute.
    func hoursOfChange(since past: Past) -> [OpenInterval] {
        let local = zone.localDateTime(at: past.until).localMicroseconds
        let midnight = Int64(past.date.dayNumber) * LocalDateTime.microsecondsPerDay
        let minute = Int((local - midnight) / DayHours.microsecondsPerMinute)
        let old = past.calendar.hours(of: past.date).compactMap { $0.clipped(0, minute) }
        let new = alone.hours(of: past.date).compactMap { $0.clipped(minute, OpenInterval.minutesPerDay) }
        guard let last = old.last, let first = new.first, last.endMinute == first.startMinute,
            let joined = try? OpenInterval(startMinute: last.startMinute, endMinute: first.endMinute)
        else { return old + new }
        return old.dropLast() + [joined] + new.dropFirst()
    }

    func isWorkingDayOfChange(since past: Past) -> Bool {
        oldOpenTimeOfChange(past) > .zero || ownOpenTime(from: past.until, to: endOfDay(past.date)) > .zero
    }

    func closeOfChange(since past: Past) -> Instant? {
        if let close = alone.close(of: past.date), past.until < close,
            ownOpenTime(from: past.until, to: close) > .zero
        {
            return close
        }
        let open = oldOpenTimeOfChange(past)
        return open > .zero ? past.calendar.instant(afterOpenTime: open, from: start(of: past.date)) : nil
    }

    private func oldOpenTimeOfChange(_ past: Past) -> TimeLength {
        past.calendar.openTime(from: min(start(of: past.date), past.until), to: past.until)
    }

    func workingDay(_ count: Int, after date: LocalDate, since past: Past) -> LocalDate {
        guard date < past.date else { return alone.workingDay(count, after: date) }
        let eve = past.date.advanced(byDays: -1)
        let before =
            date < eve ? past.calendar.workingDays(from: date.advanced(byDays: 1), through: eve) : 0
        if count <= before { return past.calendar.workingDay(count, after: date) }
        let rest = count - before - (isWorkingDayOfChange(since: past) ? 1 : 0)
        return rest == 0 ? past.date : alone.workingDay(rest, after: past.date)
    }

    func workingDay(onOrBefore date: LocalDate, since past: Past) -> LocalDate {
        if past.date < date {
            let found = alone.workingDay(onOrBefore: date)
            if past.date < found { return found }
        }
        if past.date <= date, isWorkingDayOfChange(since: past) { return past.date }
        return past.calendar.workingDay(onOrBefore: min(date, past.date.advanced(byDays: -1)))
    }

    func workingDays(from first: LocalDate, through last: LocalDate, since past: Past) -> Int {
        var count = 0
        let eve = past.date.advanced(byDays: -1)
        if first < past.date { count += past.calendar.workingDays(from: first, through: min(last, eve)) }
        if first <= past.date, past.date <= last, isWorkingDayOfChange(since: past) { count += 1 }
        if past.date < last {
            count += alone.workingDays(from: max(first, past.date.advanced(byDays: 1)), through: last)
        }
        return count
    }

    func isKnown(from first: LocalDate, through last: LocalDate, since past: Past) -> Bool {
        let isOldKnown =
            past.date <= first
            || past.calendar.isKnown(from: first, through: min(last, past.date.advanced(byDays: -1)))
        return isOldKnown && (last < past.date || alone.isKnown(from: max(first, past.date), through: last))
    }

    /// The first instant after the day before.
    func start(of date: LocalDate) -> Instant {
        zone.end(beforeLocalMicroseconds: Int64(date.dayNumber) * LocalDateTime.microsecondsPerDay)
    }
}

extension OpenInterval {
    /// What of it lies between two minutes of the day; nil when nothing does.
    fileprivate func clipped(_ from: Int, _ to: Int) -> OpenInterval? {
        try? OpenInterval(startMinute: max(startMinute, from), endMinute: min(endMinute, to))
    }
}
