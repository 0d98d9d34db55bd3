import Complaints
import Testing
import WorkingTime

/// The specification's worked examples as cases: registered, changed and fired, not only reckoned.
@Suite("The worked examples as cases")
struct WorkedExampleEngineTests {
    private static func calendar(
        _ name: String, _ zone: String, _ offset: Int32, _ hours: [String], off: [String], on: [String]
    ) throws -> WorkingCalendar {
        let hours = try hours.map { try OpenInterval($0) }
        func date(_ text: String) -> LocalDate { LocalDate("2026-" + text) ?? LocalDate(dayNumber: 0) }
        let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        return try WorkingCalendar(
            name: name, version: "test", zone: ZoneRules(name: zone, fixedOffsetSeconds: offset),
            covers: date("01-01")...date("12-31"),
            weekly: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, hours) }),
            daysOff: Dictionary(uniqueKeysWithValues: off.map { (date($0), "off") }),
            daysOn: Dictionary(uniqueKeysWithValues: on.map { (date($0), .init(hours: hours, name: "on")) }))
    }

    private static func cn() throws -> WorkingCalendar {
        try calendar(
            "cn-office", "Asia/Shanghai", 8 * 3600, ["09:00-12:00", "13:30-18:00"],
            off: (15...23).map { "02-\($0)" } + ["05-01", "05-04", "05-05", "09-25"] + (1...7).map { "10-0\($0)" },
            on: ["02-14", "02-28", "05-09", "09-20", "10-10"])
    }

    private static func tw() throws -> WorkingCalendar {
        try calendar(
            "tw-office", "Asia/Taipei", 8 * 3600, ["09:00-18:00"],
            off: (14...22).map { "02-\($0)" } + ["02-27", "09-25", "09-28"], on: [])
    }

    /// A centre on `standard` whose every internal target is `budget`; the law counts in the region's calendar.
    private func story(
        _ standard: String, region: String?, _ budget: Budget, _ change: (inout Policy) -> Void = { _ in }
    ) throws -> Story {
        var policy = Policy.builtin(calendar: standard, dutyManager: "dora")
        for severity in Severity.allCases {
            policy.targets.standard[severity] = SeverityTargets(
                acknowledge: budget, firstResponse: budget, resolve: budget)
        }
        change(&policy)
        var centre = try Centre()
        centre.rules = try Rules(policy: policy, calendars: ["cn-office": Self.cn(), "tw-office": Self.tw()])
        centre.customer = CustomerFacts(jurisdiction: region)
        return Story(centre)
    }

    @Test(
        "E01 E04 E07 E11: business minutes from receipt",
        arguments: [
            ("cn-office", "2026-03-02T10:00", 120, "2026-03-02T12:00"),
            ("cn-office", "2026-02-13T17:00", 180, "2026-02-14T11:00"),
            ("cn-office", "2026-09-18T17:30", 60, "2026-09-20T09:30"),
            ("tw-office", "2026-02-13T17:00", 120, "2026-02-23T10:00"),
        ])
    func businessMinutes(_ calendar: String, _ received: String, _ minutes: Int, _ due: String) throws {
        var story = try story(calendar, region: nil, Budget(minutes, .businessMinutes))
        story.register(at: received)
        #expect(story.complaint?.clocks.map(\.due) == Array(repeating: local(due), count: 3))
        story.ask(.acknowledge, at: due, ["told": true])
        #expect(story.clock("ACK")?.state == .met)
        let second = Instant(microseconds: local(due).microseconds + 999_999)
        let complaint = try #require(story.complaint)
        let centre = story.centre
        let early = Instant(microseconds: second.microseconds - 1)
        guard case .fired(let before) = fire(complaint, now: early, rules: centre.rules, staff: centre.staff),
            case .fired(let after) = fire(before.complaint, now: second, rules: centre.rules, staff: centre.staff)
        else {
            Issue.record("Nothing fired")
            return
        }
        #expect(before.complaint.clock("RESOLVE")?.state == .running)
        #expect(after.complaint.clock("RESOLVE")?.breachedAt == local(due))
    }

    @Test(
        "E16 E18 E22: the law's days, to the end of the day, rolled on, and rolled back to a safe target",
        arguments: [
            ("TW", DueConventions.Roll.none, "2026-08-26T10:37", "2026-09-10T23:59:59"),
            ("TW", .nextWorkingDay, "2026-09-10T10:00", "2026-09-29T23:59:59"),
            ("CN", .none, "2026-02-03T09:20", "2026-02-18T23:59:59"),
        ])
    func statutory(_ region: String, _ roll: DueConventions.Roll, _ received: String, _ due: String) throws {
        var story = try story("cn-office", region: region, Budget(90, .workingDays)) { policy in
            for name in ["cn-general", "tw-consumer"] { policy.regimes[name]?.roll = roll }
        }
        story.register(at: received)
        let law = story.complaint?.clocks.first { ClockName.isStatutory($0.name) }
        #expect(law?.due == local(due))
        if region == "CN" { #expect(story.clock("RESOLVE")?.due == local("2026-02-14T18:00")) }
    }

    @Test("E58: eight working days end after the law's safe target around National Day: the earlier one binds")
    func earliestBinds() throws {
        var story = try story("cn-office", region: "CN", Budget(8, .workingDays))
        story.register(at: "2026-09-28T10:00")
        #expect(story.clock("RESOLVE")?.due == local("2026-10-13T18:00"))
        #expect(story.clock("FIRST_RESPONSE")?.due == local("2026-10-14T18:00"))
    }

    @Test("A unit's own calendar and the customer's law are counted each in its own")
    func twoCalendars() throws {
        var story = try story("cn-office", region: "TW", Budget(60, .businessMinutes))
        story.register(at: "2026-02-13T17:30")
        #expect(story.clock("ACK")?.due == local("2026-02-14T09:30"))
        #expect(story.clock("STATUTORY:tw-consumer")?.due == local("2026-02-28T23:59:59"))
        // Day 15 is a Saturday after a day off: the safe target is the last day worked in Taiwan.
        var promise = try self.story("cn-office", region: "TW", Budget(90, .workingDays))
        promise.register(at: "2026-02-13T17:30")
        #expect(promise.clock("RESOLVE")?.due == local("2026-02-26T18:00"))
    }

    @Test("What crosses the end of the known dates is provisional")
    func provisional() throws {
        var story = try story("cn-office", region: "CN", Budget(4, .workingDays))
        story.register(at: "2026-12-28T10:00")
        #expect(story.clock("RESOLVE")?.due == local("2027-01-01T18:00"))
        #expect(story.complaint?.clocks.map(\.isProvisional) == [true, true, true, true])
    }
}
