/// The rule at the end of a TZif file: what a zone does every year after its last listed transition (RFC 8536, 3.3).
package struct PosixRule: Sendable, Hashable {
    /// A day of each year on which the offset changes.
    enum Day: Hashable, Sendable {
        /// 1...365, 29 February never counted.
        case julian(Int)
        /// 0...365, 29 February counted.
        case zeroBased(Int)
        /// Week 1...5 (5 = last) of a month, weekday 0 = Sunday.
        case monthWeek(month: Int, week: Int, weekday: Int)
    }

    struct Change: Hashable, Sendable {
        var day: Day
        /// Seconds after local midnight, by the clock in force before the change; may be negative or beyond a day.
        var secondOfDay: Int64
    }

    struct Summer: Hashable, Sendable {
        var offsetSeconds: Int32
        var start: Change
        var end: Change
    }

    var standardOffsetSeconds: Int32
    var summer: Summer?

    /// The stretch of one offset that holds at this UTC second, as if the rule had always held.
    func segment(at second: Int64) -> ZoneSegment {
        guard let summer else {
            return ZoneSegment(
                start: ZoneSegment.earliest, end: ZoneSegment.latest, offsetSeconds: standardOffsetSeconds)
        }
        let local = floorQuotient(second + Int64(standardOffsetSeconds), 86_400)
        let thisYear = LocalDate(dayNumber: Int32(clamping: local)).year
        var segment = ZoneSegment(
            start: ZoneSegment.earliest, end: ZoneSegment.latest, offsetSeconds: standardOffsetSeconds)
        for year in (thisYear - 1)...(thisYear + 1) {
            let toSummer = moment(of: summer.start, year: year, offsetBefore: standardOffsetSeconds)
            let toStandard = moment(of: summer.end, year: year, offsetBefore: summer.offsetSeconds)
            // Where the end of one summer is the start of the next, it is summer all year.
            consider(toStandard, standardOffsetSeconds, at: second, in: &segment)
            consider(toSummer, summer.offsetSeconds, at: second, in: &segment)
        }
        return segment
    }

    private func consider(_ moment: Int64, _ offset: Int32, at second: Int64, in segment: inout ZoneSegment) {
        if moment > second {
            segment.end = min(segment.end, moment)
        } else if moment >= segment.start {
            segment.start = moment
            segment.offsetSeconds = offset
        }
    }

    private func moment(of change: Change, year: Int, offsetBefore: Int32) -> Int64 {
        Int64(dayNumber(of: change.day, year: year)) * 86_400 + change.secondOfDay - Int64(offsetBefore)
    }

    private func dayNumber(of day: Day, year: Int) -> Int32 {
        let newYear = LocalDate.dayNumber(year: year, month: 1, day: 1)
        switch day {
        case .julian(let number):
            let leapDay = LocalDate.isLeap(year: year) && number >= 60 ? 1 : 0
            return newYear + Int32(number - 1 + leapDay)
        case .zeroBased(let number):
            return newYear + Int32(number)
        case .monthWeek(let month, let week, let weekday):
            let first = LocalDate.dayNumber(year: year, month: month, day: 1)
            let firstWeekday = Int(floorRemainder(first + 4, 7))
            var day = floorRemainder(weekday - firstWeekday, 7) + 7 * (week - 1)
            if day >= LocalDate.days(inMonth: month, of: year) { day -= 7 }
            return first + Int32(day)
        }
    }
}
