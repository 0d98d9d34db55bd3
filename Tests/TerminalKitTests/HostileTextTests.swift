import Testing

@testable import TerminalKit

/// Strings made to take over terminals, built from the known kinds and their combinations.
enum HostileText {
    /// Openings of control strings and sequences, in 7 and 8 bits, whole and cut off.
    static let attacks: [String] = [
        "\u{1B}]0;owned\u{7}", "\u{1B}[21t", "\u{1B}]50;i$(id)\u{1B}\\", "\u{1B}GQ;", "\u{1B}]2;x\u{1B}\\",
        "\u{1B}P+q544e\u{1B}\\", "\u{1B}[6n", "\u{1B}[c", "\u{1B}[?1049l", "\u{1B}c", "\u{1B}#8", "\u{1B}(0qqq",
        "\u{1B}[2J\u{1B}[H", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]8;;http://x\u{7}y\u{1B}]8;;\u{7}",
        "\u{1B}_Gf=100;\u{1B}\\",
        "\u{1B}^pm\u{1B}\\", "\u{1B}[?2004l", "\u{1B}[201~rm -rf\r", "\u{1B}[5i", "\u{9B}31m", "\u{9D}0;t\u{9C}",
        "\u{90}q\u{9C}", "\u{85}", "\u{8D}", "\u{E}lqk\u{F}", "\u{8}\u{8}\u{8}fake", "\r\nroot# ", "\u{B}\u{C}",
        "\u{7}\u{7}",
        "\u{202E}txt.exe", "\u{2067}x\u{2069}", "\u{200F}1", "\u{61C}2",
        "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        "\u{200B}\u{200C}\u{200D}", "\u{E0001}\u{E0041}", "\u{FEFF}", "\u{2028}\u{2029}", "\u{3164}\u{115F}\u{1160}",
        "\u{2800}\u{FFA0}", String(decoding: [0xEF, 0xBF, 0xBE], as: UTF8.self), "\u{1F1E6}", "👨\u{200D}💻\u{FE0F}",
        "1\u{FE0F}\u{20E3}", "\u{D7B0}\u{11A8}",
        "\u{FFF9}x\u{FFFA}y\u{FFFB}", "\u{180E}\u{17B4}", "\u{10FFFF}\u{F0000}", "\u{1D173}\u{1BCA0}",
    ]

    /// Each attack alone, before, within and after a name.
    static let corpus: [String] = attacks.flatMap { [$0, $0 + "王建国", "王" + $0 + "建国", "Wang" + $0] }
}

@Suite struct HostileTextTests {
    @Test func `the corpus has two hundred strings`() {
        #expect(HostileText.corpus.count == 200)
    }

    @Test(arguments: HostileText.corpus)
    func `nothing that acts on a terminal is left`(text: String) {
        for ambiguous in [AmbiguousWidth.narrow, .wide] {
            let shown = Shown(text, ambiguous: ambiguous)
            var sum = 0
            for glyph in shown.glyphs {
                #expect(CellWidth.of(codePoint: glyph.base) == Int(glyph.width))
                sum += Int(glyph.width)
            }
            #expect(shown.width == sum)
            for scalar in shown.text.unicodeScalars {
                #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
                #expect(!scalar.properties.isDefaultIgnorableCodePoint)
                #expect(scalar.properties.generalCategory != .format)
            }
        }
    }

    @Test(arguments: HostileText.corpus)
    func `the name around it can still be read`(text: String) {
        let letters = text.filter { "王建国Wang".contains($0) }
        #expect(Shown(text).text.filter { "王建国Wang".contains($0) } == letters)
    }
}
