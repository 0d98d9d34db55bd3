import Complaints
import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

/// Two people, one case: what this desk says of itself, and what it shows of others.
@Suite struct ColleagueStories {
    private func story(_ language: Language = .simplified, supervisor: Bool = false) -> Story {
        var state = supervisor ? Sample.supervisor(language) : Sample.state(language)
        state.hasColleagues = true
        return Story(state)
    }

    private func said(_ story: Story) -> [Whereabouts] {
        story.effects.compactMap { if case .announce(let place, _) = $0 { place } else { nil } }
    }

    private func seen(
        _ login: String, customer: CustomerID? = nil, case number: CaseNumber? = nil, isEditing: Bool = false,
        status: String = "on_call", seconds: Int64 = 15
    ) -> Sighting {
        Sighting(
            login: login, takesCalls: true,
            whereabouts: Whereabouts(customer: customer, caseNumber: number, isEditing: isEditing, status: status),
            goneAt: Instant(seconds: Sample.now.seconds + seconds))
    }

    @Test func `opening a customer, a case and a form is said each time`() {
        var story = story()
        story.type("8000")
        story.press(.enter)
        let number = Sample.brakesFile.complaint.caseNumber
        story.press(.tab, .tab, .tab, .enter)
        story.press(.enter)
        let customer = Sample.wangID
        #expect(
            said(story) == [
                Whereabouts(customer: nil, caseNumber: nil, isEditing: false, status: "ready"),
                Whereabouts(customer: customer, caseNumber: nil, isEditing: false, status: "ready"),
                Whereabouts(customer: customer, caseNumber: number, isEditing: false, status: "ready"),
                Whereabouts(customer: customer, caseNumber: number, isEditing: true, status: "ready"),
            ])
    }

    @Test func `with something open the desk says so every five seconds, with nothing only at the minute`() {
        var story = story()
        story.send(.tick(Sample.now))
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 60))
        story.type("8000")
        story.press(.enter)
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 5))
        story.clearEffects()
        story.send(.tick(Instant(seconds: Sample.now.seconds + 4)))
        #expect(said(story) == [])
        story.send(.tick(Instant(seconds: Sample.now.seconds + 5)))
        #expect(said(story).count == 1)
        story.press(.function(3), .function(3))
        story.clearEffects()
        story.send(.tick(Instant(seconds: Sample.now.seconds + 30)))
        #expect(said(story) == [])
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 60))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 60)))
        #expect(said(story).count == 1)
    }

    @Test func `a colleague on the same customer stands on the upper rule and nothing moves`() {
        var story = story()
        story.type("8000")
        story.press(.enter)
        let before = story.desk.render().plainRows
        story.send(.sighted([seen("bob", customer: Sample.wangID), seen("carol", customer: CustomerID(5))]))
        let after = story.desk.render().plainRows
        #expect(after[3].contains("同时打开：bob 查看中"))
        #expect(!after[3].contains("carol"))
        #expect(before.indices.filter { before[$0] != after[$0] } == [3])
    }

    @Test func `on a case it is told who fills in a form; the same person at two desks is one`() {
        var story = story(.english)
        story.type("8000")
        story.press(.enter)
        story.press(.tab, .tab, .tab, .enter)
        let number = Sample.brakesFile.complaint.caseNumber
        story.send(
            .sighted([
                seen("bob", case: number), seen("bob", case: number, isEditing: true), seen("dora", case: number),
            ]))
        #expect(story.screen.contains("also open: bob editing, dora viewing"))
    }

    @Test func `who has not been heard of for fifteen seconds is gone`() {
        var story = story()
        story.type("8000")
        story.press(.enter)
        story.send(.sighted([seen("bob", customer: Sample.wangID)]))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 14)))
        #expect(story.screen.contains("bob 查看中"))
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 15))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 15)))
        #expect(!story.screen.contains("bob"))
    }

    @Test func `the queue shows who is at a row, and counts the agents in the call row`() {
        var story = story(supervisor: true)
        story.send(.openQueue)
        story.send(
            .sighted([
                seen("bob", case: Sample.queueCase(2), isEditing: true), seen("dora", status: "ready"),
                seen("eve", status: "break"),
            ]))
        let rows = story.desk.render().plainRows
        #expect(rows[1].contains("坐席  通话 1  就绪 1  小休 1"))
        #expect(rows.contains { $0.contains("26-000002") && $0.contains("bob 填写中") })
        story.press(.down)
        #expect(story.screen.contains("同时打开：bob 填写中"))
        #expect(story.desk.queue?.selected == Sample.queueCase(2))
    }

    @Test func `without a place to say it the desk works and says nothing more`() {
        var story = story()
        story.type("8000")
        story.press(.enter)
        story.send(.sighted(nil))
        story.clearEffects()
        story.send(.tick(Instant(seconds: Sample.now.seconds + 59)))
        story.press(.tab)
        #expect(said(story) == [])
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 60))
    }
}
