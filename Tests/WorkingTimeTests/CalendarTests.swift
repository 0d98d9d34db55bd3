import Testing
import WorkingTime

@Suite struct CalendarTests {
    static let hours = [OpenInterval.wholeDay]

    static func make(
        weekly: [Weekday: [OpenInterval]] = [.monday: hours], off: [String] = [], on: [String: [OpenInterval]] = [:],
        covers: ClosedRange<LocalDate> = Fixture.date("2025-01-01")...Fixture.date("2026-12-31")
    ) throws -> WorkingCalendar {
        try WorkingCalendar(
            name: "made", version: "1", zone: .utc, covers: covers, weekly: weekly,
            daysOff: Dictionary(uniqueKeysWithValues: off.map { (Fixture.date($0), "off") }),
            daysOn: Dictionary(
                uniqueKeysWithValues: on.map { (Fixture.date($0.key), .init(hours: $0.value, name: "on")) }))
    }

    @Test func `days on beat days off, which beat the week`() throws {
        let calendar = try Self.make(
            off: ["2026-03-02", "2026-03-09"], on: ["2026-03-02": [OpenInterval("10:00-11:00")]])
        #expect(calendar.kind(of: Fixture.date("2026-03-02")) == .on("on"))
        #expect(calendar.hours(of: Fixture.date("2026-03-02")).map(\.description) == ["10:00-11:00"])
        #expect(calendar.kind(of: Fixture.date("2026-03-09")) == .off("off"))
        #expect(!calendar.isWorkingDay(Fixture.date("2026-03-09")))
        #expect(calendar.kind(of: Fixture.date("2026-03-16")) == .weekly)
        #expect(calendar.isWorkingDay(Fixture.date("2026-03-16")))
        #expect(calendar.workingDays(from: Fixture.date("2026-03-02"), through: Fixture.date("2026-03-16")) == 2)
    }

    @Test func `a calendar that can never work right is refused`() throws {
        let overlapping = [try OpenInterval("09:00-12:00"), try OpenInterval("11:59-18:00")]
        let backward = [try OpenInterval("13:00-18:00"), try OpenInterval("09:00-12:00")]
        #expect(throws: CalendarError.neverOpen) { try Self.make(weekly: [:]) }
        #expect(throws: CalendarError.neverOpen) {
            try Self.make(weekly: [.monday: []], on: ["2026-03-02": Self.hours])
        }
        #expect(throws: CalendarError.intervalsOverlap(.weekday(.friday), overlapping[0], overlapping[1])) {
            try Self.make(weekly: [.friday: overlapping])
        }
        #expect(throws: CalendarError.intervalsOverlap(.date(Fixture.date("2026-03-02")), backward[0], backward[1])) {
            try Self.make(on: ["2026-03-02": backward])
        }
        #expect(throws: CalendarError.dayOnWithoutHours(Fixture.date("2026-03-02"))) {
            try Self.make(on: ["2026-03-02": []])
        }
        #expect(throws: CalendarError.dayOutsideCovers(Fixture.date("2027-01-01"))) {
            try Self.make(off: ["2026-01-01", "2027-01-01"])
        }
        #expect(throws: CalendarError.tooManyIntervals(.weekday(.monday), count: 25)) {
            try Self.make(weekly: [.monday: (0..<25).map { try OpenInterval(startMinute: $0, endMinute: $0 + 1) }])
        }
        let wide = Fixture.date("1900-01-01")...Fixture.date("2100-01-01")
        #expect(throws: CalendarError.spanTooLong(first: wide.lowerBound, last: wide.upperBound)) {
            try Self.make(off: ["1900-01-01", "2100-01-01"], covers: wide)
        }
    }

    @Test func `touching intervals are one stretch of work`() throws {
        let calendar = try Self.make(weekly: [.monday: [OpenInterval("09:00-12:00"), OpenInterval("12:00-18:00")]])
        let due = calendar.due(from: calendar.at("2026-03-02 09:00"), Budget(200, .businessMinutes))
        #expect(calendar.wall(due.at) == "2026-03-02 12:20:00")
    }

    @Test func `the longest budget on the shortest week ends without overflow`() throws {
        let calendar = try Self.make(weekly: [.monday: [OpenInterval("09:00-09:01")]])
        let start = calendar.at("2026-03-02 09:00")
        let due = calendar.due(from: start, Budget(Budget.Unit.businessMinutes.amountMax, .businessMinutes))
        #expect(calendar.openTime(from: start, to: due.at) == TimeLength(minutes: 5_270_400))
        #expect(due.isProvisional)
    }

    @Test func `walks long before the epoch work alike`() throws {
        let calendar = try Self.make(weekly: [.monday: [OpenInterval("09:00-10:00")]])
        let due = calendar.due(from: calendar.at("0001-01-01 00:00"), Budget(61, .businessMinutes))
        #expect(calendar.wall(due.at) == "0001-01-08 09:01:00")
    }
}
