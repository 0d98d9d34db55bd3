import Testing
import WorkingTime

/// Random calendars, zones, pauses and conventions against the definitions of the specification, taken second by second
/// or day by day, without any of the shortcuts of the real arithmetic.
@Suite struct RandomCalendarTests {
    /// A calendar and the plain facts it was made of.
    private struct World {
        var calendar: WorkingCalendar
        var seed: UInt64
    }

    private static let rules = [
        "CST-8", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "<+0545>-5:45",
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "<-04>4<-03>,M9.1.6/24,M4.1.6/24", "IST-1GMT0,M10.5.0,M3.5.0/1",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    ]

    private static func world(_ seed: UInt64) throws -> World {
        var random = SeededGenerator(state: seed &* 7919)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func hours() throws -> [OpenInterval] {
            var minutes: Set<Int> = []
            for _ in 0..<number(1...4) * 2 { minutes.insert(number(0...96) * 15) }
            let sorted = minutes.sorted()
            var intervals: [OpenInterval] = []
            for index in stride(from: 0, to: sorted.count - 1, by: 2) {
                let text = { (minute: Int) in "\(minute / 600)\(minute / 60 % 10):\(minute % 60 / 10)\(minute % 10)" }
                intervals.append(try OpenInterval("\(text(sorted[index]))-\(text(sorted[index + 1]))"))
            }
            return intervals.isEmpty ? [try OpenInterval("09:00-17:00")] : intervals
        }
        let first = Fixture.date("2026-01-01")
        var weekly: [Weekday: [OpenInterval]] = [.wednesday: try hours()]
        for weekday in Weekday.allCases where number(0...9) < 7 { weekly[weekday] = try hours() }
        var off: [LocalDate: String] = [:]
        var on: [LocalDate: WorkingCalendar.SpecialDay] = [:]
        for _ in 0..<number(0...40) { off[first.advanced(byDays: number(0...364))] = "off" }
        for _ in 0..<number(0...20) {
            on[first.advanced(byDays: number(0...364))] = .init(hours: try hours(), name: "on")
        }
        let rule = rules[number(0...rules.count - 1)]
        let zone = try ZoneRules(name: rule, transitions: [], offsets: [0], footer: PosixRule(rule))
        let calendar = try WorkingCalendar(
            name: "random", version: "\(seed)", zone: zone, covers: first...first.advanced(byDays: 364), weekly: weekly,
            daysOff: off, daysOn: on)
        return World(calendar: calendar, seed: seed)
    }

    // MARK: the definitions

    /// 3.2.1: the wall-clock time lies in an open interval of its local date: hours of the day, else off, else weekly.
    private static func isOpen(_ calendar: WorkingCalendar, second: Int64) -> Bool {
        let local = calendar.zone.localDateTime(at: Instant(seconds: second))
        let hours =
            calendar.daysOn[local.date]?.hours
            ?? (calendar.daysOff[local.date] != nil ? [] : calendar.weekly[local.date.weekday.rawValue - 1])
        let clock = (local.hour * 60 + local.minute) * 60 + local.second
        return hours.contains { $0.startMinute * 60 <= clock && clock < $0.endMinute * 60 }
    }

    /// Second by second until so many seconds have counted; nil when that takes too long.
    private static func walk(
        _ calendar: WorkingCalendar, from start: Int64, count: Int64, isOpenOnly: Bool, pauses: [Range<Int64>]
    ) -> Int64? {
        var at = start
        var rest = count
        while rest > 0 {
            if !pauses.contains(where: { $0.contains(at) }), !isOpenOnly || isOpen(calendar, second: at) { rest -= 1 }
            at += 1
            if at - start > 100_000 { return nil }
        }
        return at
    }

