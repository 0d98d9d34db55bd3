import Foundation
import Testing

@Suite struct ExportCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
    }

    private func count(_ run: ProgramRun, _ key: String) throws -> Int { try run.json()[key] as? Int ?? -1 }

    private func importing(_ kind: String, _ file: String, _ more: String...) throws -> [Int] {
        let run = try ProgramRun(["import", kind, file, "--json"] + more, home: place.folder)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        return try ["rows", "inserted", "updated", "unchanged", "rejected"].map { try count(run, $0) }
    }

    /// What every kind needs to be there: two customers, a vehicle, purchases, contacts, a holding, a complaint.
    private func fill() throws {
        let files = [
            (
                "customers",
                "編號,姓名,電話,生日,身分證字號,禁忌,同意事項\n1,王小明,0912-345-678#9,1980-05-01,A123456789,勿早於九點,錄音=是\n2,=李四,02-2720-8889,,,,\n"
            ),
            ("vehicles", "id,customer,plate,model\nv1,1,ABC-1235,Altis\n"),
            (
                "purchases",
                "id,customer,date,amount,product\np1,1,2026-01-02,300,茶\np2,1,2026-01-03,-300,茶\np3,,2026-01-03,5,\n"
            ),
            ("interactions", "id,customer,at,kind,direction,text\ni1,1,2026-01-02 10:00,call,in,問候\n"),
            ("holdings", "id,customer,product,number,since\nh1,1,保險,P-1,2025-01-01\n"),
            ("complaints", "id,customer,received_at,closed_at,summary,channel\nc1,1,2026-01-02,2026-01-05,壞了,call\n"),
        ]
        for (kind, text) in files {
            let counts = try importing(kind, try place.write(text, to: kind + ".csv"), "--source", "crm")
            #expect(counts[0] == counts[1], "\(kind) \(counts)")
        }
    }

    @Test(arguments: ["csv", "xlsx"])
    func `every kind leaves the program and enters another store whole`(format: String) throws {
        try fill()
        let other = place.path("other.sqlite")
        try #require(try place.run("init", "--region", "TW", "--store", other).status == 0)
        for (kind, rows) in [
            ("customers", 2), ("vehicles", 1), ("purchases", 3), ("interactions", 1), ("holdings", 1),
            ("complaints", 1),
        ] {
            let file = place.path("out-\(kind).\(format)")
            let run = try place.run("export", kind, "--output", file, "--reason", "move", "--json")
            #expect(run.status == 0, "\(kind): \(run.output)\(run.errors)")
            #expect(try count(run, "rows") == rows)
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            #expect(try importing(kind, file) == [rows, 0, 0, rows, 0], "\(kind)")
            #expect(try importing(kind, file, "--store", other) == [rows, rows, 0, 0, 0], "\(kind)")
            let again = place.path("again-\(kind).\(format)")
            #expect(try place.run("export", kind, "--output", again, "--store", other).status == 0)
            if format == "csv" { #expect(try lines(file) == lines(again), "\(kind)") }
        }
    }

    /// The rows without the last line, which names the moment.
    private func lines(_ file: String) throws -> [Substring] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").dropLast()
    }

    @Test func `formulas are neutralised, a missing character is named or escaped`() throws {
        let file = try place.write("id,name,hint\n1,王喆,=1+1\n", to: "c.csv")
        #expect(try importing("customers", file) == [1, 1, 0, 0, 0])
        let text = try place.run("export", "customers").output
        #expect(text.contains(#""'=1+1""#))
        #expect(text.hasPrefix("\u{FEFF}\"tierline_customer\","))
        let refused = try place.run(
            "export", "customers", "--encoding", "big5", "--output", place.path("x.csv"), "--json")
        #expect(refused.status == 65)
        #expect(try refused.errorCode() == "E_ENCODING")
        #expect(refused.output.contains("喆 (U+5586)"))
        #expect(!FileManager.default.fileExists(atPath: place.path("x.csv")))
        let escaped = try place.run(
            "export", "customers", "--encoding", "big5", "--escape", "--output", place.path("y.csv"))
        #expect(escaped.status == 0)
    }

    @Test func `an agent may not export, a supervisor only the rows of a day, the trail has both`() throws {
        let text = "id,name\n" + (1...600).map { "\($0),王\($0)\n" }.joined()
        #expect(try importing("customers", try place.write(text, to: "c.csv"))[1] == 600)
        #expect(try place.run("users", "add", "amy", "--role", "agent").status == 0)
        #expect(try place.run("users", "add", "sue", "--role", "supervisor").status == 0)
        let agent = try place.run("export", "customers", "--as", "amy", "--json")
        #expect(agent.status == 77)
        #expect(try agent.errorCode() == "E_FORBIDDEN_ROLE")
        let supervisor = try place.run("export", "customers", "--as", "sue", "--json")
        #expect(supervisor.status == 77)
        #expect(supervisor.output.contains("500"))
        let unfounded = try place.run("export", "customers", "--over-cap")
        #expect(unfounded.status == 64)
        let founded = try place.run(
            "export", "customers", "--over-cap", "--reason", "audit", "--output", place.path("o.csv"))
        #expect(founded.status == 0)
        let trail = try place.run("audit", "show", "--json").output
        #expect(trail.contains("\"export\""))
        #expect(trail.contains("audit"))
    }
}
