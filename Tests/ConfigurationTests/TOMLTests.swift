import Testing

@testable import Configuration

@Suite struct TOMLTests {
    static func document(_ text: String) throws -> TOMLDocument {
        try TOMLDocument(Array(text.utf8), file: "t.toml")
    }

    static func message(_ text: String) -> String? {
        do throws(ConfigurationError) {
            _ = try TOMLDocument(Array(text.utf8), file: "t.toml")
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `every kind of value has its content and its line`() throws {
        let root = try Self.document(
            """
            text = "臺北"
            number = -42
            real = 1.5
            truth = true

            day = 2026-10-01
            moment = 2026-10-01T09:00:00.25+08:00
            local = 2026-10-01T09:00:00
            clock = 07:30:00
            list = [
              1,
              "two",
            ]
            [table]
            inner = { a = 1 }
            [[many]]
            x = 1
            [[many]]
            x = 2
            """
        ).root
        func table(_ entries: [(String, TOMLValue)], line: Int) -> TOMLValue.Content {
            .table(TOMLTable(entries.map { .init(key: $0.0, value: $0.1) }, line: line))
        }
        #expect(
            root.entries.map(\.key) == [
                "text", "number", "real", "truth", "day", "moment", "local", "clock", "list", "table", "many",
            ])
        #expect(root["text"] == TOMLValue(.string("臺北"), line: 1))
        #expect(root["number"] == TOMLValue(.integer(-42), line: 2))
        #expect(root["real"] == TOMLValue(.float(1.5), line: 3))
        #expect(root["truth"] == TOMLValue(.boolean(true), line: 4))
        #expect(root["day"] == TOMLValue(.date("2026-10-01"), line: 6))
        #expect(root["moment"] == TOMLValue(.dateTime("2026-10-01T09:00:00.250000000+08:00"), line: 7))
        #expect(root["local"] == TOMLValue(.dateTime("2026-10-01T09:00:00"), line: 8))
        #expect(root["clock"] == TOMLValue(.time("07:30:00"), line: 9))
        #expect(
            root["list"]
                == TOMLValue(.array([TOMLValue(.integer(1), line: 11), TOMLValue(.string("two"), line: 12)]), line: 10))
        let inner = TOMLValue(table([("a", TOMLValue(.integer(1), line: 15))], line: 15), line: 15)
        #expect(root["table"] == TOMLValue(table([("inner", inner)], line: 14), line: 14))
        guard case .array(let many) = root["many"]?.content else {
            Issue.record("no array of tables")
            return
        }
        #expect(many.map(\.line) == [16, 18])
    }

    @Test func `entries keep the order in which they were written`() throws {
        #expect(try Self.document("b = 1\na = 2\n[z]\n[y]\n").root.entries.map(\.key) == ["b", "a", "z", "y"])
    }

    @Test func `an empty text is an empty document`() throws {
        #expect(try Self.document("").root.entries.isEmpty)
        #expect(try Self.document("\u{FEFF}a = 1").root.entries.map(\.key) == ["a"])
    }

    @Test(arguments: [
        ("a = ", 1), ("a = 1\na = 2\n", 2), ("a = 1\n\n[x\n", 3), ("a = \"x\nb = 1", 1), ("[a]\n[a]\n", 2), ("= 1", 1),
        ("a = 2026-02-30", 1), ("a = 99999999999999999999", 1), ("a = \"\u{0}\"", 1),
    ])
    func `a fault of form is told with its line`(_ text: String, _ line: Int) throws {
        #expect(try #require(Self.message(text)).hasPrefix("t.toml:\(line): column "))
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: ConfigurationError.self) { try TOMLDocument([0x61, 0x3D, 0x22, 0xFF, 0xFE, 0x22], file: "t") }
    }

    @Test func `what nests without end or holds too much is refused`() {
        let deep = "t.toml:2: nested too deep"
        func parts(_ count: Int, _ part: String) -> String { String(repeating: part + ".", count: count) + "z" }
        #expect(Self.message("\na = " + String(repeating: "[", count: 100_000)) == deep)
        #expect(Self.message("\n[" + parts(50_000, "a") + "]") == deep)
        #expect(Self.message("\n" + parts(50_000, "\"=\"") + " = 1") == deep)
        #expect(Self.message("\na = { x = \"\"\"q\"\"\"\", " + parts(50_000, "b") + " = 1 }") == deep)
        #expect(Self.message("\na = { x = '''q\\''', " + parts(50_000, "b") + " = 1 }") == deep)
        #expect(Self.message("[" + parts(16, "a") + "]\nx = [[[[[[1.5, 2.5]]]]]]") == nil)
        let quoted = "x = \"" + String(repeating: ".[{", count: 1000) + "\" # " + String(repeating: "[", count: 99)
        #expect(Self.message(quoted) == nil)
        let many = "a = [" + String(repeating: "1,", count: TOMLDocument.valuesMax + 1) + "]"
        #expect(Self.message(many)?.hasSuffix("too many values") == true)
    }

    @Test func `random bytes are read or refused, never a crash`() {
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let alphabet = Array("ab=[]{}\"'.,#\n 0123456789-:TZ\\u\u{7F}é".utf8) + [0, 0xFF]
        var refused = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int(next() % 40)).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
            if (try? TOMLDocument(bytes, file: "t")) == nil { refused += 1 }
        }
        #expect(refused > 10_000)
    }

    @Test(arguments: [
        ("langauge", "language"), ("Language", "language"), ("them", "theme"), ("reigon", "region"), ("zzz", nil),
        ("", nil),
    ])
    func `the nearest known word is found`(_ word: String, _ nearest: String?) {
        #expect(Nearest.word(to: word, among: ["language", "theme", "region"]) == nearest)
    }

    @Test func `files that cannot be configuration are refused before they are read`() {
        func message(_ path: String) -> String? {
            do throws(ConfigurationError) {
                _ = try ConfigurationFile.bytes(path, most: 10)
                return nil
            } catch {
                return error.message
            }
        }
        #expect(message("/nonexistent/x.toml") == "/nonexistent/x.toml: no such file")
        #expect(message("/dev/zero") == "/dev/zero: cannot be read: not a plain file")
        #expect(message("/tmp") == "/tmp: cannot be read: not a plain file")
        #expect(message("/proc/self/environ") == "/proc/self/environ: larger than 10 bytes; is this the right file?")
    }
}
