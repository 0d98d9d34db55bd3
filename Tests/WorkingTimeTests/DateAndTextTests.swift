import Testing
import WorkingTime

@Suite struct DateAndTextTests {
    @Test func `every day from year 1 to 9999 has one number, in order, and comes back from it`() {
        var number = LocalDate(year: 1, month: 1, day: 1)?.dayNumber ?? 0
        var weekday = 1
        var wrong: [LocalDate] = []
        #expect(number == -719_162)
        for year in 1...9999 {
            for month in 1...12 {
                let length = LocalDate.days(inMonth: month, of: year)
                for day in [1, length] {
                    let date = LocalDate(dayNumber: number + Int32(day - 1))
                    if date.components != (year, month, day) { wrong.append(date) }
                    if LocalDate(year: year, month: month, day: day) != date { wrong.append(date) }
                }
                if LocalDate(dayNumber: number).weekday.rawValue != weekday {
                    wrong.append(LocalDate(dayNumber: number))
                }
                weekday = (weekday - 1 + length) % 7 + 1
                number += Int32(length)
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-04-31", "2026-04-30 ", "", "0000-01-01",
    ])
    func `no such date`(_ text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test func `months keep the day number or end with the month`() {
        #expect(Fixture.date("2026-01-31").advanced(byMonths: 1) == Fixture.date("2026-02-28"))
        #expect(Fixture.date("2028-01-31").advanced(byMonths: 1) == Fixture.date("2028-02-29"))
        #expect(Fixture.date("2026-01-15").advanced(byMonths: -2) == Fixture.date("2025-11-15"))
        #expect(Fixture.date("2026-12-31").advanced(byMonths: 2) == Fixture.date("2027-02-28"))
    }

    @Test(arguments: [
        ("2026-03-02T10:00:00+08:00", "2026-03-02T10:00:00+08:00"),
        ("2026-03-02t10:00:00z", "2026-03-02T10:00:00Z"),
        ("2026-03-02 10:00:00.5-03:30", "2026-03-02T10:00:00.500000-03:30"),
        ("2026-03-02T10:00:00.1234567Z", "2026-03-02T10:00:00.123456Z"),
        ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59+14:00", "9999-12-31T23:59:59+14:00"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ])
    func `an instant is read and written`(_ text: String, _ written: String) throws {
        let instant = try #require(Instant(rfc3339: text))
        let offset = try #require(Self.offset(written))
        #expect(instant.rfc3339(offsetSeconds: offset) == written)
    }

    static func offset(_ text: String) -> Int32? {
        if text.hasSuffix("Z") { return 0 }
        let tail = text.suffix(6)
        guard let hours = Int32(tail.dropFirst().prefix(2)), let minutes = Int32(tail.suffix(2)) else { return nil }
        return (tail.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    @Test(arguments: [
        "2026-03-02T10:00:00", "2026-03-02T10:00+08:00", "2026-03-02", "2026-03-02T24:00:00Z", "2026-03-02T10:60:00Z",
        "2026-03-02T10:00:61Z", "2026-02-30T10:00:00Z", "2026-03-02T10:00:00+8", "2026-03-02T10:00:00+24:00",
        "2026-03-02T10:00:00.Z", "2026-03-02T10:00:00Zx", "", "now", "２０２６-03-02T10:00:00Z",
        "2026-03-02T10:00:00." + String(repeating: "1", count: 100) + "Z",
    ])
    func `no instant`(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `wall-clock times may leave out their seconds`() {
        #expect(LocalDateTime("2026-03-02 10:05")?.description == "2026-03-02T10:05:00")
        #expect(LocalDateTime("2026-03-02T10:05:09.25")?.description == "2026-03-02T10:05:09.250000")
        #expect(LocalDateTime("2026-03-02T10:05Z") == nil)
    }

    @Test func `seconds before the epoch are rounded towards the past`() {
        #expect(Instant(microseconds: -1).seconds == -1)
        #expect(Instant(microseconds: -1_000_000).seconds == -1)
        #expect(Instant(microseconds: 1_999_999).cutToSecond == Instant(seconds: 1))
    }

    @Test func `instants beyond all calendars are shown, not trapped on`() {
        for microseconds in [Int64.min, Int64.min + 1, Int64.max] {
            let instant = Instant(microseconds: microseconds)
            #expect(!instant.rfc3339(offsetSeconds: 28_800).isEmpty)
            #expect(!Fixture.newYork.localDateTime(at: instant).description.isEmpty)
        }
    }

    @Test func `lengths are written as durations`() {
        let texts = [12_000, 300, -5400, 0, 86_400, 59, 3661].map { TimeLength(seconds: $0).iso8601 }
        #expect(texts == ["PT3H20M", "PT5M", "-PT1H30M", "PT0S", "PT24H", "PT59S", "PT1H1M1S"])
        #expect(TimeLength(microseconds: -999_999).iso8601 == "PT0S")
        #expect(TimeLength(minutes: 7).share(percent: 90) == TimeLength(seconds: 378))
        #expect(TimeLength(microseconds: 199).share(percent: 50) == TimeLength(microseconds: 99))
    }

    @Test func `budgets are read in six units`() throws {
        for text in ["1m", "8h", "30bm", "4bh", "2wd", "15cd", "5270400bm", "3660wd"] {
            #expect(try Budget(text).description == text)
        }
        #expect(try Budget("007bm") == Budget(7, .businessMinutes))
    }

    @Test(arguments: [
        ("", BudgetError.empty), ("bm", .unreadable("bm")), ("2", .unknownUnit("")), ("2d", .unknownUnit("d")),
        ("2 wd", .unknownUnit(" wd")), ("2WD", .unknownUnit("WD")), ("-1bm", .notPositive("-1bm")),
        ("0wd", .notPositive("0wd")), ("3661wd", .tooLarge("3661wd", most: 3660)),
        ("99999999999999999999bm", .tooLarge("99999999999999999999bm", most: 5_270_400)), ("1.5h", .unknownUnit(".5h")),
    ])
    func `a bad budget is refused`(_ text: String, _ error: BudgetError) {
        #expect(throws: error) { try Budget(text) }
    }

    @Test(arguments: [
        ("24:01-24:02", OpenIntervalError.outsideDay), ("09:00-24:01", .outsideDay), ("12:00-09:00", .backward),
        ("09:00-09:00", .backward), ("22:00-02:00", .backward), ("9:00-12:00", .unreadable),
        ("09:00–12:00", .unreadable),
        ("09:60-12:00", .unreadable), ("09:00-12:00 ", .unreadable), ("", .unreadable), ("24:00-24:00", .backward),
    ])
    func `a bad open interval is refused`(_ text: String, _ error: OpenIntervalError) {
        #expect(throws: error) { try OpenInterval(text) }
    }

    @Test func `an open interval may end at 24 00`() throws {
        #expect(try OpenInterval("22:30-24:00").minutes == 90)
        #expect(try OpenInterval("00:00-24:00") == .wholeDay)
    }
}
