import Complaints
import Testing
import WorkingTime

extension Story {
    /// Lines of the engine so far: stage, target, local time.
    func told(_ types: [EventType]) -> [String] {
        events.filter { types.contains($0.type) }.map {
            let at = $0.occurredAt.rfc3339(offsetSeconds: 8 * 3600).dropFirst(5).prefix(11)
            return "\($0.fields.text("stage") ?? "") \($0.fields.text("target") ?? "-") \(at)"
        }
    }

    /// Every timer up to then at its own instant, or when what is known allows it.
    mutating func run(until limit: String) {
        while let timer = complaint?.nextTimer(centre.rules), timer.fireAt <= local(limit), let complaint,
            case .fired(let acceptance) = Complaints.fire(
                complaint, now: max(timer.fireAt, complaint.lastRecordedAt), rules: centre.rules, staff: centre.staff)
        {
            self.complaint = acceptance.complaint
            events += acceptance.events
        }
    }
}

@Suite("The rules of ladders")
struct LadderRuleTests {
    private func told(_ story: Story) -> [String] { story.told([.escalated, .levelVacant, .fallbackNotified]) }

    /// A breach of RESOLVE at 2026-03-02 18:00 local, with one person per level on duty.
    private func story(
        severity: String = "S3", _ change: (inout Policy) -> Void = { _ in }
    ) throws -> Story {
        var policy = Policy.builtin
        for severity in Severity.allCases {
            policy.targets.standard[severity] = SeverityTargets(
                acknowledge: Budget(400, .businessHours), firstResponse: Budget(400, .businessHours),
                resolve: Budget(450, .businessMinutes))
        }
        change(&policy)
        var centre = try Centre(policy: policy)
        centre.customer = CustomerFacts()
        centre.staff.duty = ["supervisor": ["sue"], "manager": ["max"], "director": ["dora"]]
        var story = Story(centre)
        story.begin(severity: severity)
        return story
    }

