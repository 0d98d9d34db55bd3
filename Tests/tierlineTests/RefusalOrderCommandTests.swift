import Foundation
import Testing

/// The order in which a complaint command is refused, or answered as before, by the program.
@Suite struct RefusalOrderCommandTests {
    private let place: Workplace
    private let number: String

    init() throws {
        place = try Workplace()
        try #require(try place.run("init", "--region", "TW").status == 0)
        let run = try place.run(
            "complaint", "open", "contact=0912345678", "channel=phone", "summary=x", "live=true", "--json")
        number = try #require(try run.json()["case"] as? String, "\(run.output)")
    }

    private func refusals() throws -> [String] {
        let lines = try place.run("audit", "show", "--json").jsonLines()
        return lines.filter { $0["act"] as? String == "refused" }.compactMap { $0["detail"] as? String }
    }

    @Test(arguments: [
        ["note", "colour=red"], ["note", "text="], ["assess", "severity=S9"], ["explode", "text=x"], ["close"],
        ["note", "text=other", "--expect-version", "1"],
    ])
    func `a known event id gives its first result whatever is asked with it`(words: [String]) throws {
        let id = UUID().uuidString
        let first = try place.run("complaint", "do", number, "note", "text=once", "--event-id", id, "--json").json()
        let again = try ProgramRun(
            ["complaint", "do", number] + words + ["--event-id", id, "--json"], home: place.folder)
        #expect(again.status == 0, "\(again.output)")
        let answer = try again.json()
        #expect(answer["replayed"] as? Bool == true)
        #expect(answer["version"] as? Int == first["version"] as? Int)
        #expect(
            (answer["event"] as? [String: Any])?["hash"] as? String == (first["event"] as? [String: Any])?["hash"]
                as? String)
        #expect(try refusals().isEmpty)
    }

    @Test func `a case opened again under a known event id is the first one, whatever is said of it`() throws {
        let id = UUID().uuidString
        let words = [
            "complaint", "open", "contact=0912345678", "channel=phone", "summary=y", "--event-id", id, "--json",
        ]
        let first = try ProgramRun(words, home: place.folder).json()
        let again = try place.run("complaint", "open", "colour=red", "--event-id", id, "--json")
        #expect(again.status == 0, "\(again.output)")
        #expect(try again.json()["case"] as? String == first["case"] as? String)
    }

    @Test(arguments: [
        (["TL-2020-000009", "explode"], 1, "E_UNKNOWN_CASE"),
        (["*", "explode", "--expect-version", "1"], 75, "E_STALE_VERSION"),
        (["*", "note", "colour=red", "--expect-version", "1"], 75, "E_STALE_VERSION"),
        (["*", "close", "colour=red"], 65, "E_UNKNOWN_FIELD"),
        (["*", "close", "score=x"], 65, "E_UNKNOWN_FIELD"),
        (["*", "follow_up", "score=9"], 65, "E_BAD_VALUE"),
        (["*", "follow_up"], 65, "E_ILLEGAL_TRANSITION"),
    ])
    func `unknown case, old version, wording, state: the first of them is the answer, and in the trail`(
        words: [String], status: Int32, code: String
    ) throws {
        let words = words.map { $0 == "*" ? number : $0 }
        let run = try ProgramRun(["complaint", "do"] + words + ["--json"], home: place.folder)
        #expect(run.status == status)
        #expect(try run.errorCode() == code)
        #expect(try refusals() == ["\(words[1]) \(code)"])
    }
}
