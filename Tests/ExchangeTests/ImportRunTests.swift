import Configuration
import Customers
import Dossier
import Foundation
import Money
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `A run of an import` {
    static let header = "id,date,amount\n"
    static func row(_ number: Int) -> String { "\(number),2026-01-02,3\n" }

    @Test func `rows the store turns away are in the rejects file as they came`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + (1...8).map(Self.row).joined())
        defer { fixture.remove() }
        let sink = RecordingSink(batchRows: 3)
        sink.refusedLines = [3, 9]
        let (result, _) = try fixture.run(into: sink)
        #expect((result.rows, result.inserted, result.rejected) == (8, 6, 2))
        #expect(
            fixture.rejects
                == "id,date,amount,line,reason\n2,2026-01-02,3,3,\"name is longer than 3\"\n8,2026-01-02,3,9,\"name is longer than 3\"\n"
        )
    }

    @Test func `the counts add up whatever the file holds`() throws {
        let bad = "x,never,3\n\"open\n\n,,\nz,2026-01-02,1,2\n"
        let fixture = try ImportFixture(.purchases, Self.header + Self.row(1) + bad + Self.row(2))
        defer { fixture.remove() }
        let (result, _) = try fixture.run()
        #expect(result.rows == result.inserted + result.updated + result.unchanged + result.rejected)
        #expect((result.rows, result.inserted, result.rejected, result.blankLines) == (6, 2, 4, 1))
    }

    @Test func `mended rejects can be read again`() throws {
        var fixture = try ImportFixture(
            .purchases, "id;date;note;amount\n1;soon;\"a;\n\"\"b\"\"\";3\n2;2026-01-02;;4\n", name: "rows.txt")
        defer { fixture.remove() }
        #expect(try fixture.run().result.rejected == 1)
        let rejects = try #require(fixture.rejects)
        #expect(rejects == "id;date;note;amount;line;reason\n1;soon;\"a;\n\"\"b\"\"\";3;2;\"at: no date: soon\"\n")
        let mended = fixture.folder.appending(path: "mended.txt")
        try rejects.replacing("soon", with: "2026-01-03").write(to: mended, atomically: true, encoding: .utf8)
        fixture.file = mended
        let (result, sink) = try fixture.run()
        #expect((result.rows, result.inserted) == (1, 1))
        #expect(sink.purchases.map(\.reference) == ["1"])
        #expect(result.ignoredColumns == ["note", "line", "reason"])
    }

    @Test func `an unclosed quote stands in the rejects as one whole cell`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + "\"1,2026-01-02,3\n" + Self.row(2))
        defer { fixture.remove() }
        try fixture.run()
        #expect(
            fixture.rejects
                == "id,date,amount,line,reason\n\"\"\"1,2026-01-02,3\",2,\"a quote is opened here and never closed\"\n")
    }

    @Test func `space-aligned rejects stay space-aligned`() throws {
        var fixture = try ImportFixture(.purchases, " id date  amount\n 1  x   3\n 2 20260102 4\n")
        defer { fixture.remove() }
        var map = ImportMap()
        map.delimiter = .whitespace
        fixture.map = map
        let (result, _) = try fixture.run()
        #expect((result.inserted, result.rejected) == (1, 1))
        #expect(fixture.rejects == " id date  amount line reason\n 1  x   3 2 at:_no_date:_x\n")
    }

    @Test func `the rejects file never overwrites the input`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + "1,x,3\n", name: "rejects.csv")
        defer { fixture.remove() }
        #expect(throws: ImportError.cannotWriteRejects(path: fixture.rejectsPath, errno: EEXIST)) { try fixture.run() }
        #expect(fixture.rejects == Self.header + "1,x,3\n")
    }

    @Test func `only its owner can read the rejects file`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + "1,x,3\n")
        defer { fixture.remove() }
        try fixture.run()
        let attributes = try FileManager.default.attributesOfItem(atPath: fixture.rejectsPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test(arguments: [
        ("/data/crm/list.csv", "/data/crm/list.rejects.csv"), ("list", "list.rejects"),
        ("a.b/list.tsv", "a.b/list.rejects.tsv"),
    ])
    func `rejects go beside the file, or here when that folder cannot be written`(path: String, rejects: String) {
        let here = rejects.split(separator: "/").last.map(String.init)
        #expect([rejects, here].contains(RejectsPath.standard(for: path)))
    }

    @Test func `a stop leaves whole batches and says where to resume`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + (1...200).map(Self.row).joined())
        defer { fixture.remove() }
        let sink = RecordingSink()
        let (result, _) = try fixture.run(into: sink, shouldStop: { sink.purchases.count >= 64 })
        #expect(result.rows == 64)
        #expect(result.inserted == 64)
        #expect(result.resumeLine == 66)
        #expect(sink.isFinished)
        #expect(try fixture.run().result.resumeLine == nil)
    }

    @Test func `the file's SHA-256 is taken on the way, and only of a whole file`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + (1...200).map(Self.row).joined())
        defer { fixture.remove() }
        let whole = try fixture.run().sink
        // sha256sum of the same text.
        #expect(whole.fileHash == "14c9f0ca6e19c62364f1b93b4e3a4c96df12a6e8a2f42a49f4d22256f5fa916e")
        #expect(try fixture.run(shouldStop: { true }).sink.fileHash == whole.fileHash)
    }

    @Test func `progress ends with the whole file`() throws {
        let fixture = try ImportFixture(.purchases, Self.header + (1...200).map(Self.row).joined())
        defer { fixture.remove() }
        var last: ImportProgress?
        _ = try fixture.run(progress: { last = $0 })
        #expect(last?.rows == 200)
        #expect(last?.bytesRead == last?.bytesTotal)
        #expect(last?.secondsLeft == 0)
        #expect(ImportProgress(rows: 100, bytesRead: 10, bytesTotal: 40, seconds: 2).secondsLeft == 6)
        #expect(ImportProgress(rows: 100, bytesRead: 10, bytesTotal: 40, seconds: 2).rowsPerSecond == 50)
    }

    @Test func `the result is the contract's JSON, absent things as null`() throws {
        var result = ImportResult()
        result.rows = 3
        result.inserted = 1
        result.updated = 1
        result.rejected = 1
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(result), as: UTF8.self)
                == #"{"blank_lines":0,"dry_run":false,"encoding":"utf-8","encoding_by":"ascii","ignored_columns":[],"inserted":1,"rejected":1,"rejects_file":null,"resume_line":null,"rows":3,"seconds":0,"sheet":null,"sheets":[],"source":"","unattributed":0,"unchanged":0,"updated":1}"#
        )
    }
}

@Suite struct `Repeated references` {
    private func numbers(_ texts: [String]) -> [Int?] {
        var counter = OccurrenceCounter()
        return texts.map { text in
            var text = text
            return text.withUTF8 { counter.next($0) }
        }
    }

    @Test func `the first is 1, the next 2, each for itself`() {
        #expect(numbers(["a", "b", "a", "", "a", "b", ""]) == [1, 1, 2, 1, 3, 2, 2])
    }

    @Test func `a hundred thousand different ones are all first, again all second`() {
        let texts = (0..<100_000).map { "invoice \($0 / 7) item \($0 % 7)" }
        let numbers = numbers(texts + texts)
        #expect(numbers.prefix(100_000).allSatisfy { $0 == 1 })
        #expect(numbers.suffix(100_000).allSatisfy { $0 == 2 })
    }
}
