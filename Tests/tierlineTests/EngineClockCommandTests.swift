import Foundation
import ScreenHarness
import Testing

/// The real program with a clock that jumped while the machine ran on (`faketime`; the time since the start stays true).
@Suite struct EngineClockCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        try #require(try place.run("users", "add", "sue", "--role", "supervisor").status == 0)
        let opened = try place.run(
            "complaint", "open", "contact=0912345678", "channel=phone", "summary=x", "live=true", "--json")
        try #require(opened.status == 0, "\(opened.output)")
        try #require(try place.run("engine", "tick").status == 0)
    }

    private func run(_ words: String..., clock: String? = nil) throws -> ProgramRun {
        try ProgramRun(words, home: place.folder, clock: clock)
    }

    /// Engine's lines in the trail: `act detail`.
    private func engineLines() throws -> [String] {
        try run("audit", "show", "--json").jsonLines().filter { $0["subject"] as? String == "engine" }
            .compactMap { line in (line["act"] as? String).map { $0 + " " + (line["detail"] as? String ?? "") } }
    }

    /// Effects the engine has brought about, by stage.
    private func fired() throws -> [String] {
        let list = try run("complaint", "list", "--json").jsonLines()
        let number = try #require(list.first?["case"] as? String)
        let events = try #require(try run("complaint", "show", number, "--json").json()["events"] as? [[String: Any]])
        return events.filter { $0["actor"] as? String == "engine" }.compactMap { $0["event_id"] as? String }
    }

    @Test func `an hour back nothing fires, one line says so, the status is 75, and the alarm is in the trail`() throws
    {
        let tick = try run("engine", "tick", clock: "-1h")
        #expect(tick.status == 75)
        #expect(tick.output.isEmpty)
        #expect(tick.errors.split(separator: "\n").count == 1)
        #expect(tick.errors.contains("E_CLOCK_BACKWARD"), "\(tick.errors)")
        #expect(try run("engine", "tick", "--json", clock: "-1h").errorCode() == "E_CLOCK_BACKWARD")
        #expect(try fired().isEmpty)
        #expect(try engineLines() == ["clock_doubtful clock_backward"])
        let hold = try run("engine", "status", "--json").json()["hold"] as? [String: Any]
        #expect(hold?["reason"] as? String == "clock_backward")
        #expect(try run("engine", "tick").status == 0, "the clock is right again")
        #expect(try engineLines() == ["clock_doubtful clock_backward", "clock_believed clock_backward"])
    }

    @Test func `three days ahead it waits for a supervisor's --go, which fires each thing once`() throws {
        let tick = try run("engine", "tick", clock: "+3d")
        #expect(tick.status == 75)
        #expect(tick.errors.split(separator: "\n").count == 1)
        #expect(tick.errors.contains("--go"), "\(tick.errors)")
        #expect(try run("engine", "tick", "--json", clock: "+3d").errorCode() == "E_CLOCK_JUMPED")
        #expect(try fired().isEmpty)
        try #require(try place.run("users", "add", "bob", "--role", "agent").status == 0)
        #expect(try run("engine", "tick", "--go", "--as", "bob", clock: "+3d").status == 77)
        let go = try run("engine", "tick", "--go", "--as", "sue", "--json", clock: "+3d")
        #expect(go.status == 0, "\(go.output)\(go.errors)")
        #expect(try #require(try go.json()["fired"] as? Int) > 0)
        let first = try fired()
        #expect(!first.isEmpty)
        let again = try run("engine", "tick", "--go", "--as", "sue", "--json", clock: "+3d")
        #expect(try again.json()["fired"] as? Int == 0)
        #expect(try fired() == first)
        #expect(Set(first).count == first.count)
        #expect(try run("audit", "verify").status == 0)
    }

    @Test(arguments: [("y\r", 0, true), ("n\r", 75, false), ("\r", 75, false)])
    func `on a terminal it asks before it fires`(answer: String, status: Int32, fires: Bool) throws {
        let call = try ProgramRun.call(["engine", "tick", "--lang", "en"], clock: "+3d")
        let terminal = try ScreenSession(
            executable: call.executable.path, arguments: call.arguments,
            environment: [
                "HOME": place.folder.path, "XDG_DATA_HOME": place.path("data"), "XDG_STATE_HOME": place.path("state"),
                "XDG_CONFIG_HOME": place.path("config"), "PATH": "/usr/bin:/bin",
            ], rows: 24, columns: 80)
        try terminal.wait(forText: "[y/N]")
        terminal.send(answer)
        #expect(terminal.exitStatus(timeoutSeconds: 20) == status << 8)
        #expect(try fired().isEmpty != fires)
    }

    @Test func `a running engine holds until it is released`() throws {
        let process = Process()
        (process.executableURL, process.arguments) = try ProgramRun.call(
            ["engine", "run", "--json", "--store", place.path("data/tierline/desk.sqlite")], clock: "+3d")
        process.environment = ["HOME": place.folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        func wait(for words: String) {
            while !text.contains(words) {
                let data = output.fileHandleForReading.availableData
                if data.isEmpty { return }
                text += String(decoding: data, as: UTF8.self)
            }
        }
        wait(for: "E_CLOCK_JUMPED")
        #expect(text.contains("\"state\":\"held\""), "\(text)")
        #expect(try fired().isEmpty)
        let released = try run("engine", "release", "--as", "sue", "--json", clock: "+3d")
        #expect(try released.json()["released"] as? Bool == true)
        wait(for: "\"fired\"")
        #expect(try !fired().isEmpty)
        let holder = try #require(try run("engine", "status", "--json").json()["holder"] as? String)
        // The engine itself: what stands before it has set its clock.
        kill(try #require(pid_t(holder.dropFirst("pid ".count))), SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
