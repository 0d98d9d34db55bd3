/// Open time laid end to end along the wall clock, so that any distance is a subtraction and any walk a search.
///
/// The days between the first and the last special day stand in a table with running sums; before and after it the week
/// repeats and is reckoned. Microseconds throughout; "open time" counts from an arbitrary origin.
struct OpenTimeline: Sendable, Hashable {
    private let hours: DayHours
    /// Index into `hours` per weekday, Monday first.
    private let weekdayHours: [Int]
    /// Open time and working days from Monday up to each weekday; eight entries, the last is the whole week.
    private let weekOpen: [Int64]
    private let weekDays: [Int32]
    private let tableFirst: Int32
    private let tableHours: [UInt16]
    /// Running sums at the start of each day of the table, and one more at its end.
    private let tableOpen: [Int64]
    private let tableDays: [Int32]

    /// Longest open time of a regular weekday.
    let longestWeekday: Int64

    init(weekly: [[OpenInterval]], daysOff: Set<LocalDate>, daysOn: [LocalDate: WorkingCalendar.SpecialDay]) {
        var hours = DayHours()
        let weekdayHours = weekly.map { hours.index(of: $0) }
        var weekOpen: [Int64] = [0]
        var weekDays: [Int32] = [0]
        for index in weekdayHours {
            weekOpen.append(weekOpen[weekOpen.count - 1] + hours.total(index))
            weekDays.append(weekDays[weekDays.count - 1] + (hours.total(index) > 0 ? 1 : 0))
        }
        let special = daysOff.union(daysOn.keys)
        let first = special.min()?.dayNumber ?? 0
        let count = special.isEmpty ? 0 : Int((special.max()?.dayNumber ?? 0) - first) + 1
        var tableHours: [UInt16] = []
        var tableOpen = [Self.weekly(first, weekOpen)]
        var tableDays = [Self.weekly(first, weekDays)]
        tableHours.reserveCapacity(count)
        for offset in 0..<count {
            let date = LocalDate(dayNumber: first + Int32(offset))
            var index = weekdayHours[date.weekday.rawValue - 1]
            if daysOff.contains(date) { index = hours.index(of: []) }
            if let day = daysOn[date] { index = hours.index(of: day.hours) }
            tableHours.append(UInt16(index))
            tableOpen.append(tableOpen[offset] + hours.total(index))
            tableDays.append(tableDays[offset] + (hours.total(index) > 0 ? 1 : 0))
        }
        self.hours = hours
        self.weekdayHours = weekdayHours
        self.weekOpen = weekOpen
        self.weekDays = weekDays
        self.tableFirst = first
        self.tableHours = tableHours
        self.tableOpen = tableOpen
        self.tableDays = tableDays
        longestWeekday = weekdayHours.map { hours.total($0) }.max() ?? 0
    }

    // MARK: open time

    /// Open time before this wall-clock reading.
    func openTime(beforeLocal local: Int64) -> Int64 {
        let day = Int32(floorQuotient(local, LocalDateTime.microsecondsPerDay))
        let sinceMidnight = local - Int64(day) * LocalDateTime.microsecondsPerDay
        return sum(tableOpen, weekOpen, before: day) + hours.openTime(hoursIndex(of: day), before: sinceMidnight)
    }

    /// The wall-clock reading at which microsecond number `open` of open time begins.
    func local(ofOpenTime open: Int64) -> Int64 {
        let day = self.day(holding: open, tableOpen, weekOpen)
        let within = hours.timeOfDay(hoursIndex(of: day), at: open - sum(tableOpen, weekOpen, before: day))
        return Int64(day) * LocalDateTime.microsecondsPerDay + within
    }

    // MARK: working days

    /// Working days before this date.
    func workingDays(before day: Int32) -> Int32 { sum(tableDays, weekDays, before: day) }

    /// The date of working day number `number`.
    func day(ofWorkingDay number: Int32) -> Int32 { day(holding: number, tableDays, weekDays) }

    func isWorkingDay(_ day: Int32) -> Bool { hours.total(hoursIndex(of: day)) > 0 }

    /// Microseconds after midnight at which the day closes; nil when it is closed all day.
    func close(of day: Int32) -> Int64? { hours.close(hoursIndex(of: day)) }

    /// Microseconds after midnight at which the day opens; nil when it is closed all day.
    func opening(of day: Int32) -> Int64? { hours.opening(hoursIndex(of: day)) }

    // MARK: search

    private func hoursIndex(of day: Int32) -> Int {
        let offset = Int(day) - Int(tableFirst)
        if offset >= 0, offset < tableHours.count { return Int(tableHours[offset]) }
        return weekdayHours[Int(floorRemainder(day + 3, 7))]
    }

    private func sum<Number: FixedWidthInteger & SignedInteger>(
        _ table: [Number], _ week: [Number], before day: Int32
    ) -> Number {
        let offset = Int(day) - Int(tableFirst)
        if offset < 0 { return Self.weekly(day, week) }
        if offset < table.count { return table[offset] }
        let end = tableFirst + Int32(tableHours.count)
        return table[table.count - 1] + Self.weekly(day, week) - Self.weekly(end, week)
    }

    private func day<Number: FixedWidthInteger & SignedInteger>(
        holding value: Number, _ table: [Number], _ week: [Number]
    ) -> Int32 {
        if value < table[0] { return Self.weekdayHolding(value, week) }
        let last = table[table.count - 1]
        if value >= last {
            let end = tableFirst + Int32(tableHours.count)
            return Self.weekdayHolding(value - last + Self.weekly(end, week), week)
        }
        var low = 0
        var high = table.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle] <= value { low = middle } else { high = middle }
        }
        return tableFirst + Int32(low)
    }

    /// The running sum at the start of `day` if the week always repeated; 1969-12-29 was a Monday.
    private static func weekly<Number: FixedWidthInteger & SignedInteger>(_ day: Int32, _ week: [Number]) -> Number {
        Number(floorQuotient(day + 3, 7)) * week[7] + week[Int(floorRemainder(day + 3, 7))]
    }

    private static func weekdayHolding<Number: FixedWidthInteger & SignedInteger>(
        _ value: Number, _ week: [Number]
    ) -> Int32 {
        let weeks = floorQuotient(value, week[7])
        let rest = value - weeks * week[7]
        var weekday: Int32 = 0
        while week[Int(weekday) + 1] <= rest { weekday += 1 }
        return Int32(weeks) * 7 - 3 + weekday
    }
}
