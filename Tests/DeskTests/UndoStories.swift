import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Complaints
@testable import Desk

@Suite struct UndoStories {
    private func opened() -> Story {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.clearEffects()
        return story
    }

    /// A desk on which the event has just been taken, as the case is after it.
    private func done(_ event: EventType, _ change: (inout Complaint) -> Void = { _ in }) -> Story {
        var story = opened()
        var after = Sample.brakes
        after.version = 5
        change(&after)
        let request = story.desk.nextRequest()
        story.desk.writes[request] = .direct(after.caseNumber, event)
        story.send(.complaintDone(request: request, after.caseNumber, event, after: after))
        story.clearEffects()
        return story
    }

    private func command(_ type: EventType, _ fields: [String: String], version: Int? = 5) -> ComplaintCommand {
        ComplaintCommand(
            target: .existing(Sample.brakes.caseNumber, expectedVersion: version), type: type, fields: fields)
    }

    private func sent(_ story: Story) -> [ComplaintCommand] {
        story.writes.compactMap { if case .complaint(_, let command) = $0 { command } else { nil } }
    }

    @Test func `a saved note that is taken back has its text in the field again`() {
        var story = opened()
        story.press(.tab)
        story.type("one")
        story.press(.control("s"))
        story.type("1")
        story.send(.noteSaved(request: story.desk.lastRequest, undo: "note:17:1:1"))
        #expect(story.desk.note.isEmpty)
        story.press(.control("z"))
        #expect(story.desk.note.isEmpty)
        story.send(.undone(request: story.desk.lastRequest))
        #expect(story.desk.note.text.text == "one")
        #expect(story.desk.note.wrapUp == "answered")
        #expect(story.effects.contains(.saveDraft(.customer(Sample.wangID), text: "one", wrapUp: "answered")))
    }

    @Test(arguments: [EventType.wait, .defer]) func `waiting is taken back by going on`(event: EventType) {
        var story = done(event)
        #expect(story.screen.contains("8秒内可撤销 Ctrl-Z"))
        story.press(.control("z"))
        #expect(sent(story) == [command(.resume, ["reason": "登记有误，已收回"])])
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.brakes.caseNumber, .resume))
        #expect(story.desk.notice?.text == .undone)
        #expect(story.desk.undo == nil)
    }

    @Test func `a note on a case is corrected, whatever happened since`() {
        var story = done(.note)
        story.press(.control("z"))
        #expect(sent(story) == [command(.correct, ["seq": "5", "text": "登记有误，已收回"], version: nil)])
    }

    @Test func `a merge is unmerged, a task is recalled`() {
        var merged = done(.merge)
        merged.press(.control("z"))
        #expect(sent(merged) == [command(.unmerge, ["reason": "登记有误，已收回"])])
        var story = done(.dispatch) { after in
            after.tasks = [
                UnitTask(
                    number: 1, unit: "north", summary: "x", area: nil, skill: nil, due: nil, status: .sent,
                    sentAt: Sample.now, proof: nil)
            ]
        }
        story.press(.control("z"))
        #expect(sent(story) == [command(.taskUpdate, ["task": "1", "status": "recalled", "note": "登记有误，已收回"])])
    }

    @Test func `an assignment that was not answered is taken over and declined, so that the offer is gone`() {
        var story = done(.transferOwner) { after in
            after.pendingTransfer = PendingTransfer(to: "bob", from: "王芳", offeredBy: "0217", offeredAt: Sample.now)
        }
        story.press(.control("z"))
        #expect(
            sent(story) == [
                command(.transferOwner, ["to": "0217", "status": "offered"]),
                command(.transferOwner, ["to": "0217", "status": "declined"], version: nil),
            ])
    }

    @Test func `claimed cases are offered back, each to whoever had it`() {
        var story = Story(Sample.supervisor())
        story.send(.openQueue)
        story.press(.down)
        story.press(.character(" "), .down, .character(" "))
        story.clearEffects()
        story.press(.control("t"))
        for _ in 0..<2 {
            for case .complaint(let request, let command) in story.writes {
                guard case .existing(let number, _) = command.target else { continue }
                var after = Sample.brakes
                after.caseNumber = number
                after.owner = "0003"
                after.version = 6
                story.send(.complaintDone(request: request, number, .transferOwner, after: after))
            }
        }
        story.clearEffects()
        story.press(.control("z"))
        let fields = sent(story).map(\.fields)
        #expect(fields == [["to": "王芳", "status": "offered"], ["to": "王芳", "status": "offered"]])
    }

    @Test(arguments: EventType.commandable) func `every event has a way back or a sentence why not`(event: EventType) {
        var story = done(event) { after in
            after.escalations = []
        }
        let possible = story.desk.undoEndsAt != nil
        #expect(story.screen.contains("内可撤销") == possible)
        story.press(.control("z"))
        if possible {
            #expect(!sent(story).isEmpty)
        } else {
            #expect(sent(story).isEmpty)
            #expect(story.desk.notice?.text == .disabled(.cannotUndo(event)))
            for language in Language.allCases {
                #expect(!Wording(language).sentence(.disabled(.cannotUndo(event))).isEmpty)
            }
        }
    }

    @Test func `what was refused since says so and takes nothing back`() {
        var story = done(.wait)
        story.press(.control("z"))
        story.send(.complaintRefused(request: story.desk.lastRequest, Refusal(.staleVersion)))
        #expect(story.desk.notice?.kind == .error)
        #expect(story.desk.notices.allSatisfy { $0.text != .undone })
    }

    @Test func `a deleted view comes back with Ctrl-Z`() {
        let view = SavedView(name: "夜班", filter: QueueFilter(view: .overdue))
        var story = Story(Sample.supervisor())
        story.send(.openQueue)
        story.desk.queue?.views = [view]
        story.press(.function(4))
        guard case .choice(let list)? = story.desk.topOverlay,
            let row = list.items.firstIndex(where: { $0.label == .plain("夜班") })
        else {
            Issue.record("the view is not listed")
            return
        }
        for _ in 0..<row { story.press(.down) }
        story.press(.delete)
        #expect(story.writes.last == .removeView(request: story.desk.lastRequest, name: "夜班"))
        story.isSlow = true
        story.send(.viewsChanged(request: story.desk.lastRequest))
        #expect(story.screen.contains("已删除视图：夜班"))
        story.press(.control("z"))
        #expect(story.writes.last == .saveView(request: story.desk.lastRequest, view))
    }
}
