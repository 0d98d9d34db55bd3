import Testing

@testable import Customers

@Suite struct HostileTextTests {
    static let megabyte = 1 << 20
    static let texts = [
        String(repeating: "9", count: megabyte), String(repeating: "(", count: megabyte),
        String(repeating: "轉", count: megabyte / 3), String(repeating: "\u{0}", count: megabyte),
        String(repeating: "曾", count: megabyte / 3), String(repeating: "A1", count: megabyte / 2),
        String(repeating: "e\u{301}", count: megabyte / 3), "\u{FFFD}\u{D7FF}\u{E000}\u{10FFFF}",
        String(repeating: "#1", count: 200), String(repeating: "(0", count: 250), String(repeating: "~1", count: 250),
        String(repeating: "ext", count: 150) + "1", "\u{1B}[31m0912345678", "0912345678\u{0}",
    ]

    @Test(arguments: texts.indices)
    func `no text breaks a parser`(index: Int) {
        let text = Self.texts[index]
        #expect(PhoneParser.parse(text, region: .taiwan).count <= 2 * PhoneCell.piecesMax)
        #expect(PlateParser.candidates(text, preferred: .china).count <= 8)
        let keys = NameKeys(text)
        #expect(keys.folded.unicodeScalars.count <= 4 * NameKeys.scalarsMax)
        #expect(keys.pinyin.count <= NameKeys.readingsMax)
        #expect(LookupQuery.parse(text, homeRegion: .hongKong).keys.count <= 16)
    }

    @Test func `seeded junk never breaks a parser`() {
        var generator = SeededGenerator(state: 7)
        let alphabet = Array("0123456789+-()#*~.:;/ 轉分機線extTELab①（）、８\u{200B}\u{0}京曾A".unicodeScalars)
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                text.append(alphabet.randomElement(using: &generator) ?? " ")
            }
            let junk = String(text)
            for number in PhoneParser.parse(junk, region: .taiwan) where number.e164 != nil {
                #expect(number.isValid)
                #expect(number.searchDigits == String((number.e164 ?? "").dropFirst()))
            }
            _ = PlateParser.candidates(junk, preferred: .taiwan)
            _ = LookupQuery.parse(junk, homeRegion: .china)
        }
    }

    @Test func `an escape sequence in a cell does not reach the number`() {
        let numbers = PhoneParser.parse("\u{1B}]0912345678", region: .taiwan)
        #expect(numbers.map(\.e164) == ["+886912345678"])
    }
}
