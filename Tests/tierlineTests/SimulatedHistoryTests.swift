import Foundation
import Testing

/// The recorded histories of the engine's own tests, played by the program: the same lines must come of them.
@Suite struct SimulatedHistoryTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ComplaintsTests/Histories")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
    }()

    @Test func `the histories are there`() {
        #expect(Self.names.count >= 10)
    }

    @Test(arguments: names)
    func `what the program simulates is what is written beside the history`(_ name: String) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let history = Self.folder.appending(path: name + ".jsonl").path
        let run = try ProgramRun(["policy", "simulate", "default", "--events", history], home: home)
        #expect(run.status == 0, "\(run.errors)")
        var lines = try run.jsonLines()
        let final = lines.popLast()
        let last = try #require(final)
        #expect((last["cases"] as? [Any])?.isEmpty == false)
        let expected = try String(contentsOf: Self.folder.appending(path: name + ".expected"), encoding: .utf8)
        #expect(lines.map(Self.told) == expected.split(separator: "\n").map(String.init))
    }

    private static func told(_ line: [String: Any]) -> String {
        func text(_ key: String) -> String? { line[key] as? String }
        // Shanghai's offset stands behind every instant.
        func time(_ key: String) -> String? { text(key).map { String($0.dropLast(6)) } }
        let parts: [String?] = [
            time("at"), text("case"), text("effect"), text("clock"), (line["generation"] as? Int).map { "#\($0)" },
            text("stage"), time("due").map { "due " + $0 }, text("target").map { "to " + $0 },
            (line["late_minutes"] as? Int).map { "late \($0)" }, text("from").map { "from " + $0 },
            text("to").map { "now " + $0 }, text("code"),
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
