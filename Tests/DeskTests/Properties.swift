import Complaints
import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

/// Numbers that are the same on every run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
    }
}

@Suite struct Properties {
    private static let keys: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .control("p"), .control("s"), .control("z"), .control("y"), .control("l"), .control("c"),
            .control("w"), .insert, .named(.right, .control),
        ] + (1...12).map(Key.function)

    private func key(_ dice: inout Dice) -> Key {
        if dice.roll(3) == 0 { return Self.keys[dice.roll(Self.keys.count)] }
        let letters: [Unicode.Scalar] = [
            "0", "1", "2", "4", "8", "+", "-", "*", "/", " ", "a", "王", "１", "é", "\u{301}",
        ]
        return .character(letters[dice.roll(letters.count)])
    }

    private func message(_ dice: inout Dice, _ story: Story) -> DeskMessage? {
        switch dice.roll(24) {
        case 0: return .resize(Size(columns: dice.roll(301), rows: dice.roll(101)))
        case 1: return .ring(dice.roll(2) == 0 ? Sample.call : nil)
        case 2: return .tick(Instant(microseconds: story.desk.now.microseconds + Int64(dice.roll(9_000_000))))
        case 3: return .writeFailed(request: story.desk.lastRequest, .diskFull(path: "/x"))
        case 4: return .noteSaved(request: story.desk.lastRequest, undo: "t")
        case 5: return .complaintDone(request: story.desk.lastRequest, Sample.brakes.caseNumber, .note)
        case 6: return .storeChanged
        case 7: return .paste(Paste(text: "粘贴\n12"))
        case 8: return .cardFailed(request: story.desk.lastRequest, .unknownCustomer(CustomerID(3)))
        default: return nil
        }
    }

    @Test(arguments: 0..<30)
    func `random keys and messages at random sizes never trap, and the cursor is on the screen`(seed: Int) {
        var dice = Dice(seed: UInt64(seed + 1))
        var story = Story(
            Sample.state(Language.allCases[seed % 3], columns: 60 + dice.roll(140), rows: 16 + dice.roll(50)))
        for _ in 0..<250 {
            if let message = message(&dice, story) {
                story.send(message)
            } else {
                story.found = [[], [Sample.wangMatch], [Sample.wangMatch, Sample.smithMatch]][dice.roll(3)]
                story.isSlow = dice.roll(10) == 0
                story.press(key(&dice))
            }
            #expect(story.desk.paneOrder.contains(story.desk.focus))
            let grid = story.desk.render()
            #expect(grid.size.columns == story.desk.size.columns)
            let layout = Layout(story.desk)
            guard !layout.isTooSmall else { continue }
            guard let cursor = grid.cursor else {
                Issue.record(
                    "no cursor: focus \(story.desk.focus), overlay \(String(describing: story.desk.topOverlay))")
                return
            }
            #expect(cursor.row < grid.size.rows && cursor.column < grid.size.columns)
            if story.desk.overlays.isEmpty, story.desk.focus != .lookup, !story.desk.isZoomed {
                #expect(layout.panes[story.desk.focus] != nil)
            }
        }
    }

    @Test(arguments: 0..<40)
    func `what is typed into a note is never lost, whatever else happens`(seed: Int) {
        var dice = Dice(seed: UInt64(seed + 1))
        var story = Story()
        story.type("8000")
        story.press(.enter)
        var typed: Set<String> = []
        var failed: Set<Int> = []
        for step in 0..<60 {
            let word = "w\(seed)x\(step)y"
            story.press(.function(2), .tab)
            #expect(story.desk.focus == .note)
            story.press(.control("e"))
            story.type(word)
            typed.insert(word)
            for _ in 0..<dice.roll(6) {
                let safe: [Key] = [
                    .escape, .function(1), .function(3), .function(4), .function(9), .function(10), .tab, .pageDown,
                ]
                story.press(safe[dice.roll(safe.count)])
                if story.desk.choiceTitle == .confirmLogOut { story.press(.escape) }
            }
            switch dice.roll(5) {
            case 0:
                story.found = [[Sample.wangMatch], [Sample.zhaoMatch]][dice.roll(2)]
                story.press(.function(2), .control("c"))
                story.type("1")
                story.press(.enter)
            case 1:
                story.press(.function(2), .tab, .control("s"))
                if story.desk.choiceTitle == .wrapUp { story.type("1") }
                let request = story.desk.lastRequest
                if dice.roll(2) == 0 {
                    failed.insert(request)
                    story.send(.writeFailed(request: request, .diskFull(path: "/x")))
                }
            default: break
            }
        }
        let drafts = story.desk.drafts.values.map(\.text.text)
        let saved = story.effects.compactMap {
            if case .saveNote(let request, let note) = $0, !failed.contains(request) { note.text } else { nil }
        }
        let kept = (drafts + saved).joined(separator: "\n")
        for word in typed { #expect(kept.contains(word), "\(word)") }
    }

    @Test func `every size from 1x1 to 300x100 draws`() {
        var story = Story(Sample.state())
        story.type("8000")
        story.press(.enter, .tab)
        story.type("客户要求今天 18:00 前由主管回电, 已承诺。")
        var scenes = [story.desk]
        story.press(.tab, .tab, .enter)
        scenes.append(story.desk)
        story.press(.function(10))
        scenes.append(story.desk)
        story.press(.escape, .function(6))
        scenes.append(story.desk)
        let columns = [1, 2, 5, 20, 59, 60, 61, 75, 76, 79, 80, 81, 111, 112, 120, 149, 150, 169, 170, 200, 300]
        let rows = [1, 2, 3, 4, 7, 15, 16, 17, 18, 19, 20, 23, 24, 25, 40, 60, 100]
        for scene in scenes {
            var scene = scene
            for column in columns {
                for row in rows {
                    _ = scene.update(.resize(Size(columns: column, rows: row)))
                    let grid = scene.render()
                    #expect(grid.cells.count == column * row)
                }
            }
        }
    }
}
