import Foundation
import Testing

@Suite struct DemoCommandTests {
    private static let now = "2026-11-23T15:00:00+08:00"

    @Test func `the same seed, moment and size make the same centre, another seed another one`() throws {
        let answers = try ["1", "1", "2"].map { seed in
            let place = try Workplace()
            let made = try place.run(
                "demo", "--no-open", "--customers", "120", "--seed", seed, "--now", Self.now, "--json")
            #expect(made.status == 0, "\(made.output)")
            var counts = try made.json()
            counts["seconds"] = nil
            counts["store"] = nil
            counts["seed"] = nil
            let store = place.path("data/tierline/demo.sqlite")
            let cards = try ["C1", "C60", "C120"].map {
                try place.run("customer", "timeline", $0, "--store", store, "--json").output
            }
            let cases = try place.run("complaint", "list", "--state", "all", "--store", store, "--json").jsonLines().map
            {
                "\($0["case"] ?? "") \($0["customer"] ?? "") \($0["state"] ?? "") \($0["summary"] ?? "") \($0["received_at"] ?? "")"
            }
            return "\(counts.sorted { $0.key < $1.key }) \(cards) \(cases.sorted())"
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0] != answers[2])
    }

    @Test func `a demo is labelled, has complaints in every state and both scripts`() throws {
        let place = try Workplace()
        let made = try place.run("demo", "--no-open", "--customers", "400", "--now", Self.now, "--json").json()
        #expect(made["label"] as? String == "DEMO")
        let store = place.path("data/tierline/demo.sqlite")
        let cases = try place.run("complaint", "list", "--state", "all", "--store", store, "--json").jsonLines()
        #expect(
            Set(cases.compactMap { $0["state"] as? String }) == [
                "RECEIVED", "ACKNOWLEDGED", "IN_PROGRESS", "WAITING", "REMEDY_OFFERED", "DEFERRED", "RESOLVED",
                "CLOSED",
                "WITHDRAWN", "MERGED",
            ])
        let dues = cases.compactMap { ($0["clocks"] as? [[String: Any]]) }.flatMap { $0 }
            .filter { $0["state"] as? String == "running" }.compactMap { $0["due"] as? String }
        let soon = dues.filter { ("2026-11-23T15:00:00+08:00"..."2026-11-23T16:00:00+08:00").contains($0) }
        let late = dues.filter { $0 < "2026-11-23T15:00:00+08:00" }
        #expect(!soon.isEmpty)
        #expect(!late.isEmpty)
        let tiers = try place.run("tiers", "update", "--store", store, "--json").json()["tiers"] as? [String: Int]
        for tier in ["green", "yellow", "red", "unrated"] { #expect((tiers?[tier] ?? 0) > 0, "\(tier)") }
    }

    @Test func `a demo that is there is not made again, and a real store is never replaced`() throws {
        let place = try Workplace()
        let arguments = ["demo", "--no-open", "--customers", "60", "--now", Self.now, "--json"]
        #expect(try ProgramRun(arguments, home: place.folder).json()["built"] as? Bool == true)
        #expect(try ProgramRun(arguments, home: place.folder).json()["built"] as? Bool == false)
        #expect(try ProgramRun(arguments + ["--fresh"], home: place.folder).json()["built"] as? Bool == true)
        let real = place.path("real.sqlite")
        #expect(try place.run("init", "--store", real).status == 0)
        for more in [[], ["--fresh"]] {
            let refused = try ProgramRun(arguments + ["--store", real] + more, home: place.folder)
            #expect(refused.status == 73)
            #expect(try refused.errorCode() == "E_EXISTS")
        }
    }
}