    @Test(arguments: 1...6)
    func `minutes and hours of both kinds end when as many seconds have been counted one by one`(_ seed: Int) throws {
        let world = try Self.world(UInt64(seed))
        let calendar = world.calendar
        var random = SeededGenerator(state: UInt64(seed))
        var compared = 0
        // Around the changes of the clock, where arithmetic goes wrong; every second of it, not every minute.
        let near = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-09-06", "2026-10-25", "2026-11-01", "2026-12-31"]
        for _ in 0..<2 {
            let day = near[Int.random(in: 0..<near.count, using: &random)]
            let base = try #require(Instant(rfc3339: "\(day)T00:00:00Z")).seconds
            let start = base + Int64.random(in: -50_000...50_000, using: &random)
            let pauses = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let from = start + Int64.random(in: -5_000...40_000, using: &random)
                return from..<from + Int64.random(in: 1...30_000, using: &random)
            }
            let set = PauseSet(
                pauses.map {
                    InstantInterval(start: Instant(seconds: $0.lowerBound), end: Instant(seconds: $0.upperBound))
                })
            for unit in [Budget.Unit.businessMinutes, .businessHours, .minutes, .hours] {
                let isHours = unit == .hours || unit == .businessHours
                let budget = Budget(Int.random(in: isHours ? 1...6 : 1...400, using: &random), unit)
                let seconds = try #require(budget.fixedLength).seconds
                guard
                    let end = Self.walk(
                        calendar, from: start, count: seconds, isOpenOnly: budget.measure == .open, pauses: pauses)
                else { continue }
                compared += 1
                let due = calendar.due(from: Instant(seconds: start), budget, pauses: set).at
                #expect(due == Instant(seconds: end), "\(budget) from \(start) in \(calendar.zone.name), seed \(seed)")
            }
        }
        #expect(compared > 1)
    }

    @Test(arguments: 1...24)
    func `days end as the conventions say, counted day by day`(_ seed: Int) throws {
        let world = try Self.world(UInt64(seed))
        let calendar = world.calendar
        var random = SeededGenerator(state: UInt64(seed) &* 31)
        for _ in 0..<5 {
            let start = Instant(
                seconds: 1_767_225_600 + Int64.random(in: 0...330 * 86_400, using: &random))
            let budget = Budget(
                Int.random(in: 1...20, using: &random), Bool.random(using: &random) ? .workingDays : .calendarDays)
            let roll = DueConventions.Roll.allCases[Int.random(in: 0...2, using: &random)]
            let cutoff = DueConventions.Cutoff.allCases[Int.random(in: 0...1, using: &random)]
            let after = DueConventions.ReceivedAfterClose.allCases[Int.random(in: 0...1, using: &random)]
            let conventions = DueConventions(roll: roll, cutoff: cutoff, receivedAfterClose: after)
            let due = calendar.due(from: start, budget, conventions).at
            #expect(
                due == Self.dueByHand(calendar, start, budget, roll, cutoff, after),
                "\(budget) \(conventions) from \(start.rfc3339(in: calendar.zone)), seed \(seed)")
        }
    }

    private static func lastSecond(_ calendar: WorkingCalendar, of date: LocalDate, before minute: Int) -> Instant {
        // The last second of the date whose wall clock shows a time before this minute; clocks change at whole minutes.
        let noon = calendar.zone.instants(of: LocalDateTime(date: date, hour: 12, minute: 0, second: 0)).latest.seconds
        var found: Int64?
        for start in stride(from: noon - 57_600, through: noon + 57_600, by: 60) {
            let local = calendar.zone.localDateTime(at: Instant(seconds: start))
            if local.date == date, local.hour * 60 + local.minute < minute { found = start + 59 }
        }
        return Instant(seconds: found ?? noon)
    }

    private static func dueByHand(
        _ calendar: WorkingCalendar, _ start: Instant, _ budget: Budget, _ roll: DueConventions.Roll,
        _ cutoff: DueConventions.Cutoff, _ after: DueConventions.ReceivedAfterClose
    ) -> Instant {
        func opens(_ date: LocalDate) -> Bool { !calendar.hours(of: date).isEmpty }
        func close(_ date: LocalDate) -> Instant? {
            calendar.hours(of: date).last.map {
                lastSecond(calendar, of: date, before: $0.endMinute) + TimeLength(seconds: 1)
            }
        }
        var dayZero = calendar.zone.localDate(at: start)
        if after == .nextWorkingDay, close(dayZero).map({ start >= $0 }) ?? true {
            repeat { dayZero = dayZero.advanced(byDays: 1) } while !opens(dayZero)
        }
        var date = dayZero
        if budget.unit == .workingDays {
            for _ in 0..<budget.amount { repeat { date = date.advanced(byDays: 1) } while !opens(date) }
            return close(date) ?? start
        }
        date = date.advanced(byDays: budget.amount)
        let last = date
        switch roll {
        case .none: break
        case .nextWorkingDay: while !opens(date) { date = date.advanced(byDays: 1) }
        case .previousWorkingDay:
            while !opens(date), date > dayZero { date = date.advanced(byDays: -1) }
            if !opens(date) { date = last }
        }
        let end = lastSecond(calendar, of: date, before: 24 * 60)
        let at = cutoff == .closeOfBusiness ? close(date) ?? end : end
        return at < start ? end : at
    }

    @Test(arguments: 1...20)
    func `forward, backward and distance undo each other, pauses and shares included`(_ seed: Int) throws {
        let calendar = try Self.world(UInt64(seed)).calendar
        var random = SeededGenerator(state: UInt64(seed) &* 101)
        for _ in 0..<20 {
            let start = Instant(
                microseconds: 1_767_225_600_000_000 + Int64.random(in: 0...330 * 86_400_000_000, using: &random))
            let length = TimeLength(microseconds: Int64.random(in: 1...400 * 3_600_000_000, using: &random))
            let end = calendar.instant(afterOpenTime: length, from: start)
            #expect(calendar.openTime(from: start, to: end) == length)
            #expect(calendar.openTime(from: start, to: end - TimeLength(microseconds: 1)) < length)
            let back = calendar.instant(beforeOpenTime: length, from: end)
            #expect(back >= start && calendar.openTime(from: start, to: back) == .zero)
            #expect(calendar.openTime(from: back, to: end) == length)
            let pauses = PauseSet(
                (0..<3).map { _ in
                    let from = start + TimeLength(microseconds: Int64.random(in: 0...2_000_000_000_000, using: &random))
                    return InstantInterval(
                        start: from,
                        end: from + TimeLength(microseconds: Int64.random(in: 0...900_000_000_000, using: &random)))
                })
            for measure in [Budget.Measure.open, .elapsed] {
                let paused = calendar.instant(consuming: length, measure, from: start, pauses: pauses)
                #expect(calendar.consumed(from: start, to: paused, measure, pauses: pauses) == length)
                #expect(paused >= calendar.instant(consuming: length, measure, from: start))
                #expect(!pauses.contains(paused - TimeLength(microseconds: 1)))
            }
            var before = start
            for percent in stride(from: 10, through: 100, by: 10) {
                let budget = Budget(Int.random(in: 1...3, using: &random), .workingDays)
                let at = calendar.instant(atPercent: percent, of: budget, from: start, pauses: pauses)
                let due = calendar.due(from: start, budget, pauses: pauses).at
                #expect(at <= due)
                if percent == 100 { #expect(calendar.openTime(from: at, to: due) == .zero) }
                before = min(before, at)
            }
            #expect(before >= start)
        }
    }

    @Test func `a cap lets the clock run on where the open time of all pauses reaches it, second by second`() throws {
        for seed in 1...4 {
            let calendar = try Self.world(UInt64(seed)).calendar
            var random = SeededGenerator(state: UInt64(seed) &* 13)
            let base = try #require(Instant(rfc3339: "2026-05-04T00:00:00Z")).seconds
            var from = base
            var ranges: [Range<Int64>] = []
            for _ in 0..<4 {
                from += Int64.random(in: 1...20_000, using: &random)
                ranges.append(from..<from + Int64.random(in: 1...20_000, using: &random))
                from = ranges[ranges.count - 1].upperBound
            }
            let cap = Budget(Int.random(in: 1...600, using: &random), .businessMinutes)
            var rest = Int64(cap.amount) * 60
            var kept: Set<Int64> = []
            for second in ranges.flatMap({ Array($0) }) where rest > 0 {
                kept.insert(second)
                if Self.isOpen(calendar, second: second) { rest -= 1 }
            }
            let capped = calendar.capped(
                PauseSet(
                    ranges.map {
                        InstantInterval(start: Instant(seconds: $0.lowerBound), end: Instant(seconds: $0.upperBound))
                    }), at: cap)
            let wrong = (base..<from).filter { kept.contains($0) != capped.contains(Instant(seconds: $0)) }
            #expect(wrong == [], "seed \(seed)")
        }
    }
}
