import Complaints
import Testing
import WorkingTime

@Suite("The engine")
struct EngineTests {
    /// What an engine's line says, shortly: stage, target and when.
    private func lines(_ events: [Event]) -> [String] {
        events.filter { $0.role == .timer }.map { event in
            let at = event.occurredAt.rfc3339(offsetSeconds: 8 * 3600).dropFirst(5).prefix(11)
            return [
                event.type.rawValue, event.fields.text("clock") ?? "", event.fields.text("stage") ?? "",
                event.fields.text("target") ?? "", String(at),
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// A case of which only RESOLVE can fall due, at 2026-05-07 16:00.
    private func story(duty: [String: [String]]) throws -> Story {
        var policy = Policy.builtin
        policy.targets.standard[.s3] = SeverityTargets(
            acknowledge: Budget(400, .businessHours), firstResponse: Budget(400, .businessHours),
            resolve: Budget(900, .businessMinutes))
        policy.ladders["default"]?.steps = ["supervisor", "manager", "director"].map {
            Ladder.Step(to: $0, wait: Budget(30, .businessMinutes))
        }
        var centre = try Centre(policy: policy)
        centre.customer = CustomerFacts()
        centre.staff.duty = duty
        var story = Story(centre)
        story.register(at: "2026-04-30T16:00", ["live": true])
        story.assess(at: "2026-04-30T16:05")
        #expect(story.clock("RESOLVE")?.due == local("2026-05-07T16:00"))
        return story
    }

    /// Fires every timer at its own instant until `limit`.
    private func run(_ story: inout Story, until limit: String) {
        while let timer = story.complaint?.nextTimer(story.centre.rules), timer.fireAt <= local(limit) {
            guard let complaint = story.complaint,
                case .fired(let acceptance) = fire(
                    complaint, now: timer.fireAt, rules: story.centre.rules, staff: story.centre.staff)
            else { return }
            story.complaint = acceptance.complaint
            story.events += acceptance.events
        }
    }

    @Test("Nobody at L1: recorded and passed at once; L2 silent: L3; accepted: stop (E46)")
    func vacantLevel() throws {
        var story = try story(duty: ["supervisor": [], "manager": ["max"], "director": ["dora"]])
        run(&story, until: "2026-05-07T16:35")
        #expect(
            lines(story.events) == [
                "warned RESOLVE W50 amy 05-06T16:00", "warned RESOLVE W75 amy 05-07T10:45",
                "warned RESOLVE W90 amy 05-07T14:30", "warned RESOLVE W90 sue 05-07T14:30",
                "breached RESOLVE BREACH 05-07T16:00", "level_vacant RESOLVE L1 supervisor 05-07T16:00",
                "escalated RESOLVE L2 max 05-07T16:00", "escalated RESOLVE L3 dora 05-07T16:30",
            ])
        let breach = Int64(story.complaint?.escalations.first?.sequence ?? 0)
        story.ask(.acceptEscalation, by: "dora", at: "2026-05-07T16:40", ["escalation": .integer(breach)])
        #expect(story.refusal == nil)
        #expect(story.complaint?.handler == "dora")
        #expect(story.complaint?.owner == "amy")
        #expect(story.complaint?.level == 3)
        let count = story.events.count
        run(&story, until: "2026-05-07T18:00")
        #expect(story.events.count == count)
    }

    @Test("After downtime: breach dated truly, stale warnings superseded, one rung now, its wait from now (E48)")
    func downtime() throws {
        var story = try story(duty: ["supervisor": ["sue"], "manager": ["max"]])
        run(&story, until: "2026-05-07T10:00")
        story.events = []
        story.fire(at: "2026-05-07T17:00")
        #expect(
            lines(story.events) == [
                "superseded RESOLVE W75 05-07T10:45", "superseded RESOLVE W90 05-07T14:30",
                "breached RESOLVE BREACH 05-07T16:00", "escalated RESOLVE L1 sue 05-07T17:00",
            ])
        #expect(story.events.first?.fields.integer("late_minutes") == 375)
        story.events = []
        run(&story, until: "2026-05-07T17:30")
        #expect(lines(story.events) == ["escalated RESOLVE L2 max 05-07T17:30"])
    }

    @Test("Silent everywhere: the fallback again and again until somebody accepts")
    func fallback() throws {
        var story = try story(duty: ["supervisor": [], "manager": [], "director": [], "duty-manager": ["dora"]])
        run(&story, until: "2026-05-07T17:10")
        #expect(
            lines(story.events).suffix(3) == [
                "fallback_notified RESOLVE FALLBACK.1 dora 05-07T16:00",
                "fallback_notified RESOLVE FALLBACK.2 dora 05-07T16:30",
                "fallback_notified RESOLVE FALLBACK.3 dora 05-07T17:00",
            ])
        let breach = Int64(story.complaint?.escalations.first?.sequence ?? 0)
        story.ask(.acceptEscalation, by: "dora", at: "2026-05-07T17:20", ["escalation": .integer(breach)])
        #expect(story.refusal == nil)
        #expect(story.complaint?.timers(story.centre.rules).contains { $0.clock.name == "RESOLVE" } == false)
    }

