import Foundation
import Testing

@Suite struct EngineCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        try #require(try place.run("users", "add", "sue", "--role", "supervisor").status == 0)
    }

    private func openedLongAgo() throws -> String {
        let run = try place.run(
            "complaint", "open", "contact=0912345678", "channel=phone", "summary=x",
            "received_at=2026-03-02T10:00:00+08:00", "--json")
        return try #require(try run.json()["case"] as? String, "\(run.output)")
    }

    @Test func `a tick fires what is due once and says what`() throws {
        let number = try openedLongAgo()
        let status = try place.run("engine", "status", "--json").json()
        #expect(status["running"] as? Bool == false)
        #expect(status["backlog"] as? Int == 1)
        let run = try place.run("engine", "tick", "--json")
        #expect(run.status == 0, "\(run.output)")
        let tick = try run.json()
        #expect(try #require(tick["fired"] as? Int) > 0)
        let effects = try #require(tick["effects"] as? [[String: Any]])
        let escalated = try #require(effects.first { $0["effect"] as? String == "escalated" })
        #expect(escalated["case"] as? String == number)
        #expect(escalated["stage"] as? String == "L1")
        #expect(escalated["target"] as? String == "sue")
        let breached = try #require(effects.first { $0["effect"] as? String == "breached" })
        #expect(breached["stage"] as? String == "BREACH")
        #expect(breached["at"] as? String == "2026-03-02T12:00:00+08:00")
        let again = try place.run("engine", "tick", "--json").json()
        #expect(again["fired"] as? Int == 0)
        #expect((again["effects"] as? [Any])?.isEmpty == true)
        let verdict = try place.run("audit", "verify", "--json")
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    @Test func `a running engine fires by itself, says so on one line and ends cleanly when told to`() throws {
        _ = try openedLongAgo()
        let process = Process()
        process.executableURL = try ProgramRun.executable
        process.arguments = ["engine", "run", "--json", "--store", place.path("data/tierline/desk.sqlite")]
        process.environment = ["HOME": place.folder.path, "LANG": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Each line is read as it comes: who it is, then what it fired.
        var text = ""
        while text.split(separator: "\n").count < 2 {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        let running = try place.run("engine", "status", "--json").json()
        #expect(running["running"] as? Bool == true)
        #expect(running["backlog"] as? Int == 0)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        let lines = text.split(separator: "\n")
        #expect(lines.first?.contains("\"state\":\"active\"") == true)
        #expect(lines.dropFirst().first?.contains("\"effect\":\"escalated\"") == true, "\(text)")
        #expect(try place.run("engine", "status", "--json").json()["running"] as? Bool == false)
    }

    @Test func `only a supervisor may let a held engine go`() throws {
        try #require(try place.run("users", "add", "bob", "--role", "agent").status == 0)
        #expect(try place.run("engine", "release", "--as", "bob").status == 77)
        #expect(try place.run("engine", "release", "--as", "sue", "--json").json()["released"] as? Bool == false)
    }

    @Test func `why shows the arithmetic of a clock and names the clocks there are`() throws {
        let number = try openedLongAgo()
        let why = try place.run("complaint", "why", number, "resolve", "--json").json()
        for key in [
            "case", "clock", "generation", "state", "start", "budget", "due", "provisional", "remaining", "policy",
            "calendar", "calendar_version", "time_zone", "binding", "steps", "pauses", "adjustments", "law", "former",
        ] {
            #expect(why[key] != nil, "\(key)")
        }
        #expect(why["budget"] as? String == "4wd")
        #expect(why["due"] as? String == "2026-03-06T18:00:00+08:00")
        let steps = try #require(why["steps"] as? [[String: Any]])
        #expect(steps.map { $0["date"] as? String } == (2...6).map { "2026-03-0\($0)" })
        #expect(steps.map { $0["day"] as? Int } == [0, 1, 2, 3, 4])
        for language in ["zh-Hant", "zh-Hans", "en"] {
            let text = try place.run("complaint", "why", number, "RESOLVE", "--lang", language)
            #expect(text.status == 0)
            #expect(text.output.contains("2026-03-06"))
        }
        let unknown = try place.run("complaint", "why", number, "NOPE", "--json")
        #expect(unknown.status == 1)
        let error = try #require(try unknown.json()["error"] as? [String: Any])
        #expect(error["code"] as? String == "E_UNKNOWN_CLOCK")
        #expect((error["clocks"] as? [String])?.contains("STATUTORY:tw-consumer") == true)
        #expect((error["clocks"] as? [String])?.contains("ACK") == true)
    }
}
