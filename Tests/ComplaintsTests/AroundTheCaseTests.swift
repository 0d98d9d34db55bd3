import Complaints
import Testing
import WorkingTime

@Suite("What happens around a case")
struct AroundTheCaseTests {
    // MARK: absence

    private func story(_ change: (inout Centre) -> Void) throws -> Story {
        var centre = try Centre()
        change(&centre)
        var story = Story(centre)
        story.begin()
        return story
    }

    private func cover(_ story: Story, at now: String) -> Acceptance? {
        story.complaint.flatMap {
            coverAbsence($0, now: local(now), rules: story.centre.rules, staff: story.centre.staff)
        }
    }

    @Test("Owner away: the supervisor is warned, the backup offered the case, once; the owner stays until accepted")
    func absence() throws {
        var story = try story { $0.staff.people["amy"]?.backup = "bob" }
        #expect(cover(story, at: "2026-03-02T10:00") == nil)
        story.centre.staff.people["amy"]?.isAway = true
        let acceptance = try #require(cover(story, at: "2026-03-02T10:00"))
        #expect(acceptance.events.map(\.type) == [.ownerAbsent, .transferOwner])
        #expect(acceptance.events.allSatisfy { $0.actor == "engine" && $0.role == .timer })
        #expect(
            acceptance.effects.filter { $0.kind == .notice }.map { "\($0.topic?.rawValue ?? "") \($0.target ?? "")" }
                == ["owner_absent sue", "transfer_offered bob"])
        story.complaint = acceptance.complaint
        story.events += acceptance.events
        #expect(story.complaint?.owner == "amy")
        #expect(story.complaint?.pendingTransfer?.to == "bob")
        #expect(replay(story.events, story.centre.rules) == story.complaint)
        #expect(cover(story, at: "2026-03-02T11:00") == nil)
        story.ask(.transferOwner, by: "bob", at: "2026-03-02T11:00", ["to": "bob", "status": "accepted"])
        #expect(story.refusal == nil)
        #expect(story.complaint?.owner == "bob")
        story.centre.staff.people["bob"]?.isAway = true
        #expect(cover(story, at: "2026-03-02T12:00")?.events.map(\.type) == [.ownerAbsent])
    }

    @Test("A disabled owner is away; a superior who is complained of is not told")
    func absentWithoutSuperior() throws {
        var story = try story { _ in }
        story.centre.staff.people["amy"]?.isActive = false
        story.centre.staff.people["sue"]?.isAway = true
        story.centre.staff.duty["supervisor"] = ["sam"]
        #expect(cover(story, at: "2026-03-02T10:00")?.events.map { $0.fields.text("target") } == ["sam"])
        story.centre.staff.duty["supervisor"] = []
        #expect(cover(story, at: "2026-03-02T10:00")?.events.map { $0.fields.text("target") } == ["supervisor"])
    }

    // MARK: mass events

    private func cases(_ count: Int, minutesApart: Int64) -> [SimilarCase] {
        (0..<count).map {
            SimilarCase(
                caseNumber: CaseNumber(year: 2026, sequence: $0 + 1),
                receivedAt: local("2026-03-02T09:00") + TimeLength(minutes: Int64($0) * minutesApart))
        }
    }

    @Test("Twenty similar cases within 24 hours are one problem; nineteen, or a slower twenty, are not")
    func massEvent() throws {
        let rules = try Centre().rules
        #expect(MassEvent.among(cases(19, minutesApart: 1), rules) == nil)
        let event = try #require(MassEvent.among(cases(20, minutesApart: 1).reversed(), rules))
        #expect(event.reference == "PROBLEM-TL-2026-000001")
        #expect(event.cases.map(\.sequence) == Array(1...20))
        // The first is exactly 24 hours older than the last of twenty: 19 steps of 1440 / 19 minutes.
        #expect(MassEvent.among(cases(20, minutesApart: 75), rules) != nil)
        #expect(MassEvent.among(cases(20, minutesApart: 76), rules) == nil)
    }

    @Test("Each case of a problem is linked once, by the engine, and its owner told")
    func linked() throws {
        let story = try story { _ in }
        let complaint = try #require(story.complaint)
        #expect(complaint.similarityKey == "billing\u{1F}\u{1F}CN")
        let event = MassEvent(reference: "PROBLEM-TL-2026-000001", cases: [])
        let acceptance = try #require(
            linkToProblem(complaint, event, now: local("2026-03-02T10:00"), rules: story.centre.rules))
        #expect(acceptance.complaint.links == [CaseLink(to: "PROBLEM-TL-2026-000001", relation: .problem)])
        #expect(acceptance.effects.map(\.topic) == [.massEvent])
        #expect(acceptance.effects.map(\.target) == ["amy"])
        #expect(
            linkToProblem(acceptance.complaint, event, now: local("2026-03-02T11:00"), rules: story.centre.rules)
                == nil)
    }

    // MARK: the clock

    private func boot(_ minutes: Int64) -> TimeLength { TimeLength(minutes: minutes) }

    @Test("A clock that goes with the uptime is sound, however long the engine slept")
    func soundClock() {
        var watch = ClockWatch(lastSeen: local("2026-03-02T09:00"))
        #expect(watch.look(now: local("2026-03-05T09:00"), sinceBoot: boot(5)) == .sound)
        #expect(watch.look(now: local("2026-03-05T15:00"), sinceBoot: boot(365)) == .sound)
    }

    @Test("Backwards more than two seconds nothing fires; before the last time seen a start is refused")
    func backward() {
        var start = ClockWatch(lastSeen: local("2026-03-02T09:10"))
        #expect(start.look(now: local("2026-03-02T09:00"), sinceBoot: boot(5)) == .backward(boot(10)))
        #expect(start.look(now: local("2026-03-02T09:09"), sinceBoot: boot(14)) == .sound)
        var watch = ClockWatch(lastSeen: nil)
        let now = local("2026-03-02T10:00")
        #expect(watch.look(now: now, sinceBoot: boot(5)) == .sound)
        let second = TimeLength(seconds: 1)
        #expect(watch.look(now: now - second - second, sinceBoot: boot(5)) == .sound)
        let back = TimeLength(seconds: 3)
        #expect(watch.look(now: now - second - second - back, sinceBoot: boot(5)) == .backward(back))
    }

    @Test("Forwards more than an hour a person is asked; until then nothing fires")
    func forward() {
        var watch = ClockWatch(lastSeen: nil)
        #expect(watch.look(now: local("2026-03-02T10:00"), sinceBoot: boot(5)) == .sound)
        #expect(watch.look(now: local("2026-03-05T10:01"), sinceBoot: boot(6)) == .forward(boot(3 * 24 * 60)))
        #expect(watch.look(now: local("2026-03-05T10:31"), sinceBoot: boot(36)) == .forward(boot(3 * 24 * 60)))
        watch.confirm(now: local("2026-03-05T10:32"), sinceBoot: boot(37))
        #expect(watch.look(now: local("2026-03-05T10:33"), sinceBoot: boot(38)) == .sound)
    }

    @Test("Apart from the uptime by more than two minutes it is held for ten, or until a person says go")
    func doubtful() {
        var watch = ClockWatch(lastSeen: nil)
        #expect(watch.look(now: local("2026-03-02T10:00"), sinceBoot: boot(5)) == .sound)
        let doubt = ClockWatch.Verdict.doubtful(boot(30), heldUntil: boot(16))
        #expect(watch.look(now: local("2026-03-02T10:31"), sinceBoot: boot(6)) == doubt)
        #expect(watch.look(now: local("2026-03-02T10:40"), sinceBoot: boot(15)) == doubt)
        #expect(watch.look(now: local("2026-03-02T10:41"), sinceBoot: boot(16)) == .sound)
    }
}
