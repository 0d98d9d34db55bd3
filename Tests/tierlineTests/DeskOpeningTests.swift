import Foundation
import ScreenHarness
import Testing

@Suite struct DeskOpeningTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
    }

    private func session(_ arguments: [String], environment: [String: String] = [:], rows: Int = 24, columns: Int = 80)
        throws -> ScreenSession
    {
        let home = [
            "HOME": place.folder.path, "XDG_DATA_HOME": place.path("data"), "XDG_STATE_HOME": place.path("state"),
            "XDG_CONFIG_HOME": place.path("config"),
        ]
        return try ScreenSession(
            executable: try ProgramRun.executable.path, arguments: arguments,
            environment: home.merging(environment) { _, new in new }, rows: rows, columns: columns)
    }

    @Test func `the demo opens the desk as amy, labelled, finds a customer, and leaves the terminal as it was`() throws
    {
        let desk = try session(["demo", "--customers", "80"])
        try desk.wait(forText: "DEMO", timeoutSeconds: 60)
        #expect(desk.text[0].contains("amy"))
        #expect(desk.showsAlternateScreen)
        desk.send("C000080")
        try desk.wait(for: "one candidate", until: { rows in rows.contains { $0.contains("1 found") } })
        kill(desk.processIdentifier, SIGTERM)
        let status = try #require(desk.exitStatus(timeoutSeconds: 10))
        #expect(status == 0)
        #expect(!desk.showsAlternateScreen)
        #expect(desk.settings == desk.settingsBefore)
    }

    @Test func `the demo's supervisor opens it too`() throws {
        try #require(try place.run("demo", "--no-open", "--customers", "60").status == 0)
        let desk = try session(["demo", "--as", "sue"])
        try desk.wait(forText: "sue")
    }

    @Test(arguments: [("dumb", "cannot place its cursor"), ("nonesuch-terminal", "knows no terminal")])
    func `a terminal that cannot do it is one clear line and 69`(terminal: String, words: String) throws {
        try #require(try place.run("demo", "--no-open", "--customers", "60").status == 0)
        let desk = try session(["demo"], environment: ["TERM": terminal])
        #expect(desk.exitStatus(timeoutSeconds: 20) == 69 << 8)
        #expect(String(decoding: desk.output, as: UTF8.self).contains(words))
    }

    @Test func `a window of 20x5 says what is needed and ends with 69`() throws {
        try #require(try place.run("demo", "--no-open", "--customers", "60").status == 0)
        let desk = try session(["demo"], rows: 5, columns: 20)
        #expect(desk.exitStatus(timeoutSeconds: 20) == 69 << 8)
        #expect(desk.output.filter { $0 == 0x1B }.isEmpty)
    }
}
