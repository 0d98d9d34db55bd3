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
}
