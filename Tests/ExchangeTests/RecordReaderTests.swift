import Configuration
import Foundation
import Testing

@testable import Exchange

@Suite struct `Rows of a delimited file` {
    @Test(
        arguments: [
            ("a,b\n1,2\n", [Row(1, ["a", "b"]), Row(2, ["1", "2"])]),
            ("a,b\r\n1,2", [Row(1, ["a", "b"]), Row(2, ["1", "2"])]),
            ("a,b\r1,2\r", [Row(1, ["a", "b"]), Row(2, ["1", "2"])]),
            ("\u{FEFF}a,b\n", [Row(1, ["a", "b"])]),
            ("\"x, y\",\"say \"\"hi\"\"\"\n", [Row(1, ["x, y", "say \"hi\""])]),
            ("\"two\nlines\",z\n3,4\n", [Row(1, ["two\nlines", "z"]), Row(3, ["3", "4"])]),
            ("5\" pipe,1\n", [Row(1, ["5\" pipe", "1"])]),
            (" a ,\t b\n", [Row(1, ["a", "b"])]),
            ("a,,\n", [Row(1, ["a", "", ""])]),
            ("\n\n  \n\r\na\n", [Row(5, ["a"])]),
            ("", []),
            ("\n", []),
            ("一,二\n", [Row(1, ["一", "二"])]),
        ] as [(String, [Row])])
    func `lines, quotes, blanks and line ends`(text: String, rows: [Row]) throws {
        #expect(try ImportFixture.rows(text) == rows)
    }

    @Test(
        arguments: [
            // Only the line that opens the quote is lost, whatever stands behind it.
            ("a\n\"b\nc\nd\n", [Row(1, ["a"]), Row(2, fault: .unclosedQuote), Row(3, ["c"]), Row(4, ["d"])]),
            ("a\n\"b", [Row(1, ["a"]), Row(2, fault: .unclosedQuote)]),
            ("\"", [Row(1, fault: .unclosedQuote)]),
            ("x,\"y\n", [Row(1, fault: .unclosedQuote)]),
        ] as [(String, [Row])])
    func `a quote that is never closed costs its own line only`(text: String, rows: [Row]) throws {
        #expect(try ImportFixture.rows(text) == rows)
    }

    @Test func `an unclosed quote in a long file is given up after one field's length`() throws {
        let tail = (0..<200_000).map { "\($0),x\n" }.joined()
        let rows = try ImportFixture.rows("\"open,1\n" + tail)
        try #require(rows.count == 200_001)
        #expect(rows[0] == Row(1, fault: .unclosedQuote))
        #expect(rows[1] == Row(2, ["0", "x"]))
        #expect(rows[200_000] == Row(200_001, ["199999", "x"]))
    }

    @Test func `cells keep their place when the buffer turns over many times`() throws {
        let lines = (0..<60_000).map { "\($0),\"\(String(repeating: "é", count: $0 % 40))\"" }
        let rows = try ImportFixture.rows(lines.joined(separator: "\n"))
        try #require(rows.count == 60_000)
        #expect(
            rows.enumerated().allSatisfy { index, row in
                row == Row(index + 1, ["\(index)", String(repeating: "é", count: index % 40)])
            })
    }

    @Test func `bytes that are no UTF-8, zero bytes, long cells and too many cells make faulty rows`() throws {
        let long = String(repeating: "x", count: ImportLimits.fieldBytesMax)
        let many = String(repeating: ",", count: ImportLimits.columnsMax)
        var bytes = Data("ok,1\nbad,".utf8)
        bytes += [0xA4, 0x40, 0x0A] + Data("nul,\0\n".utf8)
        // Half a character at the end of one cell, the other half in the next.
        bytes += [0xE4, 0xB8, 0x2C, 0x80, 0x0A]
        bytes += Data("\(long),1\n\(long)x,2\n\(many)\n\(many.dropLast())\nok,2\n".utf8)
        let fixture = try ImportFixture(.customers, bytes: bytes)
        defer { fixture.remove() }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\u{FFFD}"))
        let lines = try LineReader(file: SourceFile(path: fixture.file.path), encoding: nil)
        let reader = try RecordReader(lines: lines, delimiter: .character(0x2C))
        let decoder = try RecordDecoder(encoding: .utf8)
        var faults: [RowFault?] = []
        while let record = try reader.next() {
            do throws(RowFault) {
                _ = try decoder.decoded(record)
                faults.append(nil)
            } catch {
                faults.append(error)
            }
        }
        #expect(
            faults == [
                nil, .notDecodable(encoding: .utf8), .zeroByte, .notDecodable(encoding: .utf8), nil,
                .fieldTooLong(bytesMax: ImportLimits.fieldBytesMax),
                .tooManyColumns(columnsMax: ImportLimits.columnsMax), nil, nil,
            ])
    }

    @Test(arguments: [(0x09, "a\tb\n1\t2\n"), (0x3B, "a;b\n1;2\n"), (0x7C, "a|b\n1|2\n")] as [(UInt8, String)])
    func `other delimiters`(delimiter: UInt8, text: String) throws {
        #expect(
            try ImportFixture.rows(text, delimiter: .character(delimiter)) == [
                Row(1, ["a", "b"]), Row(2, ["1", "2"]),
            ])
    }

    @Test func `an empty cell between tabs is a cell`() throws {
        #expect(try ImportFixture.rows("a\t\tb\n", delimiter: .character(0x09)) == [Row(1, ["a", "", "b"])])
    }

    @Test func `space-aligned tables have a cell wherever something stands`() throws {
        #expect(
            try ImportFixture.rows(" id  date \r\n 00001 19970101  1\t 11.77\r\n\r\n7", delimiter: .whitespace) == [
                Row(1, ["id", "date"]), Row(2, ["00001", "19970101", "1", "11.77"]), Row(4, ["7"]),
            ])
    }

    @Test(
        arguments: [
            ("a,b,c\n", 0x2C), ("a\tb,c\td\n", 0x09), ("a;b;c,d\n", 0x3B), ("a|b\n", 0x7C), ("single\n1,2,3\n", 0x2C),
            ("\"a;b;c;d\",e\n", 0x2C), ("\n\n x;y\n", 0x3B), ("", 0x2C),
        ] as [(String, UInt8)])
    func `the delimiter is told from the first filled line`(text: String, delimiter: UInt8) {
        var text = text
        let guess = text.withUTF8 { DelimiterGuess.delimiter(of: $0, terminator: 0x0A) }
        #expect(guess == .character(delimiter))
    }
}
