import Testing
import WorkingTime

/// A calendar that replaces another while clocks run: time consumed stands, the rest runs on the new one.
@Suite struct ReplacingTests {
    /// Taipei's hours, closed from a typhoon's announcement on: 2026-09-24 in the middle of the afternoon.
    private static let announced = Fixture.taiwan.at("2026-09-24 15:00")

    private static func taiwan(without days: [String]) -> WorkingCalendar {
        let old = Fixture.taiwan
        var off = old.daysOff
        for day in days { off[Fixture.date(day)] = "typhoon" }
        let week = Dictionary(uniqueKeysWithValues: zip(Weekday.allCases, old.weekly))
        do {
            return try WorkingCalendar(
                name: old.name, version: "typhoon", zone: old.zone, covers: old.covers, weekly: week, daysOff: off)
        } catch {
            Issue.record("\(error)")
            return old
        }
    }

    private static let replaced = taiwan(without: ["2026-09-24", "2026-09-29"]).replacing(
        Fixture.taiwan, from: announced)

    @Test(arguments: [
        // Two hours of the day of the change were worked before it, none after it.
        ("2026-09-24 13:00", "120bm", "2026-09-24 15:00"),
        ("2026-09-24 13:00", "121bm", "2026-09-30 09:01"),
        // 25 September is the Mid-Autumn holiday, 28 September too, 29 September is the typhoon.
        ("2026-09-23 17:00", "540bm", "2026-09-30 11:00"),
        // The day of the change counts, for it was worked; the day closed later does not.
        ("2026-09-23 10:00", "2wd", "2026-09-30 18:00"),
        ("2026-09-23 10:00", "1wd", "2026-09-24 15:00"),
        // What lies before the change is as it was.
        ("2026-09-21 10:00", "2wd", "2026-09-23 18:00"),
        ("2026-09-22 10:00", "60bm", "2026-09-22 11:00"),
    ])
    func `what was consumed stands, the rest runs on the new calendar`(_ start: String, _ budget: String, _ due: String)
    {
        let calendar = Self.replaced
        #expect(calendar.wall(calendar.due(from: calendar.at(start), Fixture.budget(budget)).at).hasPrefix(due))
    }

    @Test func `the day of the change is shown as it was worked`() {
        let calendar = Self.replaced
        #expect(calendar.hours(of: Fixture.date("2026-09-24")).map(\.description) == ["09:00-15:00"])
        #expect(calendar.kind(of: Fixture.date("2026-09-24")) == .off("typhoon"))
        #expect(calendar.kind(of: Fixture.date("2026-09-25")) == Fixture.taiwan.kind(of: Fixture.date("2026-09-25")))
        #expect(calendar.isWorkingDay(Fixture.date("2026-09-24")))
        #expect(!calendar.isWorkingDay(Fixture.date("2026-09-29")))
        let steps = calendar.explanation(from: calendar.at("2026-09-23 10:00"), Fixture.budget("2wd")).steps
        #expect(steps.compactMap(\.dayOfCount) == [0, 1, 2])
        #expect(steps.map(\.counted).reduce(.zero, +) == TimeLength(minutes: (8 + 6 + 9) * 60))
    }

    @Test func `a calendar replaced by itself counts as before, at any instant of change`() {
        var random = SeededGenerator(state: 7)
        for calendar in [
            Fixture.china, Fixture.taiwan, Fixture.calendar("b", zone: Fixture.berlin, hours: ["20:00-24:00"]),
        ] {
            for _ in 0..<60 {
                let base =
                    calendar.at("2026-02-12 00:00") + TimeLength(minutes: Int64.random(in: 0...60_000, using: &random))
                let changed = calendar.replacing(
                    calendar,
                    from: base
                        + TimeLength(microseconds: Int64.random(in: -9_000_000_000...900_000_000_000, using: &random)))
                for text in ["1wd", "3wd", "7wd", "15cd", "95bm", "2000bm", "50h"] {
                    let budget = Fixture.budget(text)
                    for roll in DueConventions.Roll.allCases {
                        let rules = DueConventions(roll: roll, receivedAfterClose: .nextWorkingDay)
                        let due = calendar.due(from: base, budget, rules)
                        #expect(changed.due(from: base, budget, rules) == due)
                        #expect(changed.openTime(from: base, to: due.at) == calendar.openTime(from: base, to: due.at))
                    }
                }
                let length = TimeLength(minutes: Int64.random(in: 1...5000, using: &random))
                #expect(
                    changed.instant(beforeOpenTime: length, from: base)
                        == calendar.instant(beforeOpenTime: length, from: base))
                let date = calendar.zone.localDate(at: base)
                for offset in -9...9 {
                    let day = date.advanced(byDays: offset)
                    #expect(changed.hours(of: day) == calendar.hours(of: day))
                    #expect(changed.close(of: day) == calendar.close(of: day))
                    #expect(changed.isWorkingDay(day) == calendar.isWorkingDay(day))
                    #expect(changed.workingDay(onOrBefore: day) == calendar.workingDay(onOrBefore: day))
                    #expect(changed.workingDay(onOrAfter: day) == calendar.workingDay(onOrAfter: day))
                    let (first, last) = (min(date, day), max(date, day))
                    #expect(
                        changed.workingDays(from: first, through: last)
                            == calendar.workingDays(from: first, through: last))
                }
            }
        }
    }

    @Test func `minute by minute, each side of the change is counted by its own calendar`() {
        var random = SeededGenerator(state: 11)
        let (old, new) = (Fixture.china, Fixture.taiwan)
        for _ in 0..<40 {
            let start = old.at("2026-04-28 00:00").seconds / 60 + Int64.random(in: 0...9000, using: &random)
            let change = start + Int64.random(in: -500...3000, using: &random)
            let calendar = new.replacing(old, from: Instant(seconds: change * 60))
            var count = Int.random(in: 1...2000, using: &random)
            let due = calendar.due(from: Instant(seconds: start * 60), Budget(count, .businessMinutes)).at
            var at = start
            while count > 0 {
                if ReferenceModelTests.isOpen(at < change ? old : new, minute: at) { count -= 1 }
                at += 1
            }
            #expect(due == Instant(seconds: at * 60))
        }
    }

    @Test func `dates the new version knows are no longer provisional`() throws {
        let old = Fixture.china
        let week = Dictionary(uniqueKeysWithValues: zip(Weekday.allCases, old.weekly))
        let next = try WorkingCalendar(
            name: "cn", version: "2027", zone: old.zone,
            covers: Fixture.date("2025-01-01")...Fixture.date("2027-12-31"),
            weekly: week, daysOff: [Fixture.date("2027-01-01"): "元旦"])
        let calendar = next.replacing(old, from: old.at("2026-12-30 09:30"))
        let start = old.at("2026-12-30 09:00")
        let before = old.due(from: start, Fixture.budget("3wd"))
        #expect(old.wall(before.at) == "2027-01-04 18:00:00")
        #expect(before.isProvisional)
        let after = calendar.due(from: start, Fixture.budget("3wd"))
        #expect(calendar.wall(after.at) == "2027-01-05 18:00:00")
        #expect(!after.isProvisional)
    }
}
