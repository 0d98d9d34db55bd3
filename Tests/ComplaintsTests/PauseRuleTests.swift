import Complaints
import Testing
import WorkingTime

@Suite("The rules of pauses")
struct PauseRuleTests {
    /// Only RESOLVE can fall due, 450 business minutes a day, and a pause ends after `cap`.
    private func story(cap: Budget = Budget(5, .workingDays), _ change: (inout Policy) -> Void = { _ in }) throws
        -> Story
    {
        var policy = Policy.builtin
        policy.targets.standard[.s3] = SeverityTargets(
            acknowledge: Budget(400, .businessHours), firstResponse: Budget(400, .businessHours),
            resolve: Budget(900, .businessMinutes))
        policy.pauses["awaiting_customer"]?.cap = cap
        policy.pauses["expert_appraisal"]?.cap = cap
        change(&policy)
        var centre = try Centre(policy: policy)
        centre.customer = CustomerFacts()
        var story = Story(centre)
        story.begin()
        return story
    }

    private func inbound(_ story: inout Story, at when: String, recorded: String? = nil) {
        story.ask(.contact, at: when, recorded: recorded, ["direction": "in", "channel": "mail"])
    }

    @Test("The cap is the case's: all pauses summed, whatever their reason, only business time, overlaps once")
    func capOverAllPauses() throws {
        var story = try story(cap: Budget(1, .workingDays))
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00")
        story.ask(.resume, at: "2026-03-02T15:00")
        // 210 of 450 minutes are used: lunch is no business time. 240 are left, whatever the reason.
        story.wait(at: "2026-03-02T17:00", until: "2026-03-09T10:00", by: "sue", reason: "expert_appraisal")
        #expect(story.refusal == nil)
        #expect(story.complaint?.nextTimer(story.centre.rules)?.due == local("2026-03-03T12:00"))
        story.fire(at: "2026-03-03T12:00")
        #expect(story.complaint?.pauses.map(\.until) == [local("2026-03-02T15:00"), local("2026-03-03T12:00")])
        #expect(story.effects.last?.kind == .pauseEnded)
        #expect(story.effects.last?.target == "amy")
        #expect(story.state == .waiting)
        #expect(story.clock("RESOLVE")?.state == .running)
        #expect(story.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
        story.ask(.resume, at: "2026-03-03T14:00")
        story.wait(at: "2026-03-03T15:00", until: "2026-03-09T10:00")
        #expect(story.code == .pauseNotAllowed)
    }

    @Test("A pause ended by its cap while the engine slept ends at the cap all the same")
    func capUnwatched() throws {
        var story = try story(cap: Budget(1, .workingDays))
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00")
        story.ask(.resume, at: "2026-03-05T15:00")
        #expect(story.complaint?.pauses.map(\.until) == [local("2026-03-03T10:00")])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
    }

    @Test("An answer that came before a pause was entered ends it at once, and the owner is told")
    func answeredBefore() throws {
        var story = try story()
        inbound(&story, at: "2026-03-02T10:08")
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00", recorded: "2026-03-02T10:10")
        #expect(story.complaint?.pauses.map(\.until) == [local("2026-03-02T10:08")])
        #expect(story.clock("RESOLVE")?.state == .running)
        #expect(story.state == .waiting)
        story.ask(.resume, at: "2026-03-02T11:00")
        story.wait(at: "2026-03-02T14:00", until: "2026-03-09T10:00")
        inbound(&story, at: "2026-03-02T15:00", recorded: "2026-03-03T09:00")
        #expect(story.complaint?.pauses.last?.until == local("2026-03-02T15:00"))
        #expect(story.effects.filter { $0.kind == .pauseEnded }.map(\.target) == ["amy"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-04T10:08"))
    }

    @Test("Only what waits for the customer ends by the customer; a contact at its very start came before it")
    func otherReason() throws {
        var story = try story()
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00", by: "sue", reason: "expert_appraisal")
        inbound(&story, at: "2026-03-02T11:00")
        #expect(story.clock("RESOLVE")?.state == .paused)
        story.ask(.resume, at: "2026-03-02T11:30")
        story.wait(at: "2026-03-02T14:00", until: "2026-03-09T10:00")
        inbound(&story, at: "2026-03-02T14:00")
        #expect(story.clock("RESOLVE")?.state == .paused)
    }

