import Foundation
import ScreenHarness
import Testing

/// The real program on a real store, as a person uses it.
@Suite struct DeskStories {
    @Test func `five final digits and Enter open the customer, and the note survives to the next desk`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678")
        try desk.wait(forText: "候選 1")
        desk.send(Keys.enter)
        try desk.wait(forText: "ABC-1235")
        try desk.wait(forText: "本次通話備註")
        desk.send(Keys.tab + "詢問保養費用")
        try desk.wait(forText: "詢問保養費用")
        desk.send(Keys.tab + "1" + Keys.controlS)
        try desk.wait(for: "the note in the history") { rows in
            rows.contains { $0.contains("來電") && $0.contains("詢問保養費用") }
        }
        #expect(try centre.run("customer", "timeline", "C000001").contains("詢問保養費用"))
    }

    @Test func `a complaint is opened from the note, settled, and found again by its number`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("ABC1235")
        try desk.wait(forText: "候選 1")
        desk.send(Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        desk.send(Keys.tab + "等候太久")
        try desk.wait(forText: "等候太久")
        desk.send(Keys.f6)
        try desk.wait(forText: "新增客訴")
        desk.send(Keys.controlS)
        try desk.wait(forText: "未結客訴 1")
        let number = try #require(try centre.run("complaint", "list").split(separator: " ").first)
        #expect(try centre.run("complaint", "show", String(number)).contains("等候太久"))
        try centre.run(
            "complaint", "do", String(number), "resolve_now", "severity=S4", "category=service",
            "outcome=not_upheld", "decision_told=true")
        desk.send(Keys.f2 + number)
        try desk.wait(forText: "林小雨")
        desk.send(Keys.enter)
        try desk.wait(for: "the case, resolved") { $0.contains { $0.contains("已解決") && $0.contains("S4") } }
    }

    @Test func `what another process writes shows without a key`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        try centre.run("complaint", "open", "customer=C000001", "channel=phone", "summary=從別處開立")
        try desk.wait(forText: "從別處開立", timeoutSeconds: 5)
    }

    @Test func `a killed desk gives the terminal back and the next one has the unsaved note`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        desk.send(Keys.tab + "還沒存的話")
        try desk.wait(forText: "還沒存的話")
        let drafts = centre.home.appending(path: "state")
        try desk.wait(for: "the draft on disk") { _ in
            FileManager.default.enumerator(atPath: drafts.path)?.contains { "\($0)".hasSuffix(".draft") } == true
        }
        for child in try children(of: desk.processIdentifier) { kill(child, SIGKILL) }
        let status = try #require(desk.exitStatus(timeoutSeconds: 5))
        #expect((status >> 8) & 0xFF == 128 + SIGKILL)
        #expect(desk.settings == desk.settingsBefore)
        #expect(!desk.showsAlternateScreen)

        let next = try centre.desk()
        next.send("45678" + Keys.enter)
        try next.wait(forText: "還沒存的話")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal ends the desk at once and the terminal is as before`(signal: Int32) throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        defer { withExtendedLifetime(centre) {} }
        kill(desk.processIdentifier, signal)
        _ = try #require(desk.exitStatus(timeoutSeconds: 2))
        #expect(desk.settings == desk.settingsBefore)
        #expect(!desk.showsAlternateScreen)
    }

    @Test func `control characters of an imported name never reach the terminal`() throws {
        let centre = try DeskCentre()
        let file = centre.home.appending(path: "hostile.csv")
        let name = "王\u{1B}]0;owned\u{7}小\u{9B}31m明\u{202E}"
        try Data("編號,姓名,電話\n7,\"\(name)\",0922000111\n".utf8).write(to: file)
        try centre.run("import", "customers", file.path, "--source", "crm")
        let desk = try centre.desk()
        desk.send("00111")
        try desk.wait(forText: "候選 1")
        desk.send(Keys.enter)
        try desk.wait(for: "the name, its control characters visible") { rows in
            rows.contains { $0.contains("王?]0;owned?小?31m明") }
        }
        let sent = String(decoding: desk.output, as: UTF8.self)
        #expect(!sent.contains("\u{1B}]"))
        #expect(!sent.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x202E || $0.value == 7 })
    }

    @Test(arguments: [("TERM", "dumb"), ("TERM", "no-such-terminal")])
    func `a terminal that cannot be drawn on gets one line`(variable: (String, String)) throws {
        let centre = try DeskCentre()
        let desk = try centre.start([], environment: [variable.0: variable.1])
        defer { withExtendedLifetime(centre) {} }
        let status = try #require(desk.exitStatus(timeoutSeconds: 5))
        #expect((status >> 8) & 0xFF == 69)
        #expect(desk.text.filter { !$0.isEmpty }.count <= 2)
        #expect(desk.text.contains { $0.hasPrefix("tierline: ") })
    }

    @Test func `a terminal of 20 by 5 is told what is needed`() throws {
        let centre = try DeskCentre()
        let desk = try centre.start([], rows: 5, columns: 20)
        defer { withExtendedLifetime(centre) {} }
        let status = try #require(desk.exitStatus(timeoutSeconds: 5))
        #expect((status >> 8) & 0xFF == 69)
        #expect(desk.text.joined().contains("60"))
    }

    @Test func `a paste with line ends presses no Enter`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        desk.send(Keys.tab + "\u{1B}[200~第一行\n第二行\u{1B}[201~")
        try desk.wait(forText: "第二行")
        #expect(try !centre.run("customer", "timeline", "C000001").contains("第一行"))
    }

    @Test func `fifty resizes leave a whole screen`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        defer { withExtendedLifetime(centre) {} }
        desk.send("45678")
        try desk.wait(forText: "候選 1")
        for step in 0..<50 { desk.resize(rows: 16 + step % 9, columns: 60 + step * 2 % 61) }
        desk.resize(rows: 40, columns: 120)
        try desk.wait(for: "the hint bar in the last row") { rows in
            rows.count == 40 && rows[39].contains("F1") && rows[2].contains("45678")
        }
    }
}
