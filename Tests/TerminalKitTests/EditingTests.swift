import Testing

@testable import TerminalKit

@Suite struct EditingTests {
    private func edited(_ text: String, _ keys: Key...) -> TextField {
        var field = TextField(text)
        for key in keys { _ = field.handle(key) }
        return field
    }

    /// The text with `|` where the cursor is.
    private func seen(_ field: TextField) -> String {
        let glyphs = Shown(field.text).glyphs
        return glyphs[..<field.cursor].drawnText + "|" + glyphs[field.cursor...].drawnText
    }

    @Test func `typing, moving and erasing do what is expected`() {
        #expect(seen(edited("", .character("1"), .character("京"))) == "1京|")
        #expect(seen(edited("王建国", .left, .backspace)) == "王|国")
        #expect(seen(edited("王建国", .home, .delete)) == "|建国")
        #expect(seen(edited("王建国", .home, .backspace)) == "|王建国")
        #expect(seen(edited("王建国", .delete)) == "王建国|")
        #expect(seen(edited("abc", .home, .right, .character("x"))) == "ax|bc")
        #expect(seen(edited("abc", .control("a"), .control("k"))) == "|")
        #expect(seen(edited("abc def", .control("w"))) == "abc |")
        #expect(seen(edited("abc def", .left, .control("u"))) == "|f")
    }

    @Test func `words are runs of Latin or of Chinese`() {
        #expect(seen(edited("call 王建国abc  ", .named(.left, .control))) == "call 王建国|abc  ")
        #expect(seen(edited("call 王建国abc", .named(.left, .control), .named(.left, .control))) == "call |王建国abc")
        #expect(seen(edited("call 王建国", .home, .named(.right, .control))) == "call |王建国")
        #expect(seen(edited("", .named(.right, .control), .named(.left, .control), .control("w"))) == "|")
    }

    @Test func `a mark typed after its letter stands on it and goes with it`() {
        let field = edited("e", .character("\u{301}"))
        #expect(field.text == "e\u{301}")
        #expect(field.count == 1)
        #expect(edited("ae", .character("\u{301}"), .backspace).text == "a")
    }

    @Test func `keys that are no editing are left to others`() {
        var field = TextField("a")
        let keys: [Key] = [.enter, .escape, .tab, .up, .function(2), .control("p")]
        #expect(keys.allSatisfy { !field.handle($0) })
        #expect(field.text == "a")
    }

    @Test func `what may not be shown does not get in`() {
        var field = TextField()
        field.insert("138\u{1B}[31m\n0013\t8\u{200B}\u{7}")
        #expect(field.text == "138[31m 0013 8")
    }

    @Test func `a character no font shows is kept`() {
        var field = TextField()
        field.insert("林\u{31350}")
        #expect(field.text == "林\u{31350}")
        #expect(field.view(width: 10).text.text == "林〓")
    }

    @Test func `the limit holds, and says so`() {
        var field = TextField(glyphsMax: 3)
        let fits = [field.insert("12"), field.insert("34")]
        #expect(fits == [true, false])
        #expect(field.text == "123")
        _ = field.handle(.character("9"))
        #expect(field.text == "123")
        var huge = TextField(glyphsMax: 1_000_000)
        let hugeFits = huge.insert(String(repeating: "长", count: 300_000))
        #expect(!hugeFits)
        #expect(huge.count < Shown.glyphsMax)
    }

    @Test(arguments: 0..<40)
    func `the cursor is always seen in the field's cells`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var field = TextField()
        let keys: [Key] = [
            .character("a"), .character("王"), .character(" "), .left, .right, .home, .end, .backspace, .delete,
            .named(.left, .control), .character("\u{301}"), .control("k"),
        ]
        for _ in 0..<200 {
            _ = field.handle(keys.randomElement(using: &random) ?? .left)
            let width = Int.random(in: 2...20, using: &random)
            let view = field.view(width: width)
            #expect(view.text.width <= width)
            #expect((0..<width).contains(view.cursorColumn))
        }
    }

    @Test func `a long text moves by half the field`() {
        let field = TextField("0123456789")
        #expect(field.view(width: 8).text.text == "456789")
        #expect(field.view(width: 8).cursorColumn == 6)
        #expect(field.view(width: 11).text.text == "0123456789")
    }

    @Test func `clearing and setting put the cursor at the end`() {
        var field = TextField("abc")
        field.clear()
        #expect(field.isEmpty)
        field.text = "京A"
        #expect(field.cursor == 2)
    }
}
