import Foundation
import Testing

@Suite struct ComplaintCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        try #require(try place.run("customer", "new", "--name", "陳大文", "--phone", "0912345678").status == 0)
    }

    private func opened() throws -> String {
        let run = try place.run(
            "complaint", "open", "customer=C000001", "channel=phone", "summary=煞車異音", "remedy_sought=重修", "live=true",
            "--json")
        #expect(run.status == 0, "\(run.output)")
        return try #require(try run.json()["case"] as? String)
    }

    @Test func `a complaint is opened, settled in the call, and found again`() throws {
        let number = try opened()
        let shown = try place.run("complaint", "show", number, "--json").json()
        for key in [
            "case", "customer", "state", "severity", "category", "level", "owner", "handler", "version", "policy",
            "received_at", "clocks", "offers", "tasks", "legal", "events",
        ] {
            #expect(shown[key] != nil, "\(key)")
        }
        #expect(shown["state"] as? String == "ACKNOWLEDGED")
        #expect(shown["customer"] as? String == "C000001")
        let clock = try #require((shown["clocks"] as? [[String: Any]])?.first { $0["clock"] as? String == "RESOLVE" })
        for key in ["clock", "generation", "start", "budget", "due", "state", "remaining", "provisional", "late"] {
            #expect(clock[key] != nil, "\(key)")
        }
        #expect((clock["remaining"] as? String)?.hasPrefix("PT") == true)
        let event = try #require((shown["events"] as? [[String: Any]])?.first)
        for key in ["seq", "event_id", "type", "occurred_at", "recorded_at", "actor", "role", "fields", "hash"] {
            #expect(event[key] != nil, "\(key)")
        }
        let settled = try place.run(
            "complaint", "do", number, "resolve_now", "severity=S3", "category=repair", "outcome=upheld",
            "decision_told=true", "error_admitted=true", "apology=true", "--json")
        #expect(settled.status == 0, "\(settled.output)")
        let answer = try settled.json()
        #expect(answer["state"] as? String == "RESOLVED")
        #expect((answer["event"] as? [String: Any])?["type"] as? String == "resolve_now")
        #expect((answer["effects"] as? [[String: Any]])?.isEmpty == false)
        let found = try place.run("lookup", number, "--json").json()
        #expect(found["kind"] as? String == "case")
        let list = try place.run("complaint", "list", "--state", "RESOLVED", "--json").jsonLines()
        #expect(list.map { $0["case"] as? String } == [number])
    }

    @Test func `a refused event is the error with its code and the legal events`() throws {
        let number = try opened()
        let illegal = try place.run("complaint", "do", number, "close", "root_cause=x", "disposition=y", "--json")
        #expect(illegal.status == 65)
        let error = try #require(try illegal.json()["error"] as? [String: Any])
        #expect(error["code"] as? String == "E_ILLEGAL_TRANSITION")
        #expect((error["legal"] as? [String])?.contains("assess") == true)
        #expect(try place.run("complaint", "do", number, "explode", "--json").errorCode() == "E_UNKNOWN_EVENT")
        #expect(
            try place.run("complaint", "do", number, "note", "colour=red", "--json").errorCode() == "E_UNKNOWN_FIELD")
        #expect(try place.run("complaint", "do", number, "note", "--json").errorCode() == "E_MISSING_FIELD")
        let bad = try place.run(
            "complaint", "do", number, "assess", "severity=S9", "category=a", "vulnerable=no", "--json")
        #expect(bad.status == 65)
        #expect(try bad.errorCode() == "E_BAD_VALUE")
    }

    @Test func `a case that does not exist is 1`() throws {
        #expect(try place.run("complaint", "show", "TL-2020-000009").status == 1)
        let run = try place.run("complaint", "do", "20-000009", "note", "text=x", "--json")
        #expect(run.status == 1)
        #expect(try run.errorCode() == "E_UNKNOWN_CASE")
    }

    @Test func `an old version is 75`() throws {
        let number = try opened()
        let run = try place.run("complaint", "do", number, "note", "text=x", "--expect-version", "1", "--json")
        #expect(run.status == 75)
        #expect(try run.errorCode() == "E_STALE_VERSION")
    }

    @Test func `a role that may not is 77`() throws {
        let number = try opened()
        try #require(try place.run("users", "add", "bob", "--role", "agent").status == 0)
        let run = try place.run(
            "complaint", "do", number, "assess", "severity=S3", "category=a", "vulnerable=no", "--as", "bob", "--json")
        #expect(run.status == 77)
        #expect(try run.errorCode() == "E_FORBIDDEN_ROLE")
    }

    @Test func `the same event id again gives the first result`() throws {
        let number = try opened()
        let id = UUID().uuidString
        let first = try place.run("complaint", "do", number, "note", "text=once", "--event-id", id, "--json").json()
        let second = try place.run("complaint", "do", number, "note", "text=once", "--event-id", id, "--json").json()
        #expect(first["replayed"] as? Bool == false)
        #expect(second["replayed"] as? Bool == true)
        #expect(first["version"] as? Int == second["version"] as? Int)
        let trail = try place.run("complaint", "show", number, "--json").json()["events"] as? [[String: Any]]
        #expect(trail?.filter { $0["type"] as? String == "note" }.count == 1)
    }

    @Test func `times carry the offset of the store's zone`() throws {
        let shown = try place.run("complaint", "show", try opened(), "--json").json()
        #expect((shown["received_at"] as? String)?.hasSuffix("+08:00") == true)
    }
}
