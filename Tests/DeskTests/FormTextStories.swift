import TerminalKit
import Testing

@testable import Desk

/// Text that comes where a form has no place for it.
@Suite struct FormTextStories {
    /// The form of a new complaint, the keyboard on the line that sends.
    private func onSendLine() -> Story {
        var story = Story()
        story.type("8000")
        story.press(.enter, .function(6), .backTab)
        return story
    }

    @Test func `typed or pasted on the line that sends, it is refused aloud and changes no field`() {
        for event in [DeskMessage.key(.character("异")), .paste(Paste(text: "刹车异响"))] {
            var story = onSendLine()
            #expect(story.desk.topForm?.isOnSendLine == true)
            let before = story.desk.topForm?.fields
            story.send(event)
            #expect(story.screen.contains("这里不能输入文字"))
            #expect(story.desk.topForm?.fields == before)
        }
    }

    @Test func `pasted into a field with a list, it is refused aloud`() {
        var story = onSendLine()
        story.press(.tab, .tab)
        #expect(story.desk.topForm?.fields[1].choices.isEmpty == false)
        story.send(.paste(Paste(text: "电话")))
        #expect(story.screen.contains("这里不能输入文字"))
    }
}
