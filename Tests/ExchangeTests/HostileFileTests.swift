import Foundation
import Testing

@testable import Exchange

@Suite struct `Hostile files` {
    static let header = "reference,customer,date,amount\n"

    @Test func `a line of ten gigabytes is refused at once, with its number`() throws {
        let fixture = try ImportFixture(.purchases, Self.header)
        defer { fixture.remove() }
        // Sparse: a hole reads as zeros and takes no room on disk.
        try #require(truncate(fixture.file.path, 10 << 30) == 0)
        let started = ContinuousClock.now
        #expect(
            throws: ImportError.lineTooLong(
                path: fixture.file.path, line: 2, bytesMax: ImportLimits.lineBytesMax)
        ) { try fixture.run() }
        #expect(ContinuousClock.now - started < .seconds(2))
    }

    @Test func `rows before a line too long are kept`() throws {
        let long = String(repeating: "x", count: ImportLimits.lineBytesMax + 1)
        let fixture = try ImportFixture(.purchases, Self.header + "1,a,2026-01-02,3\n" + long + "\n2,a,2026-01-02,3\n")
        defer { fixture.remove() }
        let sink = RecordingSink()
        #expect(
            throws: ImportError.lineTooLong(
                path: fixture.file.path, line: 3, bytesMax: ImportLimits.lineBytesMax)
        ) { try fixture.run(into: sink) }
        #expect(sink.purchases.map(\.reference) == ["1"])
        #expect(sink.isFinished)
    }

    @Test func `a million blank lines are no rows`() throws {
        let blank = String(repeating: "\n", count: 1_000_000)
        let fixture = try ImportFixture(.purchases, Self.header + blank + "1,a,2026-01-02,3\n")
        defer { fixture.remove() }
        let (result, sink) = try fixture.run()
        #expect(result.rows == 1)
        #expect(result.blankLines == 1_000_000)
        #expect(sink.purchases.count == 1)
    }

    @Test func `a cell of a megabyte is one rejected row`() throws {
        let long = String(repeating: "x", count: 1_000_000)
        let fixture = try ImportFixture(
            .purchases, Self.header + "1,\(long),2026-01-02,3\n2,b,2026-01-02,3\n")
        defer { fixture.remove() }
        let (result, sink) = try fixture.run()
        #expect(result.rows == 2)
        #expect(result.rejected == 1)
        #expect(result.inserted == 1)
        #expect(sink.purchases.map(\.reference) == ["2"])
        let rejects = try #require(fixture.rejects)
        #expect(rejects.contains(long))
        #expect(rejects.hasSuffix(",2,\"a cell is longer than 65536 bytes\"\n"))
    }

    @Test func `quotes that never close end the import after a hundred, with the line`() throws {
        let filler = String(repeating: "y", count: 1023) + "\n"
        let open = "\"x\n" + String(repeating: filler, count: ImportLimits.fieldBytesMax / 1024)
        let fixture = try ImportFixture(
            .purchases, Self.header + String(repeating: open, count: ImportLimits.unclosedQuotesMax + 1))
        defer { fixture.remove() }
        let line = 2 + ImportLimits.unclosedQuotesMax * (ImportLimits.fieldBytesMax / 1024 + 1)
        #expect(
            throws: ImportError.tooManyUnclosedQuotes(
                path: fixture.file.path, line: line, rowsMax: ImportLimits.unclosedQuotesMax)
        ) { try fixture.run() }
    }

    @Test func `what is no file at all is one clear error`() throws {
        let fixture = try ImportFixture(.purchases, "")
        defer { fixture.remove() }
        #expect(throws: ImportError.emptyFile(path: fixture.file.path)) { try fixture.run() }
        var missing = fixture
        missing.file = fixture.folder.appending(path: "none.csv")
        #expect(throws: ImportError.noSuchFile(path: missing.file.path)) { try missing.run() }
        missing.file = fixture.folder
        #expect(throws: ImportError.notAPlainFile(path: fixture.folder.path)) { try missing.run() }
    }

    @Test func `a header in another encoding than was said asks for the encoding`() throws {
        var fixture = try ImportFixture(.customers, bytes: Data([0xA9, 0x6D, 0xA6, 0x57, 0x0A, 0x61, 0x0A]))
        defer { fixture.remove() }
        fixture.encoding = .utf8
        #expect(
            throws: ImportError.headerNotDecodable(path: fixture.file.path, line: 1, encoding: .utf8, looksLike: nil)
        ) { try fixture.run() }
    }
}
