import Foundation
import Testing

/// A store with a supervisor, a manager, a director, a compliance officer and a customer.
@Suite struct PolicyPublishTests {
    let place: Workplace
    let customer: String

    init() throws {
        place = try Workplace()
        _ = try place.run("init", "--region", "CN")
        for (login, role) in [
            ("sue", "supervisor"), ("max", "manager"), ("dina", "director"), ("cora", "compliance"), ("amy", "agent"),
        ] {
            _ = try place.run("users", "add", login, "--role", role)
        }
        customer = try #require(
            try place.run("customer", "new", "--name", "王小明", "--phone", "13800138000", "--json").json()["customer"]
                .flatMap { ($0 as? [String: Any])?["id"] as? String })
    }

    static func start(inDays days: Double) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: days * 86_400))
    }

    func open() throws -> String {
        let run = try place.run(
            "complaint", "open", "customer=\(customer)", "channel=phone", "summary=late", "live=true", "--as", "amy",
            "--json")
        return try #require(try run.json()["case"] as? String)
    }

    func policy(of number: String) throws -> String? {
        try place.run("complaint", "show", number, "--json").json()["policy"] as? String
    }

    @Test func `a proposal shows what it changes and rules nobody`() throws {
        let file = try place.write(SamplePolicy.text(version: "v1", from: Self.start(inDays: 30)), to: "p.toml")
        let proposed = try place.run("policy", "propose", file, "--as", "sue", "--json")
        #expect(proposed.status == 0, "\(proposed.errors)\(proposed.output)")
        #expect(try proposed.json()["state"] as? String == "proposed")
        #expect(try proposed.json()["against"] as? String == "default builtin.1")
        #expect(try policy(of: try open()) == "default builtin.1")
    }

    @Test func `who proposes may not approve, and an agent may do neither`() throws {
        let file = try place.write(SamplePolicy.text(version: "v1", from: Self.start(inDays: 30)), to: "p.toml")
        let agent = try place.run("policy", "propose", file, "--as", "amy", "--json")
        #expect(agent.status == 77)
        #expect(try agent.errorCode() == "E_FORBIDDEN_ROLE")
        #expect(try place.run("policy", "propose", file, "--as", "dina").status == 0)
        let own = try place.run("policy", "approve", "retail", "v1", "--as", "dina", "--json")
        #expect(own.status == 77)
        #expect(try own.errorCode() == "E_SELF_APPROVAL")
        let manager = try place.run("policy", "approve", "retail", "v1", "--as", "max", "--json")
        #expect(try manager.errorCode() == "E_FORBIDDEN_ROLE")
        #expect(try place.run("policy", "approve", "retail", "v1", "--as", "cora").status == 0)
        let again = try place.run("policy", "approve", "retail", "v1", "--as", "dina", "--json")
        #expect(again.status == 65)
        #expect(try again.errorCode() == "E_ALREADY_TAKEN")
        #expect(try place.run("policy", "approve", "retail", "v2", "--as", "dina").status == 66)
    }

    @Test func `a start in the past is refused with its line`() throws {
        let file = try place.write(SamplePolicy.text(version: "v1"), to: "p.toml")
        let run = try place.run("policy", "propose", file, "--as", "sue", "--lang", "en")
        #expect(run.status == 78)
        #expect(run.errors.hasPrefix("tierline: \(file):4: effective_from"), "\(run.errors)")
    }

    @Test func `new cases follow the policy in force, open ones stay until two people move them`() throws {
        let old = try open()
        let file = try place.write(
            SamplePolicy.text(version: "v1", from: Self.start(inDays: 3.0 / 86_400))
                .replacing("resolve = \"4wd\"", with: "resolve = \"3wd\""), to: "p.toml")
        let published = try place.run("policy", "publish", file, "--approved-by", "dina", "--as", "sue", "--json")
        #expect(published.status == 0, "\(published.output)\(published.errors)")
        let impact = try #require(try published.json()["impact"] as? [[String: Any]])
        #expect(impact.map { $0["case"] as? String }.contains(old))
        var new = try open()
        for _ in 0..<100 where try policy(of: new) != "retail v1" { new = try open() }
        #expect(try policy(of: new) == "retail v1")
        #expect(try policy(of: old) == "default builtin.1")
        let moved = try place.run("policy", "migrate", "retail", "v1", "--as", "sue", "--json")
        #expect(moved.status == 0, "\(moved.output)")
        #expect(try place.run("policy", "migrate", "retail", "v1", "--approve", "--as", "sue").status == 77)
        let done = try place.run("policy", "migrate", "retail", "v1", "--approve", "--as", "dina", "--json")
        #expect(done.status == 0, "\(done.output)")
        #expect(try policy(of: old) == "retail v1", "\(done.output)")
        #expect(try place.run("audit", "verify").status == 0)
    }

    @Test func `a later due time keeps a case on its policy`() throws {
        let old = try open()
        let file = try place.write(
            SamplePolicy.text(version: "v1", from: Self.start(inDays: 1.0 / 86_400))
                .replacing("resolve = \"4wd\"", with: "resolve = \"5wd\"")
                .replacing(
                    "S4 = { ack = \"4bh\",  first_response = \"2wd\", resolve = \"4wd\" }",
                    with: "S4 = { ack = \"4bh\",  first_response = \"2wd\", resolve = \"6wd\" }"),
            to: "p.toml")
        #expect(try place.run("policy", "publish", file, "--approved-by", "dina", "--as", "sue").status == 0)
        #expect(try place.run("policy", "migrate", "retail", "v1", "--as", "sue").status == 0)
        let done = try place.run("policy", "migrate", "retail", "v1", "--approve", "--as", "dina", "--json")
        #expect(try done.json()["moved"] as? Int == 0)
        #expect(try done.json()["refused"] as? Int == 1)
        #expect(try policy(of: old) == "default builtin.1")
    }

    @Test func `a calendar is published by two people and moves the due times of open cases`() throws {
        let number = try open()
        func due() throws -> String? {
            let clocks = try place.run("complaint", "show", number, "--json").json()["clocks"] as? [[String: Any]]
            return clocks?.first { $0["clock"] as? String == "FIRST_RESPONSE" }?["due"] as? String
        }
        let before = try due()
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        let text = """
            name = "cn-office"
            version = "typhoon"
            time_zone = "Asia/Shanghai"
            covers = ["\(year)-01-01", "\(year + 1)-12-31"]
            [weekly]
            sunday = ["09:00-10:00"]

            """
        let file = try place.write(text, to: "c.toml")
        let first = try place.run("calendar", "publish", file, "--as", "sue", "--json")
        #expect(try first.json()["state"] as? String == "proposed")
        #expect(try due() == before)
        let second = try place.run("calendar", "publish", file, "--as", "cora", "--json")
        #expect(second.status == 0, "\(second.output)")
        #expect(try second.json()["state"] as? String == "published")
        #expect(try second.json()["recalculated"] as? Int == 1)
        #expect(try due() != before)
        #expect(try place.run("audit", "verify").status == 0)
    }

    @Test func `a policy is replayed over the store's own past and changes nothing`() throws {
        let number = try open()
        let file = try place.write(
            SamplePolicy.text().replacing("resolve = \"4wd\"", with: "resolve = \"3wd\""), to: "p.toml")
        let run = try place.run("policy", "replay", file, "--from", "2020-01-01", "--to", "2099-12-31", "--json")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let document = try run.json()
        #expect((document["totals"] as? [String: Int])?["cases"] == 1)
        let cases = try #require(document["cases"] as? [[String: Any]])
        #expect(cases.map { $0["case"] as? String } == [number])
        let clocks = try #require(cases[0]["clocks"] as? [[String: Any]])
        #expect(clocks.map { $0["clock"] as? String }.contains("RESOLVE"))
        #expect(try policy(of: number) == "default builtin.1")
    }
}
