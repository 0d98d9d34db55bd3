import Complaints
import Testing
import WorkingTime

@Suite("Why a clock is due when it is")
struct WhyTests {
    private func story(_ change: (inout Policy) -> Void = { _ in }) throws -> Story {
        var policy = Policy.builtin
        change(&policy)
        return Story(try Centre(policy: policy))
    }

    private func why(_ story: Story, _ clock: String, at now: String) throws -> ClockExplanation {
        try #require(story.complaint?.why(clock, at: local(now), story.centre.rules))
    }

    @Test("A running clock: budget, calendar with version and zone, each day, what is left")
    func running() throws {
        var story = try story()
        story.begin()
        let why = try why(story, "RESOLVE", at: "2026-03-03T10:00")
        #expect(why.state == .running)
        #expect(why.budget == Budget(4, .workingDays))
        #expect(why.promise == "4wd")
        #expect(why.policy == "default builtin.1")
        #expect(why.calendar.name == "cn-office")
        #expect(why.calendar.version == "test")
        #expect(why.calendar.zone == "Asia/Shanghai")
        #expect(why.due == local("2026-03-06T18:00"))
        #expect(why.steps.map(\.dayOfCount) == [0, 1, 2, 3, 4])
        #expect(why.steps.map(\.counted).reduce(.zero, +) == TimeLength(minutes: 5 * 450))
        #expect(why.remaining == TimeLength(minutes: 450 * 4 - 60))
        #expect(why.dueIfResumed == nil)
        #expect(why.pauses.isEmpty)
        #expect(why.adjustments.isEmpty)
        #expect(why.law?.regime == "cn-general")
        #expect(why.law?.isBinding == false)
    }

    @Test("The law's safe target binds RESOLVE around National Day (E58), and both are shown")
    func lawBinds() throws {
        var story = try story { $0.targets.standard[.s3]?.resolve = Budget(8, .workingDays) }
        story.register(at: "2026-09-28T10:00")
        let resolve = try why(story, "RESOLVE", at: "2026-09-28T11:00")
        #expect(resolve.due == local("2026-10-13T18:00"))
        #expect(resolve.adjustments == [.lawTakesPrecedence(budgetDue: local("2026-10-14T18:00"))])
        #expect(
            resolve.law
                == ClockExplanation.LawExplanation(
                    regime: "cn-general", due: local("2026-10-13T23:59:59"), safe: local("2026-10-13T18:00"),
                    internalDue: local("2026-10-14T18:00"), isBinding: true))
        let law = try why(story, "STATUTORY:cn-general", at: "2026-09-28T11:00")
        #expect(law.due == local("2026-10-13T23:59:59"))
        #expect(law.law?.safe == local("2026-10-13T18:00"))
        #expect(law.law?.internalDue == nil)
    }

    @Test("A paused clock: no due, but what is left and the due if work went on now")
    func paused() throws {
        var story = try story { $0.targets.standard[.s3]?.resolve = Budget(450, .businessMinutes) }
        story.begin()
        story.wait(at: "2026-03-02T11:00", until: "2026-03-05T18:00")
        let why = try why(story, "RESOLVE", at: "2026-03-03T11:00")
        #expect(why.state == .paused)
        #expect(why.due == nil)
        #expect(why.remaining == TimeLength(minutes: 330))
        #expect(why.dueIfResumed == local("2026-03-03T18:00"))
        #expect(why.pauses.map(\.counted) == [TimeLength(minutes: 450)])
        #expect(why.steps.map(\.paused).reduce(.zero, +) == TimeLength(minutes: 450))
    }

    @Test("A ratchet keeps the promised due and says what it would have been (E42)")
    func ratchet() throws {
        var story = try story { policy in
            policy.targets.standard[.s3]?.resolve = Budget(450, .businessMinutes)
            policy.targets.standard[.s4]?.resolve = Budget(2250, .businessMinutes)
        }
        story.begin()
        story.ask(.reassess, by: "sue", at: "2026-03-02T14:00", ["severity": "S4", "reason": "no error of ours"])
        let why = try why(story, "RESOLVE", at: "2026-03-02T14:00")
        #expect(why.due == local("2026-03-02T18:00"))
        #expect(why.cause == .lowered)
        #expect(why.promise == "2250bm")
        #expect(why.budget == Budget(450, .businessMinutes))
        #expect(why.adjustments == [.ratchet(wouldBe: local("2026-03-06T18:00"))])
        #expect(why.former.map(\.due) == [local("2026-03-02T18:00")])
    }

    @Test("A grace says what the target would have given (E41)")
    func grace() throws {
        var story = try story { policy in
            policy.targets.standard[.s3]?.resolve = Budget(2250, .businessMinutes)
            policy.targets.standard[.s2]?.resolve = Budget(450, .businessMinutes)
        }
        story.begin()
        story.ask(.reassess, at: "2026-03-03T11:00", ["severity": "S2", "reason": "money lost"])
        let why = try why(story, "RESOLVE", at: "2026-03-03T11:00")
        #expect(why.due == local("2026-03-03T12:00"))
        #expect(why.adjustments == [.grace(wouldBe: local("2026-03-02T18:00"))])
        #expect(why.steps.map(\.counted).reduce(.zero, +) == TimeLength(minutes: 60))
    }

    @Test("An extension, a breach, a clock that was met late and one that does not apply")
    func ended() throws {
        var story = try story()
        story.begin()
        story.ask(
            .extend, by: "sue", at: "2026-03-05T10:00",
            ["until": .instant(local("2026-03-10T18:00")), "reason": "parts", "told": true])
        let extended = try why(story, "RESOLVE", at: "2026-03-05T11:00")
        #expect(extended.adjustments == [.extended(budgetDue: local("2026-03-06T18:00"))])
        #expect(extended.budget == nil)
        #expect(extended.former.map(\.generation) == [1])
        story.fire(at: "2026-03-11T10:00")
        let breached = try why(story, "RESOLVE", at: "2026-03-11T10:00")
        #expect(breached.state == .breached)
        #expect(breached.breachedAt == local("2026-03-10T18:00"))
        #expect(breached.late == local("2026-03-11T10:00") - local("2026-03-10T18:00"))
        #expect((breached.remaining?.microseconds ?? 0) < 0)
        #expect(story.complaint?.why("NONE", at: local("2026-03-11T10:00"), story.centre.rules) == nil)
        var anonymous = try self.story()
        anonymous.ask(
            .register, at: Story.receipt, ["channel": "mail", "summary": "rude", "contact": "anonymous"])
        let nobody = try why(anonymous, "ACK", at: "2026-03-02T10:00")
        #expect(nobody.state == .notApplicable)
        #expect(nobody.due == nil)
        #expect(nobody.steps.isEmpty)
    }

    @Test("A grace of elapsed time is explained as it was counted, at night and on a day off")
    func elapsedGrace() throws {
        var story = try story()
        story.ask(
            .register, at: "2026-05-01T22:00", ["channel": "phone", "summary": "x", "contact": "09123", "live": true])
        story.ask(.assess, at: "2026-05-01T22:10", ["severity": "S1", "category": "fire", "vulnerable": "no"])
        let why = try why(story, "FIRST_RESPONSE", at: "2026-05-01T22:20")
        #expect(why.due == local("2026-05-01T23:10"))
        #expect(why.adjustments == [.grace(wouldBe: local("2026-05-01T23:00"))])
        #expect(why.steps.map(\.counted).reduce(.zero, +) == TimeLength(minutes: 60))
        #expect(why.steps.count == 1)
    }
}
