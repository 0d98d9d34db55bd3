import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

@Suite struct NoteStories {
    /// The desk with Wang open and nothing counted yet.
    private func opened() -> Story {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.clearEffects()
        story.startCounting()
        return story
    }

    @Test func `a note is saved with two keys besides its text and the step into it`() {
        var story = opened()
        story.press(.tab)
        story.type("已承诺")
        story.press(.control("s"))
        #expect(story.desk.choiceTitle == .wrapUp)
        story.type("2")
        #expect(story.keystrokes - 3 == 3)
        #expect(
            story.writes == [
                .saveNote(
                    request: story.desk.lastRequest,
                    NoteToSave(customer: Sample.wangID, text: "已承诺", wrapUp: "call_back"))
            ])
    }

    @Test func `the wrap-up line takes a digit and Enter`() {
        var story = opened()
        story.press(.tab)
        story.type("x")
        story.press(.tab)
        story.type("3")
        story.press(.enter)
        #expect(
            story.writes == [
                .saveNote(
                    request: story.desk.lastRequest, NoteToSave(customer: Sample.wangID, text: "x", wrapUp: "complaint")
                )
            ])
    }

    @Test func `codes of two digits are chosen with both`() {
        var story = opened()
        story.desk.wrapUpCodes = (1...15).map { WrapUpCode(id: "c\($0)", label: Phrase("甲", "甲", "a")) }
        story.press(.tab, .tab)
        story.type("12")
        #expect(story.desk.note.wrapUp == "c12")
        story.press(.tab, .backTab)
        story.type("9")
        #expect(story.desk.note.wrapUp == "c9")
        story.press(.tab, .backTab)
        story.type("99")
        #expect(story.desk.note.wrapUp == "c9")
    }

    @Test func `a draft goes to the journal with every change and survives switching customers`() {
        var story = opened()
        story.press(.tab)
        story.type("急")
        #expect(story.effects == [.saveDraft(.customer(Sample.wangID), text: "急", wrapUp: nil)])
        story.found = [Sample.zhaoMatch]
        story.press(.function(2))
        story.type("139")
        story.press(.enter)
        #expect(story.desk.customer?.id == CustomerID(5))
        #expect(story.desk.note.isEmpty)
        story.press(.function(4))
        #expect(story.screen.contains("草稿"))
        story.type("2")
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.note.text.text == "急")
    }

    @Test func `a note that could not be saved comes back in front of what was typed since`() {
        var story = opened()
        story.press(.tab)
        story.type("one")
        story.press(.control("s"))
        story.type("1")
        let request = story.desk.lastRequest
        #expect(story.desk.note.isEmpty)
        story.type("two")
        #expect(
            story.effects.last == .saveDraft(.customer(Sample.wangID), text: "one\ntwo", wrapUp: nil))
        story.send(.writeFailed(request: request, .diskFull(path: "/x")))
        #expect(story.desk.note.text.text == "one\ntwo")
        #expect(story.desk.note.wrapUp == "answered")
        #expect(story.desk.notice?.kind == .error)
    }

    @Test func `once the note is kept its draft leaves the journal and the history is read again`() {
        var story = opened()
        story.press(.tab)
        story.type("one")
        story.press(.control("s"))
        story.type("1")
        let request = story.desk.lastRequest
        story.clearEffects()
        story.isSlow = true
        story.send(.noteSaved(request: request, undo: "t"))
        #expect(
            story.effects == [
                .discardDraft(.customer(Sample.wangID)),
                .loadCard(request: request + 1, customer: Sample.wangID, timelineLimit: OpenCustomer.timelineFirst),
            ])
        #expect(story.screen.contains("已保存备注：王建国"))
        #expect(story.screen.contains("8秒内可撤销 Ctrl-Z"))
    }

    @Test func `Ctrl-Z takes the last write back within eight seconds and not after`() {
        var story = opened()
        story.press(.tab)
        story.type("one")
        story.press(.control("s"))
        story.type("1")
        story.send(.noteSaved(request: story.desk.lastRequest, undo: "t"))
        var late = story
        story.press(.control("z"))
        #expect(story.writes.last == .undo(request: story.desk.lastRequest, token: "t"))
        late.send(.tick(Instant(seconds: Sample.now.seconds + 8)))
        let before = late.writes
        late.press(.control("z"))
        #expect(late.writes == before)
        #expect(late.screen.contains("没有可撤销的操作"))
    }

    @Test func `Ctrl-C empties the note and Ctrl-Z brings it back`() {
        var story = opened()
        story.press(.tab)
        story.type("keep me")
        story.press(.control("c"))
        #expect(story.desk.note.isEmpty)
        #expect(story.effects.last == .discardDraft(.customer(Sample.wangID)))
        story.press(.control("z"))
        #expect(story.desk.note.text.text == "keep me")
    }

    @Test func `a note begun before the customer is known goes along`() {
        var story = Story()
        story.press(.tab)
        story.type("foo")
        story.press(.function(2))
        story.type("8000")
        story.press(.enter)
        #expect(story.desk.drafts[.customer(Sample.wangID)]?.text.text == "foo")
        #expect(story.desk.drafts[.unassigned] == nil)
    }

    @Test func `a message leaves after six seconds, an error with the next key`() {
        var story = opened()
        story.send(.notice(.done, .copied("x")))
        story.send(.tick(Instant(microseconds: Sample.now.microseconds + 5_999_999)))
        #expect(story.desk.notice != nil)
        #expect(story.desk.wakeAt == Instant(seconds: Sample.now.seconds + 6))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 6)))
        #expect(story.desk.notice == nil)
        story.send(.notice(.error, .fault(.staleVersion)))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 600)))
        #expect(story.desk.notice != nil)
        story.press(.down)
        #expect(story.desk.notice == nil)
        #expect(story.desk.notices.count == 2)
    }
}
