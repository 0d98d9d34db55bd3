import Testing
import WorkingTime

@testable import Configuration

@Suite struct ShippedCalendarTests {
    @Test(arguments: ShippedCalendar.allCases)
    func `each shipped calendar loads under its own name`(_ shipped: ShippedCalendar) throws {
        #expect(try shipped.calendar().name == shipped.rawValue)
    }

    @Test func `the office calendars hold exactly the published days`() throws {
        let china = try ShippedCalendar.chinaOffice.calendar()
        let taiwan = try ShippedCalendar.taiwanOffice.calendar()
        try expectDays(china, PackageResources.cn_2025_csv, PackageResources.cn_2026_csv)
        try expectDays(taiwan, PackageResources.tw_2025_csv, PackageResources.tw_2026_csv)
    }

    private func expectDays(_ calendar: WorkingCalendar, _ lists: [UInt8]...) throws {
        let days = try lists.flatMap { try CalendarDays(csv: $0, file: "list.csv").days }
        let off = days.filter { $0.kind == .holiday }.map { ($0.date, $0.name) }
        let on = days.filter { $0.kind == .makeUpWorkday }.map { ($0.date, $0.name) }
        #expect(calendar.daysOff == Dictionary(uniqueKeysWithValues: off))
        #expect(calendar.daysOn.mapValues(\.name) == Dictionary(uniqueKeysWithValues: on))
        #expect(calendar.daysOn.values.allSatisfy { $0.hours == calendar.weekly[0] })
        #expect(days.count > 40)
    }

    @Test func `the stated numbers of days off are met`() throws {
        // Taiwan's notices state 118 days off in 2025 and 120 in 2026; China's days follow from its notices.
        func daysOff(_ calendar: WorkingCalendar, _ year: Int) throws -> Int {
            let first = try #require(LocalDate(year: year, month: 1, day: 1))
            let last = try #require(LocalDate(year: year, month: 12, day: 31))
            return last - first + 1 - calendar.workingDays(from: first, through: last)
        }
        let taiwan = try ShippedCalendar.taiwanOffice.calendar()
        let china = try ShippedCalendar.chinaOffice.calendar()
        #expect(try [daysOff(taiwan, 2025), daysOff(taiwan, 2026)] == [118, 120])
        #expect(try [daysOff(china, 2025), daysOff(china, 2026)] == [117, 117])
    }

    @Test func `a known summer and winter offset, and China's summer time of 1986 to 1991`() throws {
        let shanghai = try ShippedCalendar.chinaOffice.calendar().zone
        func offset(_ text: String) throws -> Int32 { shanghai.offsetSeconds(at: try #require(Instant(rfc3339: text))) }
        #expect(try offset("2026-07-01T00:00:00Z") == 28_800)
        #expect(try offset("1988-07-01T00:00:00Z") == 32_400)
        #expect(try offset("1992-07-01T00:00:00Z") == 28_800)
    }

    @Test func `the calendar that is always open counts every minute`() throws {
        let always = try ShippedCalendar.always.calendar()
        let start = try #require(Instant(rfc3339: "2026-02-16T23:50:00+08:00"))
        let due = always.due(from: start, Budget(15, .businessMinutes))
        #expect(due == Due(at: start + TimeLength(minutes: 15), isProvisional: false))
    }
}
