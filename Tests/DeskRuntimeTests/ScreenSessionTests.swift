import ScreenHarness
import Testing

@Suite struct ScreenSessionTests {
    @Test func `the harness shows what a program prints, wide characters in two cells`() throws {
        let session = try ScreenSession(
            executable: "/bin/sh", arguments: ["-c", "printf 'a中b'; read x; printf \"$x!\""])
        try session.wait(forText: "a中b")
        #expect(session.cell(row: 0, column: 1).width == 2)
        #expect(session.cell(row: 0, column: 2).width == 0)
        #expect(session.cell(row: 0, column: 3).text == "b")
        session.send("甲\r")
        try session.wait(forText: "甲!")
        #expect(session.exitStatus(timeoutSeconds: 5) == 0)
    }

    @Test func `a wait that cannot come true says what the screen showed`() throws {
        let session = try ScreenSession(executable: "/bin/sh", arguments: ["-c", "printf here; read x"])
        #expect {
            try session.wait(forText: "there", timeoutSeconds: 0.3)
        } throws: { error in
            "\(error)".contains("here")
        }
    }
}
