import Testing

@testable import TerminalKit

@Suite struct TextAreaTests {
    private func view(_ area: TextArea, _ columns: Int, _ rows: Int) -> ([String], Position) {
        let view = area.view(columns: columns, rows: rows)
        return (view.lines.map(\.text), view.cursor)
    }

    @Test func `a note is wrapped by cells, with room for the cursor`() {
        let area = TextArea("客户要求今天回电\nok")
        #expect(view(area, 11, 5) == (["客户要求今", "天回电", "ok"], Position(row: 2, column: 2)))
    }

    @Test func `Enter makes a line and Backspace takes it away`() {
        var area = TextArea("ab")
        _ = area.handle(.left, columns: 10)
        _ = area.handle(.enter, columns: 10)
        #expect(area.text == "a\nb")
        #expect(view(area, 10, 5) == (["a", "b"], Position(row: 1, column: 0)))
        _ = area.handle(.backspace, columns: 10)
        #expect(area.text == "ab")
    }

    @Test func `Up and Down keep the column they began in`() {
        var area = TextArea("abcdef\nab\nabcdef")
        _ = area.handle(.up, columns: 20)
        #expect(view(area, 20, 5).1 == Position(row: 1, column: 2))
        _ = area.handle(.up, columns: 20)
        #expect(view(area, 20, 5).1 == Position(row: 0, column: 6))
        _ = area.handle(.up, columns: 20)
        #expect(view(area, 20, 5).1 == Position(row: 0, column: 6))
        _ = area.handle(.down, columns: 20)
        _ = area.handle(.down, columns: 20)
        #expect(area.cursor == area.count)
    }

    @Test func `Home and End go to the ends of the row that is seen`() {
        var area = TextArea("一二三四五六七八")
        _ = area.handle(.home, columns: 9)
        #expect(area.cursor == 4)
        _ = area.handle(.up, columns: 9)
        _ = area.handle(.end, columns: 9)
        #expect(view(area, 9, 5).1 == Position(row: 0, column: 6))
        _ = area.handle(.home, columns: 9)
        #expect(area.cursor == 0)
    }

    @Test func `a long note moves by half the window`() {
        let area = TextArea((0..<10).map { "line \($0)" }.joined(separator: "\n"))
        #expect(view(area, 20, 4) == (["line 6", "line 7", "line 8", "line 9"], Position(row: 3, column: 6)))
    }

    @Test func `line ends of all kinds are one`() {
        #expect(TextArea("a\r\nb\nc").text == "a\nb\nc")
    }

    @Test func `the limit holds`() {
        var area = TextArea(glyphsMax: 4)
        let isWhole = area.insert("一二\n三四")
        #expect(!isWhole)
        #expect(area.text == "一二\n三")
    }

    @Test(arguments: 0..<40)
    func `any keys at any width keep the cursor on a row that is seen`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var area = TextArea()
        let keys: [Key] = [
            .character("a"), .character("王"), .character(" "), .character("，"), .enter, .left, .right, .up, .down,
            .home, .end, .backspace, .delete, .named(.left, .control), .named(.right, .control), .character("b"),
        ]
        for _ in 0..<300 {
            let columns = Int.random(in: 3...24, using: &random)
            let rows = Int.random(in: 1...6, using: &random)
            let isTaken = area.handle(keys.randomElement(using: &random) ?? .left, columns: columns)
            #expect(isTaken)
            let view = area.view(columns: columns, rows: rows)
            #expect(view.lines.count <= rows)
            #expect(view.lines.indices.contains(view.cursor.row))
            #expect(view.lines.allSatisfy { $0.width < columns })
            #expect((0..<columns).contains(view.cursor.column))
        }
    }

    @Test(arguments: 0..<20)
    func `typed text is never lost`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let typed = (0..<100).map { _ in "王a客b 1，\n".unicodeScalars.randomElement(using: &random) ?? "a" }
        var area = TextArea()
        for scalar in typed { _ = area.handle(scalar == "\n" ? .enter : .character(scalar), columns: 10) }
        #expect(area.text == String(String.UnicodeScalarView(typed)))
    }
}
