import Foundation
import Testing

@Suite struct StaffCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        try #require(try place.run("users", "add", "bob", "--role", "agent").status == 0)
        try #require(try place.run("users", "add", "sue", "--role", "supervisor").status == 0)
    }

    private func opened(by login: String) throws -> String {
        let run = try place.run(
            "complaint", "open", "contact=0912345678", "channel=phone", "summary=x", "live=true", "--as", login,
            "--json")
        return try #require(try run.json()["case"] as? String, "\(run.output)")
    }

    @Test func `who owns open cases is disabled only after others have accepted them`() throws {
        let number = try opened(by: "bob")
        let refused = try place.run("users", "disable", "bob", "--json")
        #expect(refused.status == 65)
        let error = try #require(try refused.json()["error"] as? [String: Any])
        #expect(error["code"] as? String == "E_OWNER_INVALID")
        #expect(error["cases"] as? [String] == [number])
        let offered = try place.run("users", "disable", "bob", "--offer-to", "root", "--as", "sue", "--json")
        #expect(offered.status == 75)
        #expect(try offered.json()["offered"] as? [String] == [number])
        #expect(try place.run("users", "disable", "bob").status == 65)
        let accepted = try place.run("complaint", "do", number, "transfer_owner", "to=root", "status=accepted")
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(try place.run("users", "disable", "bob").status == 0)
        #expect(try place.run("complaint", "show", number, "--json").json()["owner"] as? String == "root")
        #expect(try place.run("complaint", "open", "--as", "bob", "channel=phone").status == 77)
        #expect(try place.run("users", "edit", "bob", "--enable", "--json").json()["active"] as? Bool == true)
    }

    @Test func `a user is changed field by field`() throws {
        let run = try place.run(
            "users", "edit", "bob", "--name", "Bob", "--reports-to", "sue", "--backup", "root", "--role",
            "agent,supervisor", "--json")
        let user = try run.json()
        #expect(user["name"] as? String == "Bob")
        #expect(user["reports_to"] as? String == "sue")
        #expect(user["backup"] as? String == "root")
        #expect(user["roles"] as? [String] == ["agent", "supervisor"])
        let cleared = try place.run("users", "edit", "bob", "--backup", "", "--json").json()
        #expect(cleared["backup"] is NSNull)
        #expect(cleared["name"] as? String == "Bob")
        #expect(try place.run("users", "edit", "sue", "--reports-to", "bob").status == 65)
        #expect(try place.run("users", "edit", "nobody", "--name", "x").status == 1)
        #expect(try place.run("users", "edit", "bob", "--name", "x", "--as", "bob").status == 77)
    }

    @Test func `teams, units and the roster are kept and listed`() throws {
        #expect(try place.run("teams", "add", "front", "--lead", "sue").status == 0)
        #expect(try place.run("users", "edit", "bob", "--team", "front").status == 0)
        #expect(try place.run("teams", "list", "--json").jsonLines().first?["members"] as? [String] == ["bob"])
        #expect(
            try place.run(
                "units", "add", "u1", "--area", "02", "--area", "03=12000", "--skill", "brakes,tyres", "--calendar",
                "tw-office"
            ).status == 0)
        #expect(try place.run("units", "add", "u2", "--area", "02", "--skill", "a", "--calendar", "moon").status == 65)
        #expect(
            try place.run("units", "add", "u2", "--area", "02=x", "--skill", "a", "--calendar", "always").status == 64)
        let unit = try #require(try place.run("units", "list", "--json").jsonLines().first)
        #expect(unit["skills"] as? [String] == ["brakes", "tyres"])
        let areas = try #require(unit["areas"] as? [[String: Any]])
        #expect(areas.map { $0["area"] as? String } == ["02", "03"])
        #expect(areas.last?["distance_metres"] as? Int == 12_000)
        let entry = try place.run(
            "roster", "add", "sue", "--from", "2030-01-01", "--to", "2030-01-01", "--json"
        ).json()
        #expect(entry["from"] as? String == "2030-01-01T00:00:00+08:00")
        #expect(entry["to"] as? String == "2030-01-02T00:00:00+08:00")
        #expect(try place.run("roster", "add", "sue", "--from", "2030-01-02", "--to", "2030-01-01").status == 65)
        #expect(try place.run("roster", "list", "--json").jsonLines().count == 1)
        #expect(try place.run("roster", "remove", "1").status == 0)
        #expect(try place.run("roster", "remove", "1").status == 1)
    }

    @Test func `a password is one line of standard input and never an argument`() throws {
        #expect(try place.run("users", "password", "bob", input: "correct horse\n").status == 0)
        #expect(try place.run("users", "password", "bob", input: "short\n").status == 65)
        #expect(try place.run("users", "password", "bob", input: "").status == 65)
        #expect(try place.run("users", "password", "bob", "secret-words").status == 64)
        #expect(try place.run("users", "password", "nobody", input: "correct horse\n").status == 1)
        #expect(try place.run("users", "password", "sue", "--as", "bob", input: "correct horse\n").status == 77)
    }
}
