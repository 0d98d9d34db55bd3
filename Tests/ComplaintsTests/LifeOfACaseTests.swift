import Complaints
import Money
import Testing
import WorkingTime

@Suite("The life of a case")
struct LifeOfACaseTests {
    @Test("A live call is acknowledged in the same decision; assessed, resolved, followed up and closed by its owner")
    func wholeLife() throws {
        var story = Story(try Centre())
        story.register(["live": true])
        #expect(story.refusal == nil)
        #expect(story.events.map(\.type) == [.register, .acknowledge])
        #expect(story.state == .acknowledged)
        story.assess()
        #expect(story.refusal == nil)
        #expect(story.state == .inProgress)
        story.resolve()
        #expect(story.refusal == nil)
        #expect(story.state == .resolved)
        story.ask(.followUp, at: "2026-03-04T11:00", ["reached": true, "satisfied": "yes", "score": 5])
        #expect(story.refusal == nil)
        story.close()
        #expect(story.refusal == nil)
        #expect(story.state == .closed)
        #expect(story.complaint?.version == 6)
        #expect(story.complaint.map { $0 == replay(story.events, story.centre.rules) } == true)
    }
}
