import Testing

@testable import TerminalKit

@Suite struct ShownTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let drawn: String
        let width: Int
        var replaced = 0
        var dropped = 0

        var testDescription: String { text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") }
    }

    /// Spelt out: in a literal the compiler does not take them.
    static let noncharacters = String(
        String.UnicodeScalarView([0xFFFE, 0x1FFFF, 0xFDD0].compactMap { Unicode.Scalar(UInt32($0)) }))

    static let cases: [Case] = [
        Case(text: "", drawn: "", width: 0),
        Case(text: "Wang 王建国 138", drawn: "Wang 王建国 138", width: 15),
        Case(text: "a\u{1B}[31mb", drawn: "a?[31mb", width: 7, replaced: 1),
        Case(text: "a\u{0}b\u{7}c\u{7F}", drawn: "a?b?c?", width: 6, replaced: 3),
        Case(text: "\u{85}\u{9B}31m\u{9D}", drawn: "??31m?", width: 6, replaced: 3),
        Case(text: "one\ntwo\r\tthree", drawn: "one?two??three", width: 14, replaced: 3),
        Case(text: "bad\u{FFFD}", drawn: "bad?", width: 4, replaced: 1),
        Case(text: "\u{202E}evil\u{2066}\u{200E}\u{61C}", drawn: "evil", width: 4, dropped: 4),
        Case(text: "a\u{200B}b\u{200D}c\u{FEFF}d\u{AD}e\u{2060}", drawn: "abcde", width: 5, dropped: 5),
        Case(text: "x\u{E0041}\u{E007F}y", drawn: "xy", width: 2, dropped: 2),
        Case(text: "a\u{2028}b\u{2029}c", drawn: "a.b.c", width: 5, replaced: 2),
        Case(text: "\u{3164}\u{115F}\u{FFA0}\u{2800}", drawn: "....", width: 4, replaced: 4),
        Case(text: noncharacters, drawn: "...", width: 3, replaced: 3),
        Case(text: "e\u{301}", drawn: "e\u{301}", width: 1),
        Case(text: "か\u{3099}", drawn: "か\u{3099}", width: 2),
        Case(
            text: "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", drawn: "z\u{300}\u{301}\u{302}\u{303}", width: 1,
            dropped: 2),
        Case(text: "\u{301}a", drawn: "?a", width: 2, replaced: 1),
        Case(text: "\u{1B}\u{301}a", drawn: "?a", width: 2, replaced: 1, dropped: 1),
        Case(text: "葛\u{E0100}\u{FE00}", drawn: "葛", width: 2, dropped: 2),
        Case(text: "👩\u{200D}👩\u{200D}👧", drawn: "👩👩👧", width: 6, dropped: 2),
        Case(text: "👍\u{1F3FD}1\u{FE0F}\u{20E3}", drawn: "👍1", width: 3, dropped: 3),
        Case(text: "\u{1F1F9}\u{1F1FC}", drawn: "TW", width: 2),
        Case(text: "\u{31350}三", drawn: "〓三", width: 4, replaced: 1),
        Case(text: "a\u{A0}b\u{2003}c\u{3000}d", drawn: "a b c\u{3000}d", width: 8),
        Case(text: "京A·12345", drawn: "京A·12345", width: 9),
        Case(text: "\u{FFF9}a\u{FFFA}b\u{FFFB}", drawn: "ab", width: 2, dropped: 3),
        Case(text: "\u{E000}造", drawn: "\u{E000}造", width: 3),
    ]

    @Test(arguments: cases)
    func `text becomes what may be drawn`(_ item: Case) {
        let shown = Shown(item.text)
        #expect(shown.text == item.drawn)
        #expect(shown.width == item.width)
        #expect(shown.replacedCount == item.replaced)
        #expect(shown.droppedCount == item.dropped)
    }

    @Test func `stand-ins are marked, so that they take their own role`() {
        #expect(Shown("a\u{1B}\u{31350}b").glyphs.map(\.isSanitised) == [false, true, true, false])
    }

    @Test func `a stand-in keeps the character it stands for`() {
        #expect(Shown("林\u{31350}").glyphs.sourceText == "林\u{31350}")
    }

    @Test(arguments: [
        ("“说” … — ·", "\"说\" ... -- ."), ("café", "cafe"), ("①②", "(1)(2)"), ("Ж", "?"), ("ß", "ss"), ("京A", "京A"),
        ("3×4÷2", "3x4/2"), ("│─", "|-"),
    ])
    func `on a terminal that draws ambiguous characters wide they are ASCII`(text: String, drawn: String) {
        #expect(Shown(text, ambiguous: .wide).text == drawn)
        #expect(Shown(text, ambiguous: .narrow).text == text)
    }

    @Test func `invalid bytes become question marks`() {
        #expect(Shown(bytes: [0x41, 0xFF, 0xE4, 0xBA, 0x42]).text == "A??B")
    }

    @Test func `a megabyte is cut before it is measured`() {
        let shown = Shown(String(repeating: "长", count: 350_000))
        #expect(shown.glyphs.count == Shown.glyphsMax)
        #expect(shown.width == 2 * Shown.glyphsMax)
        #expect(shown.isTruncated)
        #expect(Shown(bytes: Array(repeating: 0x41, count: 1_000_000)).glyphs.count == Shown.glyphsMax)
    }

    @Test func `a base under a million marks stays one cell`() {
        let shown = Shown("a" + String(repeating: "\u{301}", count: 100_000) + "b")
        #expect(shown.width == 2)
        #expect(shown.droppedCount == 99_996)
    }

    @Test func `lines end at line ends only`() {
        #expect(Shown.lines("一\r\n二\n\nthree\u{2028}x").map(\.text) == ["一", "二", "", "three.x"])
    }

    @Test func `literals and what is put into them are sanitised`() {
        let name = "\u{1B}]0;title\u{7}"
        #expect(("客户 \(name)!" as Shown).text == "客户 ?]0;title?!")
    }

    @Test func `joined texts count together`() {
        let joined = Shown("a\u{7}") + Shown("王\u{200B}")
        #expect(joined.text == "a?王")
        #expect(joined.width == 4)
        #expect(joined.replacedCount == 1)
        #expect(joined.droppedCount == 1)
    }
}
