import Complaints
import Testing
import WorkingTime

@Suite("Calendars and policies that change under a case")
struct ChangingTests {
    /// The office, closed by a typhoon on these days as well.
    private func closed(_ days: String..., version: String = "typhoon") throws -> WorkingCalendar {
        let old = try Centre.office()
        var off = old.daysOff
        for day in days { off[LocalDate(day) ?? LocalDate(dayNumber: 0)] = "台风停工" }
        return try WorkingCalendar(
            name: old.name, version: version, zone: old.zone, covers: old.covers,
            weekly: Dictionary(uniqueKeysWithValues: zip(Weekday.allCases, old.weekly)), daysOff: off,
            daysOn: old.daysOn.filter { off[$0.key] == nil })
    }

    private func rules(_ calendar: WorkingCalendar, policy: Policy = .builtin) throws -> Rules {
        try Rules(
            policy: policy, calendars: ["cn-office": calendar], olderCalendars: [Centre.office()],
            otherPolicies: [.builtin])
    }

    private func story(_ change: (inout Policy) -> Void = { _ in }) throws -> Story {
        var policy = Policy.builtin
        change(&policy)
        var story = Story(try Centre(policy: policy))
        story.begin(severity: "S3")
        return story
    }

    // MARK: calendars

    @Test("A case keeps the calendar version it was received under, whatever is published since")
    func pinned() throws {
        var story = try story()
        #expect(story.events.first?.fields.text("calendar.cn-office") == "test")
        #expect(story.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
        let later = try rules(try closed("2026-03-04"))
        #expect(replay(story.events, later) == story.complaint)
        story.centre.rules = later
        story.ask(.contact, at: "2026-03-03T10:00", ["direction": "out", "channel": "phone", "reached": true])
        // Three working days after Tuesday are Friday still: the closed Wednesday is not this case's.
        #expect(story.clock("UPDATE")?.due == local("2026-03-06T18:00"))
        #expect(story.complaint.map { later.missing(of: $0) } == [])
        #expect(
            story.complaint.map { try? Rules(policy: .builtin, calendars: ["cn-office": closed()]).missing(of: $0) }
                == [CalendarReference("cn-office", "test")])
    }

    @Test("A closing announced at noon: what was consumed stands, the rest runs on the new calendar, the owner is told")
    func recalculated() throws {
        var story = try story { policy in policy.targets.standard[.s3]?.resolve = Budget(900, .businessMinutes) }
        // 09:00 to 12:00 is counted; 720 of 900 minutes are left.
        let now = local("2026-03-02T12:00")
        story.centre.rules = try rules(try closed("2026-03-02", "2026-03-03"), policy: story.centre.rules.policy)
        let complaint = try #require(story.complaint)
        let acceptance = try #require(recalculate(complaint, story.centre.rules, now: now))
        let after = acceptance.complaint
        #expect(after.clock("RESOLVE")?.due == local("2026-03-05T15:00"))
        #expect(after.clock("RESOLVE")?.generation == complaint.clock("RESOLVE").map { $0.generation + 1 })
        #expect(after.clock("RESOLVE")?.cause == .recalculated)
        #expect(after.clock("ACK") == complaint.clock("ACK"))
        #expect(acceptance.events.map(\.type) == [.recalculated])
        #expect(acceptance.events.first?.fields.text("calendar.cn-office") == "typhoon")
        #expect(
            acceptance.effects.filter { $0.kind == .notice }.map { "\($0.clock ?? "") \($0.target ?? "")" }
                == ["FIRST_RESPONSE amy", "RESOLVE amy"])
        #expect(acceptance.effects.filter { $0.topic == .promiseMoved }.count == 2)
        // The law counts calendar days: it does not move, and needs no generation.
        #expect(
            after.clock("STATUTORY:cn-general")
                == complaint.clock("STATUTORY:cn-general").map {
                    var clock = $0
                    clock.course.calendar = CalendarPin(
                        "cn-office", "test", successors: [.init(version: "typhoon", from: now)])
                    return clock
                })
        #expect(replay(story.events + acceptance.events, story.centre.rules) == after)
        #expect(recalculate(after, story.centre.rules, now: now) == nil)
        story.complaint = after
        // A clock that starts after the change runs on the new calendar alone.
        story.ask(.contact, at: "2026-03-02T13:00", ["direction": "out", "channel": "phone", "reached": true])
        #expect(story.clock("UPDATE")?.due == local("2026-03-06T18:00"))
    }

    @Test("A breach of before stays a breach; an ended case is left alone")
    func pastBreach() throws {
        var story = try story()
        story.fire(at: "2026-03-09T09:00")
        let complaint = try #require(story.complaint)
        let resolve = complaint.clock("RESOLVE")
        #expect(resolve?.state == .breached)
        let later = try rules(try closed("2026-03-04"))
        #expect(recalculate(complaint, later, now: local("2026-03-09T10:00"))?.complaint.clock("RESOLVE") == resolve)
        story.ask(.withdraw, at: "2026-03-09T10:00", ["evidence": "mail-1"])
        #expect(recalculate(try #require(story.complaint), later, now: local("2026-03-09T11:00")) == nil)
    }

    @Test("Loading the next year settles a provisional due, without a new generation where it stays")
    func provisional() throws {
        var story = Story(try Centre())
        story.register(at: "2026-12-30T09:00", ["live": true])
        story.assess(at: "2026-12-30T09:10")
        #expect(story.clock("RESOLVE")?.due == local("2027-01-05T18:00"))
        #expect(story.clock("RESOLVE")?.isProvisional == true)
        let old = try Centre.office()
        func next(_ off: [String]) throws -> Rules {
            let days = Dictionary(uniqueKeysWithValues: off.compactMap { LocalDate($0) }.map { ($0, "元旦") })
            return try rules(
                try WorkingCalendar(
                    name: old.name, version: "2027", zone: old.zone,
                    covers: old.covers.lowerBound...(LocalDate("2027-12-31") ?? old.covers.upperBound),
                    weekly: Dictionary(uniqueKeysWithValues: zip(Weekday.allCases, old.weekly)),
                    daysOff: old.daysOff.merging(days) { $1 }, daysOn: old.daysOn))
        }
        let complaint = try #require(story.complaint)
        let now = local("2026-12-30T10:00")
        let same = try #require(recalculate(complaint, try next([]), now: now)).complaint.clock("RESOLVE")
        #expect(same?.due == local("2027-01-05T18:00"))
        #expect(same?.isProvisional == false)
        #expect(same?.generation == story.clock("RESOLVE")?.generation)
        let moved = try #require(recalculate(complaint, try next(["2027-01-01"]), now: now)).complaint.clock("RESOLVE")
        #expect(moved?.due == local("2027-01-06T18:00"))
        #expect(moved?.isProvisional == false)
        #expect(moved?.generation == story.clock("RESOLVE").map { $0.generation + 1 })
    }

    @Test("A contact noticed after a recalculation still ends the pause when the customer wrote")
    func lateContact() throws {
        var story = try story { policy in policy.targets.standard[.s3]?.resolve = Budget(900, .businessMinutes) }
        story.wait(at: "2026-03-02T10:00", until: "2026-03-05T18:00")
        story.centre.rules = try rules(try closed("2026-03-04"), policy: story.centre.rules.policy)
        let complaint = try #require(story.complaint)
        let acceptance = try #require(recalculate(complaint, story.centre.rules, now: local("2026-03-03T09:00")))
        story.complaint = acceptance.complaint
        #expect(story.clock("RESOLVE")?.state == .paused)
        story.ask(
            .contact, at: "2026-03-02T11:00", recorded: "2026-03-03T10:00",
            ["direction": "in", "channel": "mail", "text": "the invoice"])
        // One hour was paused: 60 minutes before it, 450 - 120 after it on Monday, 450 on Tuesday, then Thursday.
        #expect(story.clock("RESOLVE")?.due == local("2026-03-05T10:00"))
    }

    // MARK: policies

    private func faster(_ change: (inout Policy) -> Void) throws -> Rules {
        var policy = Policy.builtin
        policy.version = "2"
        change(&policy)
        return try rules(try Centre.office(), policy: policy)
    }

    private let change = RuleChange(
        id: "m-1", proposedBy: "sue", approvedBy: "dora", reason: "faster for all", at: local("2026-03-02T10:00"))

    @Test("A case moves to a faster policy: old and new due foreseen, a new generation, the old one kept")
    func migrated() throws {
        let story = try story()
        let complaint = try #require(story.complaint)
        let rules = try faster { $0.targets.standard[.s3]?.resolve = Budget(2, .workingDays) }
        let foresight = foreseeMigration(complaint, to: rules, at: change.at)
        #expect(foresight.refusal == nil)
        #expect(foresight.moves.map(\.clock.name) == ["FIRST_RESPONSE", "RESOLVE", "STATUTORY:cn-general"])
        #expect(
            foresight.moves[1]
                == MigrationForesight.Move(
                    clock: ClockKey("RESOLVE", 1), budgetBefore: "4wd", budgetAfter: "2wd",
                    before: local("2026-03-06T18:00"), after: local("2026-03-04T18:00"), isRefused: false))
        guard case .accepted(let acceptance) = migrate(complaint, to: rules, change, staff: story.centre.staff) else {
            Issue.record("The migration was refused")
            return
        }
        let after = acceptance.complaint
        #expect(after.policy == "default 2")
        #expect(after.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
        #expect(after.clock("RESOLVE")?.generation == 2)
        #expect(after.clock("FIRST_RESPONSE") == complaint.clock("FIRST_RESPONSE"))
        #expect(after.formerClocks.map(\.due) == [local("2026-03-06T18:00")])
        #expect(replay(story.events + acceptance.events, rules) == after)
        // The old rules know the new policy by name: whichever is handed over, the trail gives the same case.
        let old = try #require(rules.pinned(to: "default builtin.1"))
        #expect(replay(story.events + acceptance.events, old) == after)
        #expect(
            migrate(after, to: rules, change, staff: story.centre.staff) == .replay(sequence: complaint.version + 1))
    }

    @Test("A later due is refused; so is one person alone, or one who may not")
    func refusedMigration() throws {
        let story = try story()
        let complaint = try #require(story.complaint)
        let slower = try faster { $0.targets.standard[.s3]?.resolve = Budget(6, .workingDays) }
        let foresight = foreseeMigration(complaint, to: slower, at: change.at)
        #expect(foresight.moves.filter(\.isRefused).map(\.clock.name) == ["RESOLVE"])
        #expect(foresight.refusal?.code == .floor)
        func code(_ rules: Rules, _ change: RuleChange) -> RefusalCode? {
            if case .refused(let refusal) = migrate(complaint, to: rules, change, staff: story.centre.staff) {
                refusal.code
            } else {
                nil
            }
        }
        #expect(code(slower, change) == .floor)
        let faster = try faster { $0.targets.standard[.s3]?.resolve = Budget(2, .workingDays) }
        var alone = change
        alone.proposedBy = "dora"
        #expect(code(faster, alone) == .selfApproval)
        var agent = change
        agent.proposedBy = "amy"
        #expect(code(faster, agent) == .forbiddenRole)
        var manager = change
        manager.approvedBy = "max"
        #expect(code(faster, manager) == .forbiddenRole)
        #expect(code(faster, change) == nil)
        #expect(code(story.centre.rules, change) == .badValue)
    }

    @Test("A target already used up leaves the grace, but never more than was promised; a law is not put off")
    func migrationGrace() throws {
        let story = try story()
        let complaint = try #require(story.complaint)
        var late = change
        late.at = local("2026-03-05T17:30")
        let rules = try faster { $0.targets.standard[.s3]?.resolve = Budget(1, .workingDays) }
        let resolve = foreseeMigration(complaint, to: rules, at: late.at).moves.first { $0.clock.name == "RESOLVE" }
        #expect(resolve?.after == local("2026-03-06T09:30"))
        late.at = local("2026-03-06T17:30")
        let last = foreseeMigration(complaint, to: rules, at: late.at).moves.first { $0.clock.name == "RESOLVE" }
        #expect(last?.after == local("2026-03-06T18:00"))
        let law = try faster { $0.regimes["cn-general"]?.clock = Budget(30, .calendarDays) }
        #expect(
            foreseeMigration(complaint, to: law, at: change.at).moves.filter(\.isRefused).map(\.clock.name)
                == ["STATUTORY:cn-general"])
        let lawless = try faster { $0.jurisdictions["CN"] = nil }
        #expect(foreseeMigration(complaint, to: lawless, at: change.at).refusal?.code == .floor)
    }
}
