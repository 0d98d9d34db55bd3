import Foundation
import ScreenHarness
import Testing

/// Files that are no use, through the real program under a memory limit: each ends by name and in time.
@Suite struct HostileImportTests {
    private let place: Workplace
    private static let header = "編號,姓名,電話\n"

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
    }

    private func importing(_ file: String) throws -> ProgramRun {
        let started = ContinuousClock.now
        let run = try place.run("import", "customers", file, "--json")
        #expect(ContinuousClock.now - started < .seconds(20))
        return run
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var status: Int32
        var code: String
        var says: String
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ status: Int32, _ code: String, _ says: String) {
            (self.name, self.bytes, self.status, self.code, self.says) = (name, Array(text.utf8), status, code, says)
        }
    }

    static let refused = [
        Case("an empty file", "", 65, "E_EMPTY_FILE", "empty"),
        Case(
            "two columns of one name", "編號,姓名,姓名\n1,a,b\n", 65, "E_COLUMN",
            ":1: the header names 姓名 twice, columns 2 and 3"),
        Case("no column we know", "a,b\n1,2\n", 65, "E_COLUMN", ":1: customers need a column"),
        Case(
            "a header of five hundred columns", (1...500).map { "c\($0)" }.joined(separator: ",") + "\n", 65, "E_LIMIT",
            ":1: more than 256 columns"),
        Case(
            "a line of two megabytes", header + String(repeating: "x", count: 2 << 20), 65, "E_LIMIT",
            ":2: the line is longer"),
    ]

    @Test(arguments: refused)
    func `what is no table is refused by name and line`(sample: Case) throws {
        let file = place.path("bad.csv")
        try Data(sample.bytes).write(to: URL(fileURLWithPath: file))
        let run = try importing(file)
        #expect(run.status == sample.status)
        #expect(try run.errorCode() == sample.code)
        #expect(run.output.contains(sample.says), "\(run.output)")
    }

    /// Rows between good ones: each rejected with its line, the good ones kept, the counts adding up.
    @Test(arguments: [
        ("2,a\u{0}b,1", "2,\"a zero byte\""), ("2,\"never closed,1", "2,\"a quote is opened here and never closed\""),
        ("2,\(String(repeating: "x", count: 100_000)),1", "2,\"a cell is longer than 65536 bytes\""),
        ("2,a,1,too,many", "2,\"5 cells where the header names 3\""), (",,", "2,\"every cell is empty\""),
    ])
    func `a bad row is rejected with its line and the others are kept`(row: String, reason: String) throws {
        let file = try place.write(Self.header + row + "\n3,王,0912345678\n", to: "rows.csv")
        let run = try importing(file)
        #expect(run.status == 0)
        let answer = try run.json()
        #expect(answer["rows"] as? Int == 2)
        #expect(answer["inserted"] as? Int == 1)
        #expect(answer["rejected"] as? Int == 1)
        let rejects = try String(contentsOfFile: try #require(answer["rejects_file"] as? String), encoding: .utf8)
        #expect(rejects.contains(reason), "\(rejects.suffix(200))")
    }

    @Test func `a fifo, a folder and a device are no files to read`() throws {
        let fifo = place.path("fifo")
        try #require(mkfifo(fifo, 0o600) == 0)
        for path in [fifo, place.folder.path, "/dev/zero"] {
            let run = try importing(path)
            #expect(run.status == 66)
            #expect(try run.errorCode() == "E_UNREADABLE")
            #expect(run.output.contains("not a plain file"))
        }
    }

    @Test func `ten gigabytes without a line end are given up at once`() throws {
        let file = try place.write(Self.header, to: "hole.csv")
        try #require(truncate(file, 10 << 30) == 0)
        let started = ContinuousClock.now
        let run = try importing(file)
        #expect(ContinuousClock.now - started < .seconds(2))
        #expect(run.status == 65)
        #expect(run.output.contains("hole.csv:2: the line is longer than 1048576 bytes"))
    }

    @Test func `a million blank lines are no rows`() throws {
        let file = try place.write(
            Self.header + String(repeating: "\n", count: 1_000_000) + "1,王,\n", to: "blank.csv")
        let answer = try importing(file).json()
        #expect(answer["rows"] as? Int == 1)
        #expect(answer["blank_lines"] as? Int == 1_000_000)
    }

    @Test func `a stopped import says where to go on, and the same file completes it`() throws {
        let rows = 200_000
        let text = Self.header + (1...rows).map { "\($0),王\($0),09\(10_000_000 + $0)\n" }.joined()
        let file = try place.write(text, to: "long.csv")
        try #require(try place.run("init", "--store", place.path("stop.sqlite")).status == 0)
        let program = try ProgramRun.executable.path
        let answer = place.path("answer.json")
        let terminal = try ScreenSession(
            executable: "/bin/sh",
            arguments: [
                "-c",
                "exec \(program) import customers \(file) --json --store \(place.path("stop.sqlite")) > \(answer)",
            ], environment: ["HOME": place.folder.path])
        // The bar counts what is committed.
        try terminal.wait(for: "a batch", timeoutSeconds: 60) { rows in
            rows.contains { $0.contains("a second") && !$0.contains(" 0 rows") }
        }
        terminal.send("\u{03}")
        #expect(terminal.exitStatus(timeoutSeconds: 30) == 75 << 8)
        let told = try Data(contentsOf: URL(filePath: answer))
        let stopped = try #require(try JSONSerialization.jsonObject(with: told) as? [String: Any])
        let kept = try #require(stopped["inserted"] as? Int)
        #expect(kept == stopped["rows"] as? Int)
        #expect(stopped["resume_line"] as? Int == kept + 2)
        #expect(kept > 0 && kept < rows)
        let again = try place.run(
            "import", "customers", file, "--json", "--store", place.path("stop.sqlite")
        ).json()
        #expect(again["unchanged"] as? Int == kept)
        #expect(again["inserted"] as? Int == rows - kept)
    }
}
