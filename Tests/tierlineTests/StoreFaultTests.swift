import Foundation
import Testing

@Suite struct StoreFaultTests {
    @Test func `a store that is not there is 66 and says how to make one`() throws {
        let run = try Workplace().run("lookup", "1")
        #expect(run.status == 66)
        #expect(run.errors.contains("tierline init"))
    }

    @Test func `a file that is no store is 69 and stays as it was`() throws {
        let place = try Workplace()
        let file = try place.write("This is no database.\n", to: "notes.txt")
        let run = try place.run("lookup", "1", "--store", file, "--json")
        #expect(run.status == 69)
        #expect(try run.errorCode() == "E_NOT_A_STORE")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "This is no database.\n")
    }

    @Test func `where nothing can be written a case is still read, and nothing is half done`() throws {
        let place = try Workplace()
        #expect(try place.run("init").status == 0)
        let open = try place.run(
            "complaint", "open", "channel=phone", "contact=0912345678", "summary=late", "live=true")
        try #require(open.status == 0, "\(open.errors)")
        func unableToWrite(_ arguments: String...) throws -> ProgramRun {
            try ProgramRun(arguments + ["--lang", "en"], home: place.folder, canWrite: false)
        }
        let number = String(try place.run("complaint", "list").output.prefix(9))
        let list = try unableToWrite("complaint", "list")
        #expect(list.status == 0 && list.output.contains("late") && list.errors.isEmpty, "\(list.errors)")
        let show = try unableToWrite("complaint", "show", number)
        #expect(show.status == 0 && show.output.contains("late"))
        #expect(show.errors.contains("may be missing from the trail"), "\(show.errors)")
        let note = try unableToWrite("complaint", "do", number, "note", "text=hello")
        #expect(note.status == 74)
        #expect(note.errors.split(separator: "\n").count == 1)
        #expect(try place.run("complaint", "show", number).output.contains("hello") == false)
        #expect(try place.run("audit", "verify").status == 0)
    }

    @Test func `a store of a newer release is 78`() throws {
        let place = try Workplace()
        #expect(try place.run("init").status == 0)
        let store = place.path("data/tierline/desk.sqlite")
        let sqlite = Process()
        sqlite.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        sqlite.arguments = [store, "PRAGMA user_version = 9999"]
        sqlite.standardOutput = FileHandle.nullDevice
        try sqlite.run()
        sqlite.waitUntilExit()
        try #require(sqlite.terminationStatus == 0)
        let run = try place.run("lookup", "1", "--json")
        #expect(run.status == 78)
        #expect(try run.errorCode() == "E_NEWER_SCHEMA")
    }

    @Test func `a store that exists already is not made again`() throws {
        let place = try Workplace()
        #expect(try place.run("init").status == 0)
        let run = try place.run("init", "--json")
        #expect(run.status == 73)
        #expect(try run.errorCode() == "E_EXISTS")
    }

    @Test func `a folder that cannot be made is 73`() throws {
        let place = try Workplace()
        let file = try place.write("", to: "plain")
        let run = try place.run("init", "--store", file + "/desk.sqlite", "--json")
        #expect(run.status == 73)
    }

    @Test func `PostgreSQL is refused by name as long as there is no engine for it`() throws {
        let run = try Workplace().run("lookup", "1", "--store", "postgres://host/desk", "--json")
        #expect(run.status == 69)
        #expect(try run.errorCode() == "E_NO_POSTGRES")
    }

    @Test func `without a terminal the desk says so and ends with 69`() throws {
        let place = try Workplace()
        #expect(try place.run("init").status == 0)
        let run = try place.run()
        #expect(run.status == 69)
        #expect(run.errors.contains("no terminal"))
    }

    @Test func `nobody acts under a login that does not exist`() throws {
        let place = try Workplace()
        #expect(try place.run("init").status == 0)
        let run = try place.run("customer", "new", "--name", "A", "--as", "ghost", "--json")
        #expect(run.status == 1)
        #expect(try run.errorCode() == "E_UNKNOWN_AGENT")
    }
}
