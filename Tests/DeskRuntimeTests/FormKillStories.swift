import Foundation
import ScreenHarness
import Testing

/// Forms half filled when their desk is killed, and work promised, on the real program.
@Suite struct FormKillStories {
    @Test func `a killed desk loses no field of a half-filled form, not the choices either`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        desk.send(Keys.f6)
        try desk.wait(forText: "新增客訴")
        // Words, channel 4, not on the line, severity 2, category, vulnerable 1, remedy sought; nothing is sent.
        desk.send("等候太久" + Keys.tab + "4" + Keys.tab + "2" + Keys.tab + "2" + Keys.tab + "服務" + Keys.tab + "1")
        desk.send(Keys.tab + "要求道歉")
        try desk.wait(forText: "要求道歉")
        let shown = Self.form(desk.text)
        let drafts = centre.home.appending(path: "state")
        try desk.wait(for: "the last field on disk") { _ in
            let files = FileManager.default.enumerator(at: drafts, includingPropertiesForKeys: nil)
            return files?.contains { file in
                guard let url = file as? URL, let text = try? String(contentsOf: url, encoding: .utf8) else {
                    return false
                }
                return text.contains("要求道歉")
            } == true
        }
        let children = try children(of: desk.processIdentifier)
        kill(desk.processIdentifier, SIGKILL)
        for child in children { kill(child, SIGKILL) }
        _ = try #require(desk.exitStatus(timeoutSeconds: 5))

        // The journal is read before the first customer is.
        let next = try centre.desk()
        next.send("45678" + Keys.enter)
        try next.wait(forText: "未結客訴 0")
        next.send(Keys.f4)
        try next.wait(for: "the draft, under its customer") { rows in
            rows.contains { $0.contains("草稿") && $0.contains("新增客訴") }
        }
        let row = try #require(next.text.first { $0.contains("草稿") && $0.contains("新增客訴") })
        next.send(row.prefix { !$0.isNumber }.isEmpty ? "1" : String(row.drop { !$0.isNumber }.prefix { $0.isNumber }))
        try next.wait(forText: "要求道歉")
        #expect(Self.form(next.text) == shown)
        #expect(shown.contains { $0.contains("[4 ") })
        #expect(shown.contains { $0.contains("[2 否") })
        #expect(try !centre.run("complaint", "list").contains("等候太久"))
    }

    @Test func `a call promised at one desk is made at the next one, taken back, and both lines verify`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk()
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
        desk.send(Keys.f10 + "30")
        try desk.wait(forText: "約定回電")
        desk.send("報價" + Keys.controlS)
        try desk.wait(forText: "秒內可復原 Ctrl-Z")
        #expect(try centre.run("follow-ups").contains("報價"))
        #expect(try centre.run("customer", "show", "C000001").contains("報價"))
        desk.send("\u{0E}")
        try desk.wait(for: "the call in the list") { $0.contains { $0.contains("回電") && $0.contains("林小雨") } }
        desk.send("1")
        try desk.wait(forText: "Ctrl-Q 登錄結果")
        desk.send("\u{11}1")
        try desk.wait(for: "the result, to be taken back") { rows in
            rows.contains { $0.contains("聯絡上") && $0.contains("Ctrl-Z") }
        }
        #expect(try !centre.run("follow-ups").contains("報價"))
        desk.send("\u{1A}")
        try desk.wait(forText: "已復原")
        #expect(try centre.run("follow-ups").contains("報價"))
        #expect(try centre.run("customer", "timeline", "C000001", "--json").contains("\"withdrawn\":true"))
        try centre.run("audit", "verify")
    }

    /// The rows of the form, without what changes by itself.
    private static func form(_ rows: [String]) -> [String] { rows.dropFirst(3).prefix(12).map { $0 } }
}