    @Test("An event in the second a clock is due comes before its breach")
    func lastSecond() throws {
        var story = try story(duty: [:])
        run(&story, until: "2026-05-07T16:00")
        #expect(story.complaint?.escalations.isEmpty == true)
        story.resolve(at: "2026-05-07T16:00")
        #expect(story.clock("RESOLVE")?.state == .met)
    }

    @Test("Firing twice does nothing the second time, and every line has its own key")
    func once() throws {
        var story = try story(duty: [:])
        run(&story, until: "2026-05-08T18:00")
        #expect(story.fire(at: "2026-05-08T18:00") == .nothing)
        #expect(Set(story.events.map(\.eventID)).count == story.events.count)
    }

    @Test("A clock that goes back more than two seconds fires nothing")
    func backward() throws {
        var story = try story(duty: [:])
        #expect(story.fire(at: "2026-04-30T16:04:57") == .refused(Refusal(.clockBackward)))
        #expect(story.fire(at: "2026-04-30T16:04:58") == .nothing)
    }

    @Test("An accepted escalation stops its acceptance clock; silence climbs")
    func acceptance() throws {
        var story = try story(duty: ["supervisor": ["sue"], "manager": ["max"]])
        story.events = []
        story.escalate(at: "2026-04-30T16:10")
        #expect(story.clock("ESC_ACCEPT")?.due == local("2026-04-30T16:40"))
        #expect(story.complaint?.level == 1)
        run(&story, until: "2026-04-30T17:00")
        #expect(
            lines(story.events) == [
                "escalated ESC_ACCEPT L1 sue 04-30T16:10", "breached ESC_ACCEPT BREACH 04-30T16:40",
                "escalated ESC_ACCEPT L2 max 04-30T16:40",
            ])
        #expect(story.complaint?.level == 2)
    }

    @Test("At its cap a pause ends by itself: the clock runs, the state waits, the owner is told")
    func cap() throws {
        var story = try story(duty: [:])
        story.wait(at: "2026-04-30T17:00", until: "2026-05-20T10:00")
        run(&story, until: "2026-05-12T18:00")
        #expect(story.events.last { $0.type == .pauseEnded }?.occurredAt == local("2026-05-11T17:00"))
        #expect(story.state == .waiting)
        #expect(story.clock("RESOLVE")?.due == local("2026-05-13T16:00"))
    }

    @Test("An offer expires by itself after its last second; a deferral comes up for review")
    func expiry() throws {
        var story = try story(duty: [:])
        story.offer(1_000, at: "2026-04-30T17:00", ["currency": "CNY", "expires": .instant(local("2026-05-06T12:00"))])
        run(&story, until: "2026-05-06T12:01")
        #expect(story.state == .inProgress)
        #expect(story.complaint?.offers.map(\.state) == [.expired])
        story.ask(
            .defer, by: "sue", at: "2026-05-06T13:00",
            ["explanation": "no part", "review_on": .instant(local("2026-05-06T14:00"))])
        run(&story, until: "2026-05-06T14:00")
        #expect(story.events.last?.type == .reviewDue)
        #expect(story.events.last?.fields.count("generation") == 1)
        #expect(story.state == .deferred)
        story.ask(.resume, at: "2026-05-06T14:10")
        story.ask(
            .defer, by: "sue", at: "2026-05-06T14:20",
            ["explanation": "still none", "review_on": .instant(local("2026-05-06T15:00"))])
        run(&story, until: "2026-05-06T15:00")
        #expect(story.events.last { $0.type == .reviewDue }?.fields.count("generation") == 2)
    }

    @Test("Looking ahead tells the due times and the next level, and changes nothing")
    func foresight() throws {
        let story = try story(duty: [:])
        let complaint = try #require(story.complaint)
        let command = story.centre.command(
            .reassess, at: local("2026-05-06T10:00"), ["severity": "S2", "reason": "money lost"])
        let ahead = foresee(complaint, command, story.centre.context)
        #expect(ahead.dueChanges.map(\.clock) == ["FIRST_RESPONSE"])
        #expect(ahead.nextLevel == 1)
        #expect(story.complaint == complaint)
    }
}
