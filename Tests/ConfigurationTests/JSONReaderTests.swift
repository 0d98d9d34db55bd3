import Testing

@testable import Configuration

@Suite struct JSONReaderTests {
    @Test func `values keep the digits of numbers and the order of keys`() throws {
        let value = try JSONReader.value(#" { "b" : [1, -2.50, 1e3, true, false, null] , "a" : "x" } "#)
        #expect(
            value
                == .object([
                    JSONMember(
                        "b",
                        .array([.number("1"), .number("-2.50"), .number("1e3"), .boolean(true), .boolean(false), .null])
                    ),
                    JSONMember("a", .string("x")),
                ]))
        #expect(try JSONReader.value("{}") == .object([]))
        #expect(try JSONReader.value("[]") == .array([]))
    }

    @Test func `escapes are read, surrogates in pairs`() throws {
        #expect(
            try JSONReader.value(#""\"\\\/\b\f\n\r\t\u4e2d\uD83D\uDE00 中""#) == .string("\"\\/\u{8}\u{C}\n\r\t中😀 中"))
    }

    @Test(arguments: [
        ("", 1, JSONFault.Reason.ended), ("{", 2, .ended), (#"{"a""#, 5, .ended), (#"{"a":1"#, 7, .ended),
        (#"{a:1}"#, 2, .expected("a key in quotes")), (#"{"a" 1}"#, 6, .expected("':'")),
        (#"{"a":1,}"#, 8, .expected("a key in quotes")), ("[1,]", 4, .expected("a value")),
        ("[1 2]", 4, .expected("',' or ']'")), ("tru", 1, .expected("a value")), ("01", 2, .badNumber),
        ("1.", 3, .badNumber), ("-", 2, .badNumber), ("1e", 3, .badNumber), ("+1", 1, .expected("a value")),
        (#""\x""#, 4, .badEscape), (#""\uD800""#, 8, .badEscape), (#""\uDC00""#, 8, .badEscape),
        ("\"a\nb\"", 3, .controlCharacter), (#"{"a":1,"a":2}"#, 8, .keyTwice("a")), ("1 1", 3, .moreBehind),
        (String(repeating: "[", count: 17), 17, .tooDeep),
    ])
    func `what is no JSON is refused with its place`(_ text: String, _ column: Int, _ reason: JSONFault.Reason) {
        #expect(throws: JSONFault(column: column, reason: reason)) { try JSONReader.value(text) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let bytes: [UInt8] = [0x22, 0xC0, 0xAF, 0x22]
        let result: Result<JSONText, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONFault) in try JSONReader.value(buffer) }
        }
        #expect(throws: JSONFault.self) { try result.get() }
    }
}
