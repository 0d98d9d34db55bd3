import Complaints
import Testing
import WorkingTime

/// Steps of a ladder that are told before a clock is due.
@Suite("Steps before the due time")
struct AheadRungTests {
    /// RESOLVE of 450 business minutes from 2026-03-02 09:00: due 18:00 the same day. Nothing else falls due that week.
    private func story(
        steps: [Ladder.Step]? = nil, severity: String = "S3", _ change: (inout Policy) -> Void = { _ in }
    ) throws -> Story {
        var policy = Policy.builtin
        for severity in Severity.allCases {
            policy.targets.standard[severity] = SeverityTargets(
                acknowledge: Budget(400, .businessHours), firstResponse: Budget(400, .businessHours),
                resolve: Budget(450, .businessMinutes))
        }
        policy.ladders["default"]?.steps =
            steps ?? [
                Ladder.Step(to: "supervisor", wait: Budget(30, .businessMinutes), ahead: Budget(120, .businessMinutes)),
                Ladder.Step(to: "manager", wait: Budget(60, .businessMinutes), ahead: Budget(60, .businessMinutes)),
                Ladder.Step(to: "director", wait: Budget(60, .businessMinutes)),
            ]
        policy.ladders["S1"] = nil
        change(&policy)
        var centre = try Centre(policy: policy)
        centre.customer = CustomerFacts()
        centre.staff.duty = ["supervisor": ["sue"], "manager": ["max"], "director": ["dora"]]
        var story = Story(centre)
        story.begin(severity: severity)
        return story
    }

    /// Everything on the ladder so far, and the breach.
    private func told(_ story: Story) -> [String] {
        story.told([.escalated, .levelVacant, .fallbackNotified, .breached])
    }

    private let whole = [
        "L1 sue 03-02T16:00", "L2 max 03-02T17:00", "BREACH - 03-02T18:00", "L3 dora 03-02T18:00",
    ]

    @Test("Told at their times, and the breach goes on above them without telling a level twice")
    func punctual() throws {
        var story = try story()
        story.run(until: "2026-03-02T18:01")
        #expect(told(story) == whole)
        #expect(story.events.last?.eventID == "TL-2026-000001/RESOLVE/1/L3/dora")
        story.run(until: "2026-03-03T10:00")
        #expect(told(story) == whole + ["FALLBACK.1 duty-manager 03-03T10:00"])
        #expect(story.complaint?.escalations.count == 1)
        #expect(story.complaint?.level == 3)
    }

    @Test("Walked backwards through the calendar: over lunch and over the night")
    func backwards() throws {
        for (ahead, expected) in [
            (Budget(300, .businessMinutes), "03-02T11:30"), (Budget(5, .businessHours), "03-02T11:30"),
            (Budget(90, .minutes), "03-02T16:30"), (Budget(1, .workingDays), ""),
        ] {
            var story = try story(steps: [
                Ladder.Step(to: "supervisor", wait: Budget(30, .businessMinutes), ahead: ahead),
                Ladder.Step(to: "manager", wait: Budget(30, .businessMinutes)),
            ])
            story.run(until: "2026-03-02T18:01")
            // What would have come before the receipt is told at the breach.
            let first = expected.isEmpty ? [] : ["L1 sue \(expected)"]
            let last = expected.isEmpty ? "L1 sue 03-02T18:00" : "L2 max 03-02T18:00"
            #expect(told(story) == first + ["BREACH - 03-02T18:00", last], "\(ahead)")
        }
    }

