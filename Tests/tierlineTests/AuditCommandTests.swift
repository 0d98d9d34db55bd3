import Foundation
import Testing

@Suite struct AuditCommandTests {
    private let place: Workplace
    private let number: String
    private let seed: String

    init() throws {
        place = try Workplace()
        seed = try #require(try place.run("init", "--region", "TW", "--json").json()["audit_seed"] as? String)
        try #require(try place.run("customer", "new", "--name", "陳大文", "--phone", "0912345678").status == 0)
        let run = try place.run(
            "complaint", "open", "customer=C000001", "channel=phone", "summary=煞車異音", "live=true", "--json")
        number = try #require(try run.json()["case"] as? String)
        try #require(try place.run("complaint", "do", number, "note", "text=first").status == 0)
    }

    private func tamper(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [place.path("data/tierline/desk.sqlite"), sql]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func faults(_ run: ProgramRun) throws -> [String] {
        ((try run.json()["faults"] as? [[String: Any]]) ?? []).compactMap { $0["kind"] as? String }
    }

    @Test func `a sound trail is 0, with its seed from the first line on`() throws {
        let file = try place.write(seed + "\n", to: "seed")
        let run = try place.run("audit", "verify", "--seed-file", file, "--json")
        #expect(run.status == 0, "\(run.output)")
        let report = try run.json()
        #expect(report["intact"] as? Bool == true)
        #expect(report["first_keyed_line"] as? Int == 1)
        #expect(report["cases"] as? Int == 1)
        let wrong = try place.write("20000-" + String(repeating: "0", count: 64), to: "wrong")
        #expect(try place.run("audit", "verify", "--seed-file", wrong).status == 65)
        #expect(try place.run("audit", "verify", "--seed-file", place.path("none")).status == 66)
    }

    private static let damages: [(String, String)] = [
        ("UPDATE audit_trail SET detail = 'x' WHERE number = 2", "line_changed"),
        ("UPDATE audit_trail SET os_user = 'eve' WHERE number = 2", "line_changed"),
        ("UPDATE audit_trail SET link = zeroblob(32) WHERE number = 2", "line_changed"),
        ("DELETE FROM audit_trail WHERE number = 2", "line_missing"),
        ("UPDATE complaint_events SET actor = 'eve' WHERE sequence = 1", "event_changed"),
        ("UPDATE complaint_events SET fields = replace(fields, 'first', 'fresh')", "event_changed"),
        ("DELETE FROM complaint_events WHERE sequence = 3", "events_missing"),
        ("UPDATE complaints SET state = 'CLOSED'", "row_changed"),
        ("UPDATE complaints SET policy = 'mine 1'", "row_changed"),
        ("UPDATE complaint_clocks SET due = due + 1 WHERE name = 'RESOLVE'", "row_changed"),
        ("DELETE FROM complaint_timers", "row_changed"),
        ("UPDATE complaint_timers SET fire_at = fire_at + 864000000000", "row_changed"),
        (
            """
            INSERT INTO complaint_effects (id, complaint, sequence, kind, at, clock, generation, stage, target)
            VALUES (99, 2026000000001, 3, 'escalated', 1, 'ACK', 1, 'L1', 'eve')
            """, "row_changed"
        ),
    ]

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")), arguments: damages)
    func `damage is told by its kind`(sql: String, kind: String) throws {
        try tamper(sql)
        let run = try place.run("audit", "verify", "--json")
        #expect(run.status == 1, "\(run.output)")
        #expect(try faults(run).first == kind, "\(run.output)")
        #expect(try place.run("audit", "verify").status == 1)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
    func `a cut tail is found by a checkpoint, before and after the trail goes on`() throws {
        try #require(try place.run("customer", "edit", "C000001", "--hint", "x").status == 0)
        let file = place.path("checkpoints")
        #expect(try place.run("audit", "checkpoint", file).status == 0)
        #expect(try place.run("audit", "verify", "--checkpoint", file).status == 0)
        try tamper("DELETE FROM audit_trail WHERE number > 5")
        let cut = try place.run("audit", "verify", "--checkpoint", file, "--json")
        #expect(cut.status == 1)
        #expect(try faults(cut) == ["tail_cut"])
        for _ in 0..<3 { _ = try place.run("audit", "checkpoint") }
        let grown = try place.run("audit", "verify", "--checkpoint", file, "--json")
        #expect(grown.status == 1)
        #expect(try faults(grown) == ["head_changed"])
        let bad = try place.write("nonsense\n", to: "bad")
        #expect(try place.run("audit", "verify", "--checkpoint", bad).status == 65)
    }

    @Test func `reading the trail is a line of the trail`() throws {
        let lines = try place.run("audit", "show", number, "--json").jsonLines()
        #expect(lines.map { $0["act"] as? String } == ["event", "event", "event"])
        #expect(lines.first?["os_user"] as? String == lines.first?["actor"] as? String)
        let all = try place.run("audit", "show", "--json").jsonLines()
        #expect(all.last?["act"] as? String == "read_audit")
        #expect(
            all.contains { ($0["detail"] as? String)?.contains(number) == true && $0["act"] as? String == "read_audit" }
        )
    }

    @Test func `an agent sees the own acts, a supervisor the team's, an auditor everything`() throws {
        for (login, role) in [("bob", "agent"), ("sue", "supervisor"), ("rita", "auditor")] {
            try #require(try place.run("users", "add", login, "--role", role).status == 0)
        }
        let own = try place.run("audit", "show", "--as", "bob", "--json").jsonLines()
        #expect(Set(own.map { $0["actor"] as? String }) == ["bob"])
        let all = try place.run("audit", "show", "--as", "rita", "--json").jsonLines()
        #expect(all.count > own.count)
        #expect(
            try place.run(
                "audit", "breach", "--actor", "root", "--from", "2026-01-01", "--to", "2100-01-01", "--as", "bob"
            ).status == 77)
    }

    @Test func `a breach names whose data an account touched`() throws {
        try #require(try place.run("customer", "edit", "C000001", "--hint", "x").status == 0)
        let me = try #require(try place.run("users", "list", "--json").jsonLines().first?["login"] as? String)
        let report = try place.run(
            "audit", "breach", "--actor", me, "--from", "2020-01-01", "--to", "2100-01-01", "--json"
        ).json()
        let people = try #require(report["customers"] as? [[String: Any]])
        #expect(people.map { $0["customer"] as? String } == ["C000001"])
        #expect(people.first?["fields"] as? [String] == ["hint"])
        #expect(people.first?["cases"] as? [String] == [number])
    }

    @Test func `a bundle holds the case in the customer's language with its sums`() throws {
        let folder = place.path("bundle")
        let run = try place.run("audit", "bundle", number, folder, "--json")
        #expect(run.status == 0, "\(run.output)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            names == [
                "SHA256SUMS", "checkpoint.json", "clocks.txt", "complaint.json", "evidence.txt", "timeline.txt",
                "trail.jsonl",
            ])
        let timeline = try String(contentsOfFile: folder + "/timeline.txt", encoding: .utf8)
        #expect(timeline.contains("煞車異音"))
        let clocks = try String(contentsOfFile: folder + "/clocks.txt", encoding: .utf8)
        #expect(clocks.contains("到期"))
        #expect(try place.run("audit", "bundle", number, folder).status == 73)
        #expect(try place.run("audit", "bundle", "26-000009", place.path("other")).status == 1)
    }
}
