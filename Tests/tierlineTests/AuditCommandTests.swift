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

@Suite struct RefusalTrailTests {
    @Test func `every refused event is in the trail, whoever refused it`() throws {
        let place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        let run = try place.run(
            "complaint", "open", "contact=0912", "channel=phone", "summary=x", "live=true", "--json")
        let number = try #require(try run.json()["case"] as? String)
        let attempts: [([String], Int32, String)] = [
            (["explode"], 65, "E_UNKNOWN_EVENT"), (["warned"], 65, "E_UNKNOWN_EVENT"),
            (["note", "colour=red"], 65, "E_UNKNOWN_FIELD"), (["note"], 65, "E_MISSING_FIELD"),
            (["assess", "severity=S9", "category=a", "vulnerable=no"], 65, "E_BAD_VALUE"),
            (["note", "text=x", "--expect-version", "9"], 75, "E_STALE_VERSION"),
            (["close", "root_cause=x", "disposition=y"], 65, "E_ILLEGAL_TRANSITION"),
            (
                [
                    "resolve_now", "severity=S3", "category=a", "outcome=upheld", "decision_told=true",
                    "error_admitted=true",
                    "apology=true", "remedy_type=refund", "amount=900000", "currency=TWD", "consent=c", "executed=true",
                ], 77,
                "E_AUTHORITY_EXCEEDED"
            ),
        ]
        for (words, status, code) in attempts {
            let refused = try ProgramRun(["complaint", "do", number] + words + ["--json"], home: place.folder)
            #expect(refused.status == status, "\(words) \(refused.output)")
            #expect(try refused.errorCode() == code)
            let error = try refused.json()["error"] as? [String: Any]
            #expect((error?["legal"] as? [String])?.contains("assess") == true)
        }
        let missing = try place.run("complaint", "do", "20-000009", "note", "text=x", "--json")
        #expect(missing.status == 1)
        let lines = try place.run("audit", "show", "--json").jsonLines().filter { $0["act"] as? String == "refused" }
        #expect(
            lines.map { $0["detail"] as? String }
                == attempts.map { "\($0.0[0]) \($0.2)" } + ["note E_UNKNOWN_CASE"])
        #expect(lines.dropLast().allSatisfy { $0["subject"] as? String == number })
    }

    @Test func `opening a case's record is a line of the trail`() throws {
        let place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        try #require(try place.run("complaint", "open", "contact=0912", "channel=phone", "summary=x").status == 0)
        _ = try place.run("complaint", "show", "26-1")
        let number = try #require(try place.run("complaint", "list", "--json").jsonLines().first?["case"] as? String)
        _ = try place.run("complaint", "show", number)
        _ = try place.run("complaint", "why", number, "ACK")
        let acts = try place.run("audit", "show", number, "--json").jsonLines().map { $0["act"] as? String }
        #expect(acts.suffix(2) == ["read_case", "read_case"])
    }

    @Test func `promised call-backs and those after a resolution are one list`() throws {
        let place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        let run = try place.run(
            "complaint", "open", "contact=0912", "channel=phone", "summary=x", "live=true", "--json")
        let number = try #require(try run.json()["case"] as? String)
        #expect(try place.run("follow-ups", "--json").jsonLines().isEmpty)
        let settled = try place.run(
            "complaint", "do", number, "resolve_now", "severity=S3", "category=repair", "outcome=upheld",
            "decision_told=true", "error_admitted=true", "apology=true")
        #expect(settled.status == 0, "\(settled.errors)")
        let items = try place.run("follow-ups", "--mine", "--json").jsonLines()
        #expect(items.map { $0["case"] as? String } == [number])
        #expect(items.first?["kind"] as? String == "resolved")
        #expect(items.first?["overdue"] as? Bool == false)
        #expect(try place.run("follow-ups", "--due", "2020-01-01", "--json").jsonLines().isEmpty)
        #expect(try place.run("follow-ups", "--due", "someday").status == 65)
    }
}