    @Test("A wait that is not over at the breach is kept")
    func waitKept() throws {
        var story = try story(steps: [
            Ladder.Step(to: "supervisor", wait: Budget(60, .businessMinutes), ahead: Budget(30, .businessMinutes)),
            Ladder.Step(to: "manager", wait: Budget(60, .businessMinutes)),
        ])
        story.run(until: "2026-03-03T09:31")
        #expect(
            told(story) == ["L1 sue 03-02T17:30", "BREACH - 03-02T18:00", "L2 max 03-03T09:30"])
    }

    @Test("Acceptance stops the ladder; the breach is dated and nobody is told again")
    func accepted() throws {
        var story = try story()
        story.run(until: "2026-03-02T16:00")
        let sequence = try #require(story.complaint?.escalations.first?.sequence)
        story.ask(
            .acceptEscalation, by: "sue", at: "2026-03-02T16:10", ["escalation": .integer(Int64(sequence))])
        #expect(story.refusal == nil)
        story.run(until: "2026-03-05T18:00")
        #expect(told(story) == ["L1 sue 03-02T16:00", "BREACH - 03-02T18:00"])
        #expect(story.complaint?.handler == "sue")
    }

    @Test("Given back before the breach: it goes on above who was told")
    func handedBack() throws {
        var story = try story()
        story.run(until: "2026-03-02T16:00")
        let sequence = try #require(story.complaint?.escalations.first?.sequence)
        story.ask(
            .decideEscalation, by: "sue", at: "2026-03-02T16:10",
            ["escalation": .integer(Int64(sequence)), "decision": "hand_back", "text": "go on"])
        #expect(story.refusal == nil)
        story.run(until: "2026-03-02T18:01")
        #expect(told(story) == ["L1 sue 03-02T16:00", "BREACH - 03-02T18:00", "L2 max 03-02T18:00"])
        #expect(story.complaint?.escalations.map(\.state) == [.handedBack, .raised])
    }

    @Test("Nobody there: passed at the same instant, each level once")
    func vacant() throws {
        var story = try story()
        story.centre.staff.duty["supervisor"] = []
        story.run(until: "2026-03-02T18:01")
        #expect(
            told(story) == [
                "L1 supervisor 03-02T16:00", "L2 max 03-02T16:00", "BREACH - 03-02T18:00", "L3 dora 03-02T18:00",
            ])
        var empty = try self.story()
        empty.centre.staff.duty = ["supervisor": [], "manager": [], "director": [], "duty-manager": []]
        empty.run(until: "2026-03-02T18:01")
        #expect(
            told(empty) == [
                "L1 supervisor 03-02T16:00", "L2 manager 03-02T16:00", "L3 director 03-02T16:00",
                "FALLBACK.1 duty-manager 03-02T16:00", "BREACH - 03-02T18:00", "FALLBACK.2 duty-manager 03-02T18:00",
            ])
    }

    @Test("Nobody who was told in time need take it up before the case is resolved; what is broken still bars it")
    func resolves() throws {
        var story = try story()
        story.run(until: "2026-03-02T16:00")
        story.resolve(at: "2026-03-02T16:30")
        #expect(story.refusal == nil)
        #expect(story.complaint?.escalations.map(\.state) == [.lapsed])
        story.run(until: "2026-03-03T08:00")
        #expect(told(story) == ["L1 sue 03-02T16:00"])
        var late = try self.story()
        late.run(until: "2026-03-02T18:01")
        late.resolve(at: "2026-03-02T18:02")
        #expect(late.code == .openEscalation)
    }

    @Test("A pause moves what has not been told yet and repeats nothing")
    func paused() throws {
        var story = try story()
        story.run(until: "2026-03-02T16:00")
        story.ask(
            .wait, at: "2026-03-02T16:30",
            [
                "reason": "awaiting_customer", "awaiting": "a photo", "told": true,
                "until": .instant(local("2026-03-04T18:00")),
            ])
        #expect(story.complaint?.timers(story.centre.rules).contains { $0.clock.name == "RESOLVE" } == false)
        story.ask(.resume, at: "2026-03-03T09:30", ["reason": "answered"])
        story.run(until: "2026-03-03T11:01")
        // Ninety minutes were left of RESOLVE, and the evening and half an hour did not count.
        #expect(
            told(story) == ["L1 sue 03-02T16:00", "L2 max 03-03T10:00", "BREACH - 03-03T11:00", "L3 dora 03-03T11:00"])
    }

    @Test("A later promise is announced anew, a stricter or unchanged one goes on")
    func retargeted() throws {
        var later = try story()
        later.run(until: "2026-03-02T16:00")
        later.ask(
            .extend, by: "sue", at: "2026-03-02T16:30",
            ["until": .instant(local("2026-03-03T18:00")), "reason": "parts", "told": true])
        #expect(later.refusal == nil)
        later.run(until: "2026-03-03T18:01")
        #expect(
            told(later) == [
                "L1 sue 03-02T16:00", "L1 sue 03-03T16:00", "L2 max 03-03T17:00", "BREACH - 03-03T18:00",
                "L3 dora 03-03T18:00",
            ])
        #expect(later.complaint?.escalations.map(\.state) == [.lapsed, .raised])
        var same = try self.story { $0.targets.standard[.s4]?.resolve = Budget(900, .businessMinutes) }
        same.run(until: "2026-03-02T16:00")
        same.ask(.reassess, by: "sue", at: "2026-03-02T16:30", ["severity": "S4", "reason": "no error"])
        #expect(same.clock("RESOLVE")?.generation == 2)
        same.run(until: "2026-03-02T18:01")
        #expect(told(same) == whole)
    }

    @Test("After downtime the steps before the breach give way to it: one rung, the lowest, whose wait begins now")
    func downtime() throws {
        var story = try story()
        story.fire(at: "2026-03-03T10:00")
        #expect(told(story) == ["BREACH - 03-02T18:00", "L1 sue 03-03T10:00"])
        let passed = story.told([.superseded]).filter { $0.hasPrefix("L") }
        #expect(passed == ["L1 - 03-02T16:00", "L2 - 03-02T17:00"])
        #expect(Set(story.events.map(\.eventID)).count == story.events.count)
        story.run(until: "2026-03-03T10:31")
        #expect(told(story).last == "L2 max 03-03T10:30")
    }

    @Test("After downtime before the breach: the lowest level is told late, the next waits for it")
    func downtimeBefore() throws {
        var story = try story()
        story.fire(at: "2026-03-02T17:10")
        story.run(until: "2026-03-02T18:01")
        #expect(
            told(story) == [
                "L1 sue 03-02T17:10", "L2 max 03-02T17:40", "BREACH - 03-02T18:00",
            ])
        story.run(until: "2026-03-03T09:41")
        #expect(told(story).last == "L3 dora 03-03T09:40")
    }

    @Test("S1 begins at the manager before the due time too")
    func s1() throws {
        var story = try story(severity: "S1") { policy in
            policy.ladders["default"]?.steps[0].ahead = Budget(120, .minutes)
            policy.ladders["default"]?.steps[1].ahead = Budget(60, .minutes)
        }
        story.run(until: "2026-03-02T18:01")
        #expect(told(story) == ["L2 max 03-02T17:00", "BREACH - 03-02T18:00", "L3 dora 03-02T18:00"])
    }

    @Test("Raised to another ladder: the levels told stay told")
    func otherLadder() throws {
        var story = try story { policy in
            policy.ladders["S2"] = policy.ladders["default"]
            policy.ladders["S2"]?.steps[1].ahead = Budget(45, .minutes)
        }
        story.run(until: "2026-03-02T16:00")
        story.ask(.reassess, at: "2026-03-02T16:30", ["severity": "S2", "reason": "money"])
        story.run(until: "2026-03-03T09:16")
        #expect(
            told(story) == ["L1 sue 03-02T16:00", "L2 max 03-02T17:15", "BREACH - 03-02T18:00", "L3 dora 03-03T09:15"])
    }

    @Test("Foresight names the next level before the due time, and none once it is taken up")
    func foresight() throws {
        var story = try story()
        let rules = story.centre.rules
        #expect(
            story.complaint?.nextRung(rules).map { "\($0.level) \($0.at == local("2026-03-02T16:00"))" } == "1 true")
        story.run(until: "2026-03-02T17:00")
        #expect(
            story.complaint?.nextRung(rules).map { "\($0.level) \($0.at == local("2026-03-02T18:00"))" } == "3 true")
    }
}

@Suite("Budgets walked backwards")
struct BudgetBeforeTests {
    @Test(
        "From an end back through the calendar",
        arguments: [
            ("60bm", "2026-03-02T17:00"), ("5bh", "2026-03-02T11:30"), ("1wd", "2026-03-02T09:00"),
            ("2wd", "2026-02-27T09:00"), ("90m", "2026-03-02T16:30"), ("1cd", "2026-03-01T18:00"),
        ])
    func before(budget: String, expected: String) throws {
        #expect(try Centre.office().instant(Budget(budget), before: local("2026-03-02T18:00")) == local(expected))
    }
}
