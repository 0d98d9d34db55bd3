import Complaints
import Customers
import Dossier
import Foundation
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

/// The commonest tasks, run from their keys.
@Suite struct KeystrokeStories {
    @Test(arguments: KeyRecipe.all) func `a task takes no more keys than it may and does what it says`(
        recipe: KeyRecipe
    ) throws {
        #expect(recipe.keyCount <= recipe.keysMax)
        var story = self.story(at: recipe.start)
        story.clearEffects()
        story.startCounting()
        var typed = 0
        for step in recipe.steps {
            switch step {
            case .key(let key): story.press(key)
            case .text(let phrase):
                let text = phrase.english.contains("digit") ? "1" : phrase.english.contains("number") ? "8000" : "词"
                typed += text.unicodeScalars.count
                story.type(text)
            }
        }
        #expect(story.keystrokes - typed == recipe.keyCount)
        #expect(story.desk.overlays.isEmpty || story.desk.topForm?.pendingRequest != nil, "\(recipe.task.english)")
        #expect(outcome(of: story) == Self.expected[recipe.task.english])
    }

    /// What each task asks of the world in the end.
    private static let expected: [String: String] = [
        "Look up and open by phone": "open C000017", "Note with wrap-up": "note answered",
        "Register a complaint from the note": "register", "Resolve within authority": "resolve_now",
        "Escalate": "escalate", "Claim": "accept_escalation", "Assign": "transfer_owner",
        "Approve": "decide_escalation", "Promise a call-back": "promise",
        "Open the most urgent promised call": "open C000017",
        "Record a promised call": "not_reached",
    ]

    private func outcome(of story: Story) -> String? {
        for effect in story.writes.reversed() {
            switch effect {
            case .saveNote(_, let note): return "note \(note.wrapUp)"
            case .complaint(_, let command): return command.type.rawValue
            case .promiseCall: return "promise"
            case .recordCall(_, _, let result): return result.rawValue
            default: continue
            }
        }
        return story.desk.customer.map { "open \($0.id)" }
    }

    @Test func `the documentation lists every task with its keys as they are`() throws {
        let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try String(contentsOfFile: "/\(path)/Sources/Desk/Desk.docc/Keystrokes.md", encoding: .utf8)
        for recipe in KeyRecipe.all {
            let keys = Wording.english.keys(of: recipe)
            let line = "| \(recipe.task.english) | \(recipe.keyCount) | \(recipe.keysMax) | \(keys) |"
            #expect(page.contains(line), "\(line)")
        }
    }

    private func story(at start: KeyRecipe.Start) -> Story {
        if start == .queue {
            var story = Story(Sample.supervisor())
            story.send(.openQueue)
            return story
        }
        var story = Story()
        story.promised = [Sample.callBack]
        story.send(.storeChanged)
        guard start != .desk else { return story }
        if start == .promise {
            story.press(.control("n"))
            story.type("1")
            return story
        }
        story.type("8000")
        story.press(.enter)
        if start == .note {
            story.press(.tab)
            story.type("异响")
        }
        if start == .caseScreen {
            story.caseFile.complaint.state = .acknowledged
            story.press(.tab, .tab, .tab, .enter)
        }
        return story
    }
}
