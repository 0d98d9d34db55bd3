import Testing

@testable import Customers

@Suite struct PlateParserTests {
    /// Candidates written `TW AB-3456`, with `?` when unverified and `!` when not legal.
    static func read(_ text: String, _ region: String) -> [String] {
        PlateParser.candidates(text, preferred: Region(rawValue: region)).map {
            "\($0.region.rawValue) \($0.display)" + ($0.isValid ? $0.isVerified ? "" : "?" : "!")
        }
    }

    @Test(arguments: [
        // The hyphen carries meaning; without one both readings stand.
        ("AB-3456", "TW", ["TW AB-3456", "HK AB 3456"]), ("AB3-456", "TW", ["TW AB3-456", "HK AB 3456"]),
        ("ab3456", "TW", ["TW AB-3456", "TW AB3-456", "HK AB 3456"]),
        ("AB1234", "HK", ["HK AB 1234", "TW AB-1234", "TW AB1-234"]),
        ("2A-1234", "TW", ["TW 2A-1234"]), ("1234-2A", "TW", ["TW 1234-2A"]), ("123-AB", "TW", ["TW 123-AB"]),
        ("ABC 1235", "TW", ["TW ABC-1235"]), ("ABC12-35", "TW", ["TW ABC-1235?"]), ("ABC-1245", "TW", ["TW ABC-1245"]),
        ("車牌：abc‧1235", "TW", ["TW ABC-1235"]), ("車號ABC1235", "TW", ["TW ABC-1235"]),
        // Never rejected: kept as typed.
        ("ABI-1235", "TW", ["TW ABI-1235!"]), ("ABO1235", "TW", ["TW ABO1235!"]), ("ABCD-123", "TW", ["TW ABCD-123!"]),
        ("A", "TW", ["TW A!"]), ("軍A-1", "TW", ["TW 軍A-1!"]),
        // A mainland plate is one wherever it is typed.
        ("粵b12345", "TW", ["CN 粤B·12345"]), ("滬A·D12345", "HK", ["CN 沪A·D12345"]),
        ("京AB12345", "CN", ["CN 京A·B12345?"]), ("京A12345K", "CN", ["CN 京A·12345K?"]),
        ("京A1234領", "CN", ["CN 京A·1234领"]), ("使123456", "CN", ["CN 使123456"]), ("粤Z1234澳", "CN", ["CN 粤Z·1234澳"]),
        ("粤B1234港", "CN", ["CN 粤B1234港!"]), ("京I12345", "CN", ["CN 京I12345!"]), ("京A1234O", "CN", ["CN 京A1234O!"]),
        ("京A123", "CN", ["CN 京A123!"]), ("京A1234567", "CN", ["CN 京A1234567!"]),
        // Hong Kong: no leading zero, no I, O, Q in ordinary marks.
        ("AB0123", "HK", ["HK AB0123!", "TW AB-0123", "TW AB0-123"]),
        ("IO 1234", "HK", ["HK IO-1234!", "TW IO-1234?"]),
        ("9999", "HK", ["HK 9999"]), ("0999", "HK", ["HK 0999!"]), ("LUCKY 8", "HK", ["HK LUCKY8"]),
        ("LUCKY 8", "TW", ["TW LUCKY-8!"]), ("HELLO", "HK", ["HK HELLO?"]), ("ABCDEFGHJ", "HK", ["HK ABCDEFGHJ!"]),
        ("T 1234", "HK", ["HK T 1234"]), ("B 123", "HK", ["HK B-123!"]),
    ])
    func `a plate is read by rule`(text: String, region: String, expected: [String]) {
        #expect(Self.read(text, region) == expected)
    }

    @Test func `the best reading is the first legal one`() {
        #expect(PlateParser.best("AB0123", preferred: .hongKong)?.display == "AB-0123")
        #expect(PlateParser.best("ABI-1235", preferred: .taiwan)?.isValid == false)
        #expect(PlateParser.best("--", preferred: .taiwan) == nil)
    }

    @Test(arguments: ["", "-", "：", "\u{0}", String(repeating: "A", count: 17)])
    func `a text without a plate has no candidate`(text: String) {
        #expect(PlateParser.candidates(text, preferred: .taiwan) == [])
    }

    @Test func `a candidate is a whole value`() {
        #expect(
            PlateParser.candidates("ema-1235 ", preferred: .taiwan) == [
                PlateCandidate(
                    region: .taiwan, key: "EMA1235", display: "EMA-1235", plateClass: "electric motorcycle-2012",
                    isValid: true, isVerified: true)
            ])
    }

    @Test func `O and 0, I and 1 fall together in the weaker key`() {
        #expect(PlateKeys(key: "AIO1235").confusionKey == "A101235")
        #expect(PlateKeys(key: "京AO0I1").confusionKey == "京A0011")
        #expect(PlateKeys(key: "ABC1235").confusionKey == "ABC1235")
    }

    @Test func `any part of a plate is found by its pairs`() {
        #expect(PlateKeys(key: "京A12").tokens == ["京", "A", "京A", "1", "A1", "2", "12"])
    }
}
