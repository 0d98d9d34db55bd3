import Testing
import WorkingTime

/// The specification's worked examples, by their numbers.
@Suite struct WorkedExampleTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var id: String
        var calendar: WorkingCalendar
        var start: String
        var budget: String
        var conventions = DueConventions()
        var due: String
        var testDescription: String { id }
    }

    static let examples = [
        Example(
            id: "E01 a budget ending at lunch is due at lunch", calendar: Fixture.china, start: "2026-03-02 10:00",
            budget: "120bm", due: "2026-03-02 12:00:00"),
        Example(
            id: "E04 a make-up Saturday counts", calendar: Fixture.china, start: "2026-02-13 17:00",
            budget: "180bm", due: "2026-02-14 11:00:00"),
        Example(
            id: "E07 a make-up Sunday counts", calendar: Fixture.china, start: "2026-09-18 17:30",
            budget: "60bm", due: "2026-09-20 09:30:00"),
        Example(
            id: "E11 Taiwan has no make-up Saturday in 2026", calendar: Fixture.taiwan, start: "2026-02-13 17:00",
            budget: "120bm", due: "2026-02-23 10:00:00"),
        Example(
            id: "E16 fifteen days end with day 15", calendar: Fixture.taiwan, start: "2026-08-26 10:37",
            budget: "15cd", conventions: DueConventions(cutoff: .endOfDay), due: "2026-09-10 23:59:59"),
        Example(
            id: "E18 rolled over two holidays and a weekend", calendar: Fixture.taiwan, start: "2026-09-10 10:00",
            budget: "15cd", conventions: DueConventions(roll: .nextWorkingDay), due: "2026-09-29 23:59:59"),
        Example(
            id: "E22 the safe target is the make-up Saturday", calendar: Fixture.china, start: "2026-02-03 09:20",
            budget: "15cd", conventions: DueConventions(roll: .previousWorkingDay), due: "2026-02-14 18:00:00"),
        Example(
            id: "E58 eight working days over National Day", calendar: Fixture.china, start: "2026-09-28 10:00",
            budget: "8wd", due: "2026-10-14 18:00:00"),
        Example(
            id: "E58 the legal safe target binds earlier", calendar: Fixture.china, start: "2026-09-28 10:00",
            budget: "15cd", conventions: DueConventions(roll: .previousWorkingDay), due: "2026-10-13 18:00:00"),
        Example(
            id: "E41 the old target", calendar: Fixture.china, start: "2026-03-02 09:00", budget: "450bm",
            due: "2026-03-02 18:00:00"),
        Example(
            id: "E41 one hour of grace", calendar: Fixture.china, start: "2026-03-03 11:00", budget: "60bm",
            due: "2026-03-03 12:00:00"),
        Example(
            id: "E46 half an hour until the next level", calendar: Fixture.china, start: "2026-05-07 16:00",
            budget: "30bm", due: "2026-05-07 16:30:00"),
        Example(
            id: "E48 half an hour from the late notice", calendar: Fixture.china, start: "2026-05-07 17:00",
            budget: "30bm", due: "2026-05-07 17:30:00"),
    ]

    @Test(arguments: examples)
    func `each example falls due when the specification says`(_ example: Example) {
        let calendar = example.calendar
        let due = calendar.due(
            from: calendar.at(example.start), Fixture.budget(example.budget), example.conventions)
        #expect(calendar.wall(due.at) == example.due)
        #expect(!due.isProvisional)
    }

    @Test func `E34 only the business minutes of a pause move the due`() {
        let china = Fixture.china
        let due = china.due(
            from: china.at("2026-04-30 09:00"), Fixture.budget("450bm"),
            pauses: china.pauses(("2026-04-30 15:00", "2026-05-06 10:00")))
        #expect(china.wall(due.at) == "2026-05-06 14:30:00")
    }

    @Test func `E48 warnings fall at their share of the open time`() {
        let china = Fixture.china
        let budget = Fixture.budget("900bm")
        let start = china.at("2026-04-30 16:00")
        let warnings = [75, 90, 100].map { china.wall(china.instant(atPercent: $0, of: budget, from: start)) }
        #expect(warnings == ["2026-05-07 10:45:00", "2026-05-07 14:30:00", "2026-05-07 16:00:00"])
    }

    struct LateCount: CustomTestStringConvertible, Sendable {
        var days: Int
        var china: Int
        var taiwan: Int
        var testDescription: String { "\(days) wd" }
    }

    @Test(arguments: [
        LateCount(days: 10, china: 123, taiwan: 139), LateCount(days: 8, china: 45, taiwan: 28),
        LateCount(days: 6, china: 4, taiwan: 8), LateCount(days: 5, china: 0, taiwan: 2),
        LateCount(days: 4, china: 0, taiwan: 0),
    ])
    func `a promise in working days overruns the fifteen-day limit on as many receipt dates as published`(
        _ expected: LateCount
    ) {
        #expect(Self.lateReceipts(Fixture.china, days: expected.days) == expected.china)
        #expect(Self.lateReceipts(Fixture.taiwan, days: expected.days) == expected.taiwan)
    }

    /// Receipt dates of 2025-01 to 2026-11 whose promise ends after the safe legal target.
    static func lateReceipts(_ calendar: WorkingCalendar, days: Int) -> Int {
        var late = 0
        for offset in 0..<699 {
            let date = Fixture.date("2025-01-01").advanced(byDays: offset)
            let start = calendar.at("\(date) 10:00")
            let promise = calendar.due(from: start, Budget(days, .workingDays))
            let limit = calendar.due(from: start, Budget(15, .calendarDays))
            if promise.at > limit.at { late += 1 }
        }
        return late
    }
}
