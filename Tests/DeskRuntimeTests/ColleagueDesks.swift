import Foundation
import ScreenHarness
import Testing

/// Two real desks on one store.
@Suite struct ColleagueDesks {
    @Test func `one desk shows who else has the customer open, and a killed one is gone after fifteen seconds`() throws
    {
        let centre = try DeskCentre()
        try centre.run("users", "add", "bob", "--role", "agent")
        let mine = try centre.desk()
        mine.send("45678" + Keys.enter)
        try mine.wait(forText: "未結客訴 0")
        let theirs = try centre.desk(arguments: ["--as", "bob"])
        theirs.send("45678" + Keys.enter)
        try mine.wait(forText: "bob 檢視中", timeoutSeconds: 5)
        theirs.send(Keys.f6)
        try mine.wait(forText: "bob 填寫中", timeoutSeconds: 5)
        for child in try children(of: theirs.processIdentifier) { kill(child, SIGKILL) }
        let killed = Date()
        try mine.wait(for: "nobody else", timeoutSeconds: 25) { rows in !rows.contains { $0.contains("bob") } }
        #expect(Date().timeIntervalSince(killed) > 9)
    }

    @Test func `a desk that ends in good order is gone at once`() throws {
        let centre = try DeskCentre()
        let mine = try centre.desk()
        mine.send("45678" + Keys.enter)
        try mine.wait(forText: "未結客訴 0")
        let theirs = try centre.desk()
        theirs.send("45678" + Keys.enter)
        try mine.wait(forText: "檢視中", timeoutSeconds: 5)
        kill(theirs.processIdentifier, SIGTERM)
        try mine.wait(for: "nobody else", timeoutSeconds: 5) { rows in !rows.contains { $0.contains("檢視中") } }
    }

    @Test func `without a usable runtime directory the desk works, alone`() throws {
        let centre = try DeskCentre()
        let desk = try centre.desk(environment: ["XDG_RUNTIME_DIR": "/proc", "TMPDIR": "/proc"])
        desk.send("45678" + Keys.enter)
        try desk.wait(forText: "未結客訴 0")
    }
}

/// Processes whose parent is `parent`.
func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter { candidate in
        guard let stat = try? String(contentsOfFile: "/proc/\(candidate)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return false }
        return stat[end...].split(separator: " ").dropFirst(2).first.map(String.init) == String(parent)
    }
}