    @Test("Backdated by more than 15 minutes: a supervisor does it, with a second line in the trail")
    func backdated() throws {
        var story = try story()
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00", recorded: "2026-03-02T10:15")
        #expect(story.refusal == nil)
        #expect(story.events.last?.type == .wait)
        story.ask(.resume, at: "2026-03-02T10:20")
        story.wait(at: "2026-03-02T10:30", until: "2026-03-09T10:00", recorded: "2026-03-02T10:46")
        #expect(story.code == .pauseNotAllowed)
        story.wait(at: "2026-03-02T10:30", until: "2026-03-09T10:00", by: "sue", recorded: "2026-03-02T10:46")
        #expect(story.refusal == nil)
        #expect(story.events.suffix(2).map(\.type) == [.wait, .note])
        #expect(story.events.last?.actor == "sue")
        let notices = story.effects.filter { $0.topic == .pauseBackdated }
        #expect(notices.map(\.target) == ["compliance", "amy"])
        #expect(notices.allSatisfy { $0.kind == .notice })
        #expect(replay(story.events, story.centre.rules) == story.complaint)
    }

    @Test("No pause before the customer was told of the case, however it is dated")
    func beforeAcknowledgement() throws {
        var story = try story()
        story.wait(at: "2026-03-02T09:04", until: "2026-03-09T10:00", by: "sue", recorded: "2026-03-02T10:00")
        #expect(story.code == .pauseNotAllowed)
        #expect(story.refusal?.field == "occurred_at")
    }

    @Test("No pause after a breach, recorded or not yet")
    func afterBreach() throws {
        var story = try story()
        let due = try #require(story.clock("RESOLVE")?.due)
        #expect(due == local("2026-03-03T18:00"))
        var late = story
        late.wait(at: "2026-03-03T18:00:01", until: "2026-03-09T10:00")
        #expect(late.code == .pauseNotAllowed)
        story.fire(at: "2026-03-03T18:00:01")
        #expect(story.clock("RESOLVE")?.state == .breached)
        story.wait(at: "2026-03-04T09:00", until: "2026-03-09T10:00")
        #expect(story.code == .pauseNotAllowed)
    }

    @Test("ACK, UPDATE and the law's clock run on while the customer is awaited")
    func othersRun() throws {
        var policy = Policy.builtin
        policy.pauses["awaiting_customer"]?.clocks = ["RESOLVE", "FIRST_RESPONSE"]
        var story = Story(try Centre(policy: policy))
        story.begin()
        story.ask(.contact, at: "2026-03-02T09:20", ["direction": "out", "channel": "phone", "reached": true])
        story.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00")
        let states = story.complaint?.clocks.map { "\($0.name) \($0.state.rawValue)" }
        #expect(
            states == [
                "ACK met", "FIRST_RESPONSE paused", "RESOLVE paused", "STATUTORY:cn-general running", "UPDATE running",
            ])
    }

    @Test("The closed gap of a reopened case uses up no cap")
    func closedGap() throws {
        var story = try story(cap: Budget(1, .workingDays)) { $0.change.reopenModel = .excludeGap }
        story.resolve(at: "2026-03-02T10:00")
        story.ask(.reopen, at: "2026-03-06T10:00", ["reason": "again"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-09T18:00"))
        story.wait(at: "2026-03-06T11:00", until: "2026-03-09T10:00")
        #expect(story.refusal == nil)
        #expect(story.complaint?.nextTimer(story.centre.rules)?.due == local("2026-03-09T11:00"))
    }

    @Test("A due time given at the end of a day is moved on by a pause, never back to that day's close")
    func givenDue() throws {
        for (until, due) in [
            ("2026-03-02T13:30", "2026-03-10T23:59:59"), ("2026-03-02T14:30", "2026-03-11T10:00"),
        ] {
            var story = try story()
            story.ask(
                .extend, by: "sue", at: "2026-03-02T11:00",
                ["until": .instant(local("2026-03-10T23:59:59")), "reason": "part", "told": true])
            #expect(story.refusal == nil)
            story.wait(at: "2026-03-02T12:00", until: "2026-03-05T10:00")
            story.ask(.resume, at: until)
            #expect(story.clock("RESOLVE")?.due == local(due))
        }
    }
}
