import Testing
import WorkingTime

@Suite struct DueTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var why: String
        var start: String
        var budget: String
        var conventions = DueConventions()
        var due: String
        var provisional = false
        var testDescription: String { why }
    }

    static let next = DueConventions(receivedAfterClose: .nextWorkingDay)

    @Test(arguments: [
        Example(why: "seconds are kept", start: "2026-03-02 10:00:17", budget: "30bm", due: "2026-03-02 10:30:17"),
        Example(
            why: "before opening the count starts at opening", start: "2026-03-02 07:00", budget: "1bm",
            due: "2026-03-02 09:01:00"),
        Example(
            why: "at close the count starts at the next opening", start: "2026-03-02 18:00", budget: "1bm",
            due: "2026-03-03 09:01:00"),
        Example(why: "over lunch", start: "2026-03-02 11:50", budget: "20bm", due: "2026-03-02 13:40:00"),
        Example(
            why: "one minute past close goes on next morning", start: "2026-03-02 10:00", budget: "391bm",
            due: "2026-03-03 09:01:00"),
        Example(why: "hours of business", start: "2026-03-02 10:00", budget: "4bh", due: "2026-03-02 15:30:00"),
        Example(
            why: "elapsed minutes ignore the calendar", start: "2026-02-16 23:50", budget: "15m",
            due: "2026-02-17 00:05:00"),
        Example(
            why: "elapsed hours ignore the calendar", start: "2026-02-16 23:50", budget: "8h",
            due: "2026-02-17 07:50:00"),
        Example(
            why: "a working day is due at close", start: "2026-03-02 08:00", budget: "1wd", due: "2026-03-03 18:00:00"),
        Example(
            why: "two working days over a weekend", start: "2026-03-05 10:00", budget: "2wd", due: "2026-03-09 18:00:00"
        ),
        Example(
            why: "a receipt after close counts as that date", start: "2026-03-02 19:00", budget: "1wd",
            due: "2026-03-03 18:00:00"),
        Example(
            why: "or as the next working day", start: "2026-03-02 19:00", budget: "1wd", conventions: next,
            due: "2026-03-04 18:00:00"),
        Example(
            why: "a receipt exactly at close is after it", start: "2026-03-02 18:00", budget: "1wd", conventions: next,
            due: "2026-03-04 18:00:00"),
        Example(
            why: "a second before close is before it", start: "2026-03-02 17:59:59", budget: "1wd", conventions: next,
            due: "2026-03-03 18:00:00"),
        Example(
            why: "at lunch the day is not over", start: "2026-03-02 12:30", budget: "1wd", conventions: next,
            due: "2026-03-03 18:00:00"),
        Example(
            why: "a receipt on a day off counts as that date", start: "2026-10-03 10:00", budget: "1wd",
            due: "2026-10-08 18:00:00"),
        Example(
            why: "or as the working day after", start: "2026-10-03 10:00", budget: "1wd", conventions: next,
            due: "2026-10-09 18:00:00"),
        Example(
            why: "calendar days count from the next working day too", start: "2026-10-03 10:00", budget: "1cd",
            conventions: next, due: "2026-10-09 23:59:59"),
        Example(
            why: "calendar days end with the day", start: "2026-03-02 10:00", budget: "1cd", due: "2026-03-03 23:59:59"),
        Example(
            why: "a day that stands may be a Saturday", start: "2026-03-06 10:00", budget: "1cd",
            due: "2026-03-07 23:59:59"),
        Example(
            why: "close of business on a closed day is its end", start: "2026-03-06 10:00", budget: "1cd",
            conventions: DueConventions(cutoff: .closeOfBusiness), due: "2026-03-07 23:59:59"),
        Example(
            why: "close of business on a working day", start: "2026-03-02 10:00", budget: "2cd",
            conventions: DueConventions(cutoff: .closeOfBusiness), due: "2026-03-04 18:00:00"),
        Example(
            why: "rolled back, but the day's end was asked for", start: "2026-02-03 09:20", budget: "15cd",
            conventions: DueConventions(roll: .previousWorkingDay, cutoff: .endOfDay), due: "2026-02-14 23:59:59"),
        Example(
            why: "nothing worked between receipt and limit: the limit stands", start: "2026-02-15 10:00", budget: "3cd",
            conventions: DueConventions(roll: .previousWorkingDay), due: "2026-02-18 23:59:59"),
        Example(
            why: "rolled back to the day of receipt, before its close", start: "2026-02-14 10:00", budget: "3cd",
            conventions: DueConventions(roll: .previousWorkingDay), due: "2026-02-14 18:00:00"),
        Example(
            why: "rolled back to the day of receipt, after its close", start: "2026-02-14 20:00", budget: "3cd",
            conventions: DueConventions(roll: .previousWorkingDay), due: "2026-02-14 23:59:59"),
        Example(
            why: "within the last covered day", start: "2026-12-31 10:00", budget: "390bm", due: "2026-12-31 18:00:00"),
        Example(
            why: "a minute further is provisional", start: "2026-12-31 10:00", budget: "391bm",
            due: "2027-01-01 09:01:00", provisional: true),
        Example(
            why: "thirty days from 1 December end in coverage", start: "2026-12-01 10:00", budget: "30cd",
            due: "2026-12-31 23:59:59"),
        Example(
            why: "thirty days from 2 December cross it", start: "2026-12-02 10:00", budget: "30cd",
            due: "2027-01-01 23:59:59", provisional: true),
        Example(
            why: "a limit beyond coverage is provisional though it rolls back into it", start: "2026-12-18 10:00",
            budget: "15cd",
            conventions: DueConventions(roll: .previousWorkingDay), due: "2027-01-01 18:00:00", provisional: true),
        Example(
            why: "a start before coverage is provisional", start: "2024-12-31 17:59", budget: "1bm",
            due: "2024-12-31 18:00:00", provisional: true),
        Example(why: "elapsed time never is", start: "2027-12-31 10:00", budget: "5h", due: "2027-12-31 15:00:00"),
    ])
    func `falls due`(_ example: Example) {
        let china = Fixture.china
        let due = china.due(from: china.at(example.start), Fixture.budget(example.budget), example.conventions)
        #expect(china.wall(due.at) == example.due)
        #expect(due.isProvisional == example.provisional)
    }

    @Test func `a calendar that is always open counts every minute and closes at midnight`() {
        let always = WorkingCalendar.always(zone: Fixture.shanghai)
        let start = always.at("2026-02-16 23:50")
        #expect(always.due(from: start, Budget(15, .businessMinutes)).at == start + TimeLength(minutes: 15))
        let twoDays = always.due(from: start, Budget(2, .workingDays))
        #expect(always.wall(twoDays.at) == "2026-02-19 00:00:00")
        #expect(!twoDays.isProvisional)
        #expect(always.longestWeekday == TimeLength(minutes: 1440))
    }

    @Test func `skipped hours never occur and repeated ones count twice`() {
        let night = Fixture.calendar("night", zone: Fixture.berlin, hours: ["00:00-06:00"], "2026-03-29w 2026-10-25w")
        #expect(night.openTime(from: night.at("2026-03-29 00:00"), to: night.at("2026-03-29 12:00")).minutes == 300)
        #expect(night.openTime(from: night.at("2026-10-25 00:00"), to: night.at("2026-10-25 12:00")).minutes == 420)
        let spring = night.due(from: night.at("2026-03-29 01:30"), Budget(60, .businessMinutes)).at
        #expect(night.wall(spring) == "2026-03-29 03:30:00")
        let autumn = night.due(from: night.at("2026-10-25 01:30"), Budget(90, .businessMinutes)).at
        #expect(autumn.rfc3339(in: night.zone) == "2026-10-25T02:00:00+01:00")
        // Elapsed hours are hours, whatever the wall clock does.
        let elapsed = night.due(from: night.at("2026-03-28 20:00"), Budget(12, .hours)).at
        #expect(night.wall(elapsed) == "2026-03-29 09:00:00")
    }

    @Test func `a close in a repeated hour is its last showing, in a skipped one the jump`() {
        let night = Fixture.calendar("night", zone: Fixture.berlin, hours: ["00:00-02:30"], "2026-03-29w 2026-10-25w")
        #expect(night.close(of: Fixture.date("2026-10-25"))?.rfc3339(in: night.zone) == "2026-10-25T02:30:00+01:00")
        #expect(night.close(of: Fixture.date("2026-03-29"))?.rfc3339(in: night.zone) == "2026-03-29T03:00:00+02:00")
        let two = Fixture.calendar("two", zone: Fixture.berlin, hours: ["00:00-02:00"], "2026-10-25w")
        #expect(two.close(of: Fixture.date("2026-10-25"))?.rfc3339(in: two.zone) == "2026-10-25T02:00:00+02:00")
    }

    @Test func `the end of a day is 23 59 59 where the clock changes at midnight`() {
        let santiago = Fixture.calendar("s", zone: Fixture.santiago, hours: ["09:00-18:00"])
        // 2026-04-04 24:00 becomes 23:00: the hour before midnight is shown twice.
        let autumn = santiago.endOfDay(Fixture.date("2026-04-04"))
        #expect(autumn.rfc3339(in: santiago.zone) == "2026-04-04T23:59:59-04:00")
        // 2026-09-05 24:00 becomes 01:00 of the 6th.
        let spring = santiago.endOfDay(Fixture.date("2026-09-05"))
        #expect(spring.rfc3339(in: santiago.zone) == "2026-09-05T23:59:59-04:00")
    }

    @Test func `a walk back ends at an opening, not at the close before`() {
        let china = Fixture.china
        let due = china.at("2026-03-03 10:00")
        #expect(china.wall(china.instant(beforeOpenTime: TimeLength(minutes: 60), from: due)) == "2026-03-03 09:00:00")
        #expect(china.wall(china.instant(beforeOpenTime: TimeLength(minutes: 61), from: due)) == "2026-03-02 17:59:00")
        #expect(china.instant(beforeOpenTime: .zero, from: due) == due)
    }

    @Test func `open time is counted both ways and is additive`() {
        let china = Fixture.china
        let (a, b) = (china.at("2026-04-30 09:00"), china.at("2026-05-06 10:00"))
        #expect(china.openTime(from: a, to: b) == TimeLength(minutes: 510))
        #expect(china.openTime(from: b, to: a) == TimeLength(minutes: -510))
        #expect(china.openTime(from: a, to: a) == .zero)
    }

    @Test func `the next opening is now when open, else the next one`() {
        let china = Fixture.china
        #expect(china.wall(china.nextOpen(at: china.at("2026-03-02 10:00"))) == "2026-03-02 10:00:00")
        #expect(china.wall(china.nextOpen(at: china.at("2026-03-02 12:00"))) == "2026-03-02 13:30:00")
        #expect(china.wall(china.nextOpen(at: china.at("2026-09-30 18:00"))) == "2026-10-08 09:00:00")
        #expect(china.isOpen(at: china.at("2026-03-02 09:00")))
        #expect(!china.isOpen(at: china.at("2026-03-02 12:00")))
    }
}
