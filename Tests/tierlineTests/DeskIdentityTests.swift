import Foundation
import ScreenHarness
import Testing

/// The real binary on a terminal: a file in Big5 is brought in, and two records of one person become one and two again.
@Suite struct DeskIdentityTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
    }

    /// Four rows in Big5 with one person twice and one row that says nothing; the name holds a second byte of `\\`.
    private static let big5: [UInt8] = [
        0xBD, 0x73, 0xB8, 0xB9, 0x2C, 0xA9, 0x6D, 0xA6, 0x57, 0x2C, 0xB9, 0x71, 0xB8, 0xDC, 0x2C, 0xB3, 0xC6, 0xB5,
        0xF9, 0x0A,
        0x31, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x2C, 0x30, 0x39, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37,
        0x38, 0x2C,
        0xB3, 0xDF, 0xC5, 0x77, 0xBE, 0x61, 0xB5, 0xA1, 0x0A, 0x32, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x2C,
        0x30, 0x39,
        0x31, 0x32, 0x2D, 0x33, 0x34, 0x35, 0x2D, 0x36, 0x37, 0x38, 0x2C, 0x0A, 0x33, 0x2C, 0xB3, 0xAF, 0xA4, 0x6A,
        0xA4, 0xE5,
        0x2C, 0x30, 0x39, 0x32, 0x32, 0x33, 0x33, 0x33, 0x34, 0x34, 0x34, 0x2C, 0xB1, 0x60, 0xAB, 0xC8, 0x0A, 0x2C,
        0x2C, 0x2C,
        0x0A,
    ]

    private func session(_ arguments: [String]) throws -> ScreenSession {
        let home = [
            "HOME": place.folder.path, "XDG_DATA_HOME": place.path("data"), "XDG_STATE_HOME": place.path("state"),
            "XDG_CONFIG_HOME": place.path("config"),
        ]
        return try ScreenSession(
            executable: try ProgramRun.executable.path, arguments: arguments, environment: home, rows: 24, columns: 100)
    }

    @Test func `a Big5 file is chosen, tried and imported, and who is in it twice is merged and parted again`() throws {
        try #require(try place.run("init", "--region", "TW").status == 0)
        let file = place.path("kh.csv")
        try Data(Self.big5).write(to: URL(fileURLWithPath: file))
        let desk = try session(["--lang", "en"])
        try desk.wait(forText: "Tierline")
        desk.send("\u{2}")
        try desk.wait(forText: "choose it")
        // Few enough keys to count as typed: of a paste the Enter right behind it would be dropped.
        desk.send("~/kh.csv")
        try desk.wait(forText: "1  kh.csv")
        desk.send("\r")
        try desk.wait(forText: "What are the rows?")
        desk.send("1")
        try desk.wait(forText: "big5 (detected)")
        desk.send("\u{13}")
        try desk.wait(forText: "nothing was kept")
        desk.send("\u{13}")
        try desk.wait(forText: "imported: 4 rows: 3 new, 0 changed, 0 same, 1 refused")
        try desk.wait(forText: "kh.rejects.csv")
        desk.send("\u{12}")
        try desk.wait(forText: "[waiting 1]")
        try desk.wait(forText: "same phone")
        desk.send("+")
        try desk.wait(forText: "is now part of")
        desk.send("\u{1A}")
        try desk.wait(forText: "are apart again")
        kill(desk.processIdentifier, SIGTERM)
        #expect(try #require(desk.exitStatus(timeoutSeconds: 10)) == 0)
        let found = try place.run("lookup", "許功蓋", "--json")
        #expect(found.output.contains("C000001") && found.output.contains("C000002"))
    }
}
