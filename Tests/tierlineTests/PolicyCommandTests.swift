import Foundation
import Testing

/// The sample of the specification, with a start of one's choice.
enum SamplePolicy {
    static func text(version: String = "2030-01-01.1", from start: String = "2026-01-01T00:00:00+08:00") -> String {
        """
        [policy]
        id = "retail"
        version = "\(version)"
        effective_from = \(start)
        published_by = "sup-014"
        approved_by = "dir-002"
        [calendars]
        default = "cn-office"
        [targets.standard]
        S1 = { ack = "15m",  first_response = "1h",  resolve = "8h"  }
        S2 = { ack = "30bm", first_response = "4bh", resolve = "2wd" }
        S3 = { ack = "2bh",  first_response = "1wd", resolve = "4wd" }
        S4 = { ack = "4bh",  first_response = "2wd", resolve = "4wd" }
        [targets.green]
        S3 = { first_response = "4bh", resolve = "2wd" }
        [targets.all]
        update = "3wd"
        remedy = "5wd"
        follow_up = "2wd"
        [ladder.default]
        calendar = "unit"
        steps = [{ to = "supervisor", wait = "30bm" }, { to = "manager", wait = "60bm" }]
        fallback = { to = "duty-manager", repeat = "30bm" }
        [authority]
        CNY = { agent = 20000, supervisor = 100000, manager = 500000, director = 5000000 }
        TWD = { agent = 1000, supervisor = 5000, manager = 25000, director = 250000 }
        [duty]
        duty-manager = ["dora"]

        """
    }
}

@Suite struct PolicyCheckTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test func `a sound policy passes, and a calendar about to end is a warning with its date`() throws {
        let file = try place.write(SamplePolicy.text(), to: "p.toml")
        let quiet = try place.run("policy", "check", file, "--json", "--at", "2026-03-01T00:00:00Z")
        #expect(quiet.status == 0)
        #expect(try quiet.json()["policy"] as? String == "retail 2030-01-01.1")
        #expect((try quiet.json()["warnings"] as? [Any])?.isEmpty == true)
        let late = try place.run("policy", "check", file, "--json", "--at", "2026-11-10T00:00:00Z")
        #expect(late.status == 0)
        let warnings = try #require(try late.json()["warnings"] as? [[String: Any]])
        #expect(warnings.map { $0["code"] as? String } == ["calendar_ends", "calendar_ends"])
        #expect(warnings.map { $0["dates"] as? [String] } == [["2026-12-31"], ["2026-12-31"]])
    }

    @Test func `every fault of a policy is told in one run, each with its line`() throws {
        let text = SamplePolicy.text()
            .replacing("ack = \"15m\"", with: "ack = \"0m\"")
            .replacing("ack = \"2bh\", ", with: "akc = \"2bh\", ")
            .replacing("S3 = { first_response = \"4bh\"", with: "S3 = { first_response = \"9bh\"")
            .replacing("fallback = { to = \"duty-manager\", repeat = \"30bm\" }\n", with: "")
            .replacing("supervisor = 100000", with: "supervisor = 20000")
            .replacing("[\"dora\"]", with: "[]")
        let file = try place.write(text, to: "p.toml")
        let run = try place.run("policy", "check", file, "--lang", "en")
        #expect(run.status == 78)
        #expect(
            run.errors.split(separator: "\n").map { $0.replacing("tierline: \(file):", with: "") } == [
                "10: 'ack' is '0m': must be more than zero",
                "12: 'ack' is missing in [targets.standard.S3]",
                "12: unknown key 'akc' in [targets.standard.S3]; did you mean 'ack'?",
                "15: 'first_response' is '9bh'; write no more than the standard 1wd (it is slower when received 2025-01-01T00:00:00)",
                "20: 'fallback' is missing in [ladder.default]",
                "24: 'supervisor' is '20000'; write more than the role below has (20000); limits rise with rank",
                "27: 'duty-manager' is 'empty'; write at least one login",
            ])
        let json = try place.run("policy", "check", file, "--json")
        #expect(json.status == 78)
        #expect(
            (try json.json()["errors"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [
                10, 12, 12, 15, 20, 24, 27,
            ])
        #expect(try json.errorCode() == "E_CONFIGURATION")
    }

    @Test func `two policies are compared knob by knob`() throws {
        let one = try place.write(SamplePolicy.text(), to: "a.toml")
        let other = try place.write(
            SamplePolicy.text()
                .replacing(
                    "first_response = \"1wd\", resolve = \"4wd\"", with: "first_response = \"1wd\", resolve = \"3wd\""
                )
                .replacing("{ to = \"manager\", wait = \"60bm\" }", with: "{ to = \"manager\", wait = \"45bm\" }"),
            to: "b.toml")
        let run = try place.run("policy", "diff", one, other, "--json")
        #expect(run.status == 0)
        let changes = try #require(try run.json()["changes"] as? [[String: String]])
        #expect(
            changes == [
                ["knob": "targets.standard.S3.resolve", "before": "4wd", "after": "3wd"],
                [
                    "knob": "ladder.default.steps", "before": "supervisor 30bm, manager 60bm",
                    "after": "supervisor 30bm, manager 45bm",
                ],
            ])
    }
}
