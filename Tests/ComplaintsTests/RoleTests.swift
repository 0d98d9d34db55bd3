import Complaints
import Testing
import WorkingTime

@Suite("Who may do what")
struct RoleTests {
    static let everydayEvents: [EventType] = [
        .reassess, .note, .contact, .escalate, .wait, .withdraw, .dispatch, .externalCase, .link, .correct,
    ]
    static let decisionEvents: [EventType] = [.resolve, .offerRemedy]
    static let supervisoryEvents: [EventType] = [.defer, .extend, .merge, .transferOwner]

    /// Whether a person gets past the role check on amy's case in progress.
    private func passes(_ event: EventType, _ login: String) throws -> Bool {
        let complaint = try MatrixTests.complaint(in: .inProgress)
        let centre = try Centre()
        let decision = decide(
            complaint, centre.command(event, by: login, at: local("2026-03-02T10:00"), [:]), centre.context)
        guard case .refused(let refusal) = decision else { return true }
        return refusal.code != .forbiddenRole
    }

    @Test(
        "An agent works on own cases, a supervisor on the team's, managers, directors and compliance on all",
        arguments: everydayEvents)
    func everyday(_ event: EventType) throws {
        #expect(try ["amy", "sue", "max", "dora", "cleo"].filter { try !passes(event, $0) } == [])
        #expect(try ["bob", "sam", "uma", "aud"].filter { try passes(event, $0) } == [])
    }

    @Test("Decisions too, and compliance decides no case of its own", arguments: decisionEvents)
    func decisions(_ event: EventType) throws {
        #expect(try ["amy", "sue", "max", "dora", "cleo"].filter { try !passes(event, $0) } == [])
        #expect(try ["bob", "sam", "uma", "aud"].filter { try passes(event, $0) } == [])
        var own = try MatrixTests.complaint(in: .inProgress)
        own?.owner = "cleo"
        let centre = try Centre()
        let decision = decide(
            own, centre.command(event, by: "cleo", at: local("2026-03-02T10:00"), [:]), centre.context)
        guard case .refused(let refusal) = decision else {
            Issue.record("Compliance decided its own case")
            return
        }
        #expect(refusal.code == .forbiddenRole)
    }

    @Test("Agents neither defer nor extend, merge or give cases away", arguments: supervisoryEvents)
    func supervisory(_ event: EventType) throws {
        #expect(try ["sue", "sam", "max", "dora", "cleo"].filter { try !passes(event, $0) } == [])
        #expect(try ["amy", "bob", "uma", "aud"].filter { try passes(event, $0) } == [])
    }

    @Test("An agent raises severity but does not lower it")
    func severity() throws {
        var story = Story(try Centre())
        story.begin()
        story.ask(.reassess, at: "2026-03-02T10:00", ["severity": "S4", "reason": "no error of ours"])
        #expect(story.code == .forbiddenRole)
        #expect(story.refusal?.lowestRole == .supervisor)
        story.ask(.reassess, at: "2026-03-02T10:00", ["severity": "S2", "reason": "money is lost"])
        #expect(story.refusal == nil)
        story.ask(.reassess, by: "sue", at: "2026-03-02T10:10", ["severity": "S4", "reason": "no error of ours"])
        #expect(story.refusal == nil)
        #expect(story.events.last?.role == .supervisor)
    }

    @Test("Expiry of offers is the timer's alone")
    func expiry() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(1_000)
        story.ask(.offerExpired, by: "dora", at: "2026-03-10T10:00", ["offer": 1])
        #expect(story.code == .forbiddenRole)
        story.ask(.offerExpired, by: "engine", at: "2026-03-10T10:00", ["offer": 1])
        #expect(story.refusal == nil)
        #expect(story.complaint?.offers.map(\.state) == [.expired])
    }

    @Test("The least role that suffices is written to the trail")
    func leastRole() throws {
        var story = Story(try Centre())
        story.centre.staff.people["amy"]?.roles = [.agent, .supervisor]
        story.begin()
        story.offer(10_000)
        #expect(story.events.last?.role == .agent)
        story.offer(90_000, at: "2026-03-02T10:10")
        #expect(story.refusal == nil)
        #expect(story.events.last?.role == .supervisor)
    }

    @Test(
        "A task belongs to its unit: workers of none or another are refused, in a simulation strangers are not",
        arguments: [
            ("station-1", true, false, true), ("station-2", true, false, false), (nil, true, false, false),
            (nil, true, true, false), (nil, false, true, true), (nil, false, false, false),
        ] as [(String?, Bool, Bool, Bool)])
    func unitTask(_ unit: String?, _ isKnown: Bool, _ knowsEverybody: Bool, _ may: Bool) throws {
        var story = Story(try Centre())
        story.begin()
        story.ask(.dispatch, at: "2026-03-02T10:00", ["summary": "look", "unit": "station-1"])
        story.centre.staff.people["uma"] = isKnown ? .init(login: "uma", roles: [.unit], unit: unit) : nil
        story.centre.staff.knowsEverybody = knowsEverybody
        var command = story.centre.command(
            .taskUpdate, by: "uma", at: local("2026-03-02T10:05"), ["task": 1, "status": "accepted"])
        command.roles = [.unit]
        guard case .refused(let refusal) = decide(story.complaint, command, story.centre.context) else {
            #expect(may)
            return
        }
        #expect(!may)
        #expect(refusal.code == .forbiddenRole)
    }
}
