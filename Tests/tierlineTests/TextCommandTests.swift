import Foundation
import Testing

@Suite struct TextCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
    }

    @Test func `parse reads arguments or lines and gives one line for each`() throws {
        let phones = try place.run("parse", "phone", "(02)2555-1234#12", "無", "--json").jsonLines()
        #expect(phones.count == 2)
        let number = try #require((phones[0]["numbers"] as? [[String: Any]])?.first)
        #expect(number["e164"] as? String == "+886225551234")
        #expect(number["ext"] as? String == "12")
        #expect(number["type"] as? String == "fixed_line")
        #expect((phones[1]["numbers"] as? [Any])?.isEmpty == true)
        let lines = try place.run("parse", "plate", "--json", input: "ABC-1235\r\nabc1235").jsonLines()
        #expect(lines.map { $0["raw"] as? String } == ["ABC-1235", "abc1235"])
        let keys = lines.map { ($0["candidates"] as? [[String: Any]])?.first?["key"] as? String }
        #expect(keys == ["ABC1235", "ABC1235"])
        let name = try place.run("parse", "name", "曾國藩", "--json").json()
        #expect((name["pinyin"] as? [String])?.contains("zengguofan") == true)
        let query = try place.run("parse", "query", "26-000123", "--json").json()
        #expect(query["kind"] as? String == "case")
        #expect(query["key"] as? String == "TL-2026-000123")
    }

    @Test func `themes are listed, shown and checked`() throws {
        let names = try place.run("theme", "list", "--json").jsonLines().compactMap { $0["theme"] as? String }
        #expect(Set(names).isSuperset(of: ["classic", "paper", "mono"]))
        let shown = try place.run("theme", "show", "paper", "--json").json()
        #expect((shown["roles"] as? [String: Any])?["tier.green"] != nil)
        #expect(try place.run("theme", "show", "nonesuch").status == 78)
        let bad = try place.write("name = \"x\"\n[roles]\ntext = { colour = 1 }\n", to: "bad.toml")
        let checked = try place.run("theme", "check", bad)
        #expect(checked.status == 78)
        #expect(checked.errors.contains("bad.toml:3"))
        #expect(try place.run("theme", "check", place.path("none.toml")).status == 66)
    }

    @Test func `text to a pipe has no colour`() throws {
        #expect(!(try place.run("theme", "show", "classic").output.contains("\u{1B}")))
    }

    @Test func `keys come from the desk's own table`() throws {
        let keys = try place.run("keys", "--json").jsonLines()
        #expect(keys.contains { $0["command"] as? String == "look-up" && ($0["keys"] as? [String])?.first == "F2" })
        #expect(try place.run("keys", "--lang", "zh-Hant").output.contains("F2"))
    }

    @Test func `doctor is content with a fresh store and finds a missing one`() throws {
        #expect(try place.run("doctor").status == 1)
        try #require(try place.run("init").status == 0)
        let run = try place.run("doctor", "--json")
        #expect(run.status == 0)
        let findings = try #require(try run.json()["findings"] as? [[String: Any]])
        #expect(
            Set(findings.compactMap { $0["check"] as? String }).isSuperset(of: ["store", "rows", "zone", "agents"]))
    }

    @Test func `a reader that goes away ends the program quietly`() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        let program = try ProgramRun.executable.path
        shell.arguments = ["-c", "yes 0912345678 | head -200000 | '\(program)' parse phone | head -1 >/dev/null"]
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        shell.waitUntilExit()
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
}