    @Test("S1 enters at the manager and waits by the clock on the wall, also where it has no ladder of its own")
    func s1() throws {
        for hasOwn in [true, false] {
            var story = try story(severity: "S1") { if !hasOwn { $0.ladders["S1"] = nil } }
            story.run(until: "2026-03-02T19:05")
            #expect(
                told(story)
                    == (hasOwn
                        ? [
                            "L2 max 03-02T18:00", "L3 dora 03-02T18:15", "FALLBACK.1 duty-manager 03-02T18:30",
                            "FALLBACK.2 duty-manager 03-02T18:40", "FALLBACK.3 duty-manager 03-02T18:50",
                            "FALLBACK.4 duty-manager 03-02T19:00",
                        ] : ["L2 max 03-02T18:00", "L3 dora 03-02T19:00"]))
        }
    }

    @Test("Other severities wait in business time: the night tells nobody")
    func businessTime() throws {
        var story = try story()
        story.run(until: "2026-03-03T11:00")
        #expect(told(story) == ["L1 sue 03-02T18:00", "L2 max 03-03T09:30", "L3 dora 03-03T10:30"])
    }

    @Test("Raised to S1 while climbing: it goes on above the level reached, on the faster ladder")
    func ladderChanges() throws {
        var story = try story()
        story.run(until: "2026-03-02T18:01")
        story.ask(.reassess, at: "2026-03-03T09:00", ["severity": "S1", "reason": "smoke"])
        story.run(until: "2026-03-03T10:00")
        #expect(
            told(story) == [
                "L1 sue 03-02T18:00", "L2 max 03-03T09:30", "L3 dora 03-03T09:45",
                "FALLBACK.1 duty-manager 03-03T10:00",
            ])
        #expect(Set(story.events.map(\.eventID)).count == story.events.count)
    }

    @Test("The person complained of and who reports to them are passed at the same instant")
    func conflict() throws {
        for (accused, expected) in [
            ("sue", ["L1 supervisor 03-02T18:00", "L2 max 03-02T18:00"]),
            ("max", ["L1 supervisor 03-02T18:00", "L2 manager 03-02T18:00", "L3 dora 03-02T18:00"]),
            ("bob", ["L1 sue 03-02T18:00"]),
        ] {
            var story = try story()
            story.complaint?.complainedOf = accused
            story.run(until: "2026-03-02T18:01")
            #expect(told(story) == expected, "\(accused)")
        }
    }

    @Test("Nobody anywhere: the fallback's name is told at the same instant, and again until somebody accepts")
    func nobody() throws {
        var story = try story()
        story.centre.staff.duty = ["supervisor": [], "manager": [], "director": [], "duty-manager": []]
        story.run(until: "2026-03-03T10:00")
        #expect(
            told(story) == [
                "L1 supervisor 03-02T18:00", "L2 manager 03-02T18:00", "L3 director 03-02T18:00",
                "FALLBACK.1 duty-manager 03-02T18:00", "FALLBACK.2 duty-manager 03-03T09:30",
                "FALLBACK.3 duty-manager 03-03T10:00",
            ])
    }

    @Test("Done before anybody accepted: the ladder stops")
    func doneEarly() throws {
        var story = Story(try Centre())
        story.register()
        story.fire(at: "2026-03-02T11:00:01")
        #expect(story.complaint?.escalations.map(\.state) == [.raised])
        story.acknowledge(at: "2026-03-02T11:10")
        #expect(story.complaint?.escalations.map(\.state) == [.lapsed])
        #expect(story.complaint?.timers(story.centre.rules).contains { $0.clock.name == "ACK" } == false)
    }

    @Test("Addressed to a person: told is that person, when there; else the level")
    func addressed() throws {
        for (accused, target) in [("bob", "dirk"), ("dirk", "dora")] {
            var story = try story()
            story.complaint?.complainedOf = accused
            story.escalate(at: "2026-03-02T10:00", ["to": "dirk"])
            #expect(told(story) == ["L3 \(target) 03-02T10:00"])
        }
    }

    @Test("Warned at a share of the length walked from the start: owner; at 75 the backup too; at 90 the superior too")
    func warnings() throws {
        var story = try story()
        story.centre.staff.people["amy"]?.backup = "bob"
        story.run(until: "2026-03-02T17:59")
        let warned = story.events.filter { $0.type == .warned }.map {
            let at = $0.occurredAt.rfc3339(offsetSeconds: 8 * 3600).dropFirst(11).prefix(8)
            return "\($0.fields.text("stage") ?? "") \($0.fields.text("target") ?? "") \(at)"
        }
        #expect(
            warned == [
                "W50 amy 14:15:00", "W75 amy 16:07:30", "W75 bob 16:07:30", "W90 amy 17:15:00", "W90 bob 17:15:00",
                "W90 sue 17:15:00",
            ])
    }

    @Test("Who is warned hangs on the share, not on how many points the policy has")
    func warningPoints() throws {
        var story = try story { $0.warningPercents = [76, 91] }
        story.centre.staff.people["amy"]?.backup = "bob"
        story.run(until: "2026-03-02T17:59")
        #expect(
            story.told([.warned]).map { $0.prefix(7) } == ["W76 amy", "W76 bob", "W91 amy", "W91 bob", "W91 sue"])
    }

    @Test("Several clocks after downtime: one rung for the case, the rest superseded, every breach at its own time")
    func oneRung() throws {
        var story = Story(try Centre())
        story.register()
        story.fire(at: "2026-03-09T09:00")
        let breaches = story.events.filter { $0.type == .breached }.map {
            "\($0.fields.text("clock") ?? "") \($0.occurredAt.rfc3339(offsetSeconds: 8 * 3600).dropFirst(5).prefix(11))"
        }
        #expect(breaches == ["ACK 03-02T11:00", "FIRST_RESPONSE 03-03T18:00", "RESOLVE 03-06T18:00"])
        #expect(told(story) == ["L1 sue 03-09T09:00"])
        let superseded = story.events.filter { $0.type == .superseded }.map {
            "\($0.fields.text("clock") ?? "") \($0.fields.text("stage") ?? "") \($0.fields.integer("late_minutes") ?? 0)"
        }
        #expect(
            superseded.filter { $0.contains(" L") } == ["FIRST_RESPONSE L1 8100", "RESOLVE L1 3780"])
        #expect(superseded.filter { $0.contains(" W") }.count == 9)
        #expect(story.fire(at: "2026-03-09T09:00") == .nothing)
    }
}

@Suite("Ladders of several clocks after several downtimes")
struct RepeatedDowntimeTests {
    @Test("A fallback that was let pass uses up its key: the next one has the next number")
    func fallbackLetPass() throws {
        var policy = Policy.builtin
        policy.ladders["default"]?.steps = [Ladder.Step(to: "supervisor", wait: Budget(30, .businessMinutes))]
        var story = Story(try Centre(policy: policy))
        story.register()
        for day in ["09", "10", "11", "12"] { story.fire(at: "2026-03-\(day)T09:00") }
        #expect(Set(story.events.map(\.eventID)).count == story.events.count)
        let stages = story.events.filter { $0.fields.text("clock") == "RESOLVE" && $0.fields["escalation"] != nil }.map
        {
            "\($0.type.rawValue) \($0.fields.text("stage") ?? "")"
        }
        #expect(
            stages == [
                "superseded L1", "superseded FALLBACK.1", "superseded FALLBACK.2", "superseded FALLBACK.3",
            ])
    }
}
