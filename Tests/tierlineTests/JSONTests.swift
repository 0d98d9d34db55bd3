import Foundation
import Testing

@testable import tierline

@Suite struct JSONTests {
    @Test func `an object keeps the order it was written in`() {
        let document: JSON = ["zebra": 1, "apple": ["b": nil, "a": true], "list": [1, "two", 0.5]]
        #expect(document.text == #"{"zebra":1,"apple":{"b":null,"a":true},"list":[1,"two",0.5]}"#)
    }

    @Test(arguments: [
        ("plain 中文", #""plain 中文""#), ("\"\\\n\r\t", #""\"\\\n\r\t""#), ("\u{0}\u{1B}[2J", #""\u0000\u001b[2J""#),
        ("\u{9B}31m\u{7F}", #""\u009b31m\u007f""#), ("\u{202E}abc\u{2066}", #""\u202eabc\u2066""#),
        ("\u{E0041}", #""\udb40\udc41""#), ("😀", "\"😀\""),
    ])
    func `text is escaped so that it cannot steer a terminal`(text: String, written: String) {
        #expect(JSON.string(text).text == written)
    }

    @Test func `every Unicode scalar comes back from another reader as it was`() throws {
        var everything = ""
        for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
            if let scalar = Unicode.Scalar(value) { everything.unicodeScalars.append(scalar) }
        }
        let bytes = Data(JSON.array([.string(everything)]).text.utf8)
        let read = try JSONSerialization.jsonObject(with: bytes) as? [String]
        #expect(read?.first.map { Array($0.unicodeScalars) } == Array(everything.unicodeScalars))
    }

    @Test(arguments: [
        (0.2, "0.2"), (5.0, "5"), (-1.5, "-1.5"), (1e21, "1e+21"), (.infinity, "null"), (.nan, "null"),
    ])
    func `numbers are written shortest, and what is no number is null`(number: Double, written: String) {
        #expect(JSON.number(number).text == written)
    }
}
