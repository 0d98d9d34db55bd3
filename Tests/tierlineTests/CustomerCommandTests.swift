import Foundation
import Testing

@Suite struct CustomerCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        let made = try place.run("init", "--region", "TW", "--json")
        try #require(made.status == 0)
    }

    @Test func `init tells what it made`() throws {
        let other = try Workplace()
        let made = try other.run("init", "--region", "hk", "--json").json()
        #expect(made["region"] as? String == "HK")
        #expect(made["currency"] as? String == "HKD")
        #expect(made["zone"] as? String == "Asia/Hong_Kong")
    }

    @Test func `a purchase and a return change the contribution at once`() throws {
        try #require(place.run("customer", "new", "--name", "陳大文").status == 0)
        let bought = try place.run("customer", "purchase", "C000001", "--amount", "1,260", "--json").json()
        #expect(bought["contribution_12m"] as? Int == 1_260)
        let returned = try place.run("customer", "purchase", "C000001", "--amount=-300", "--json").json()
        #expect(returned["contribution_12m"] as? Int == 960)
        #expect(returned["currency"] as? String == "TWD")
        let history = try place.run("customer", "timeline", "C000001", "--json").jsonLines()
        #expect(history.compactMap { $0["kind"] as? String } == ["return", "purchase"])
        #expect(try place.run("customer", "purchase", "C000001", "--amount", "1.5").status == 65)
        #expect(try place.run("customer", "purchase", "C000009", "--amount", "1").status == 1)
    }

    @Test func `a customer is kept, found in every way, shown and changed`() throws {
        let made = try place.run(
            "customer", "new", "--name", "陳大文", "--phone", "0912-345-678", "--plate", "ABC-1235", "--json")
        #expect(made.status == 0)
        let customer = try #require(try made.json()["customer"] as? [String: Any])
        #expect(customer["id"] as? String == "C000001")
        #expect((customer["phones"] as? [[String: Any]])?.first?["e164"] as? String == "+886912345678")
        for (text, kind) in [
            ("5678", "phone"), ("0912345678", "phone"), ("abc1235", "plate"), ("大文", "name"), ("C1", "customer"),
        ] {
            let found = try place.run("lookup", text, "--json")
            #expect(found.status == 0, "\(text)")
            let answer = try found.json()
            #expect(answer["kind"] as? String == kind, "\(text)")
            #expect((answer["matches"] as? [[String: Any]])?.first?["customer"] as? String == "C000001", "\(text)")
        }
        let changed = try place.run(
            "customer", "edit", "C000001", "--address", "台北市", "--clear", "name", "--remove-plate", "ABC-1235", "--json"
        )
        #expect(changed.status == 0)
        let now = try #require(try changed.json()["customer"] as? [String: Any])
        #expect(now["name"] is NSNull)
        #expect((now["plates"] as? [Any])?.isEmpty == true)
        #expect(now["version"] as? Int == 2)
    }

    @Test func `absent is null, never missing`() throws {
        try #require(try place.run("customer", "new", "--plate", "AB-1234").status == 0)
        let card = try place.run("customer", "show", "C1", "--json").json()
        let customer = try #require(card["customer"] as? [String: Any])
        for key in [
            "id", "name", "phones", "plates", "credit_grade", "stage", "class", "completeness", "ask_next",
            "preferences", "vulnerable",
        ] {
            #expect(customer[key] != nil, "\(key)")
        }
        for key in ["customer", "tier", "value", "alerts", "complaints", "timeline", "follow_ups", "holdings"] {
            #expect(card[key] != nil, "\(key)")
        }
        let tier = try #require(card["tier"] as? [String: Any])
        #expect(Set(tier.keys) == ["level", "reason", "since", "override", "inputs"])
        #expect(tier["level"] as? String == "unrated")
        let value = try #require(card["value"] as? [String: Any])
        for key in [
            "contribution_12m", "currency", "orders_12m", "recency_days", "p_overdue", "expected_purchases_12m",
            "expected_contribution_12m",
        ] {
            #expect(value[key] != nil, "\(key)")
        }
    }

    @Test func `nobody found is 1`() throws {
        #expect(try place.run("lookup", "99999").status == 1)
        #expect(try place.run("customer", "show", "C000042", "--json").errorCode() == "E_UNKNOWN_CUSTOMER")
        #expect(try place.run("customer", "show", "--phone", "0911222333").status == 1)
        #expect(try place.run("customer", "timeline", "C000042").status == 1)
    }

    @Test func `a number of two people opens nobody`() throws {
        for name in ["甲", "乙"] {
            try #require(try place.run("customer", "new", "--name", name, "--phone", "0912345678").status == 0)
        }
        let run = try place.run("customer", "show", "--phone", "0912345678", "--json")
        #expect(run.status == 1)
        #expect(try run.errorCode() == "E_SEVERAL")
    }

    @Test func `a change from an old version is 75 and changes nothing`() throws {
        try #require(try place.run("customer", "new", "--name", "甲").status == 0)
        try #require(try place.run("customer", "edit", "C1", "--name", "乙").status == 0)
        let run = try place.run("customer", "edit", "C1", "--name", "丙", "--expect-version", "1", "--json")
        #expect(run.status == 75)
        #expect(try run.errorCode() == "E_STALE_VERSION")
        let card = try place.run("customer", "show", "C1", "--json").json()
        #expect((card["customer"] as? [String: Any])?["name"] as? String == "乙")
    }

    @Test func `a customer nobody could find again is 65`() throws {
        let run = try place.run("customer", "new", "--address", "somewhere", "--json")
        #expect(run.status == 65)
        #expect(try run.errorCode() == "E_NOTHING_TO_FIND_BY")
    }

    @Test func `control characters of a name reach neither text nor JSON`() throws {
        let hostile = "A\u{1B}]0;pwned\u{7}\u{9B}31m\u{202E}B\nC"
        try #require(try place.run("customer", "new", "--name", hostile, "--phone", "0912345678").status == 0)
        for arguments in [["lookup", "5678"], ["customer", "show", "C1"], ["lookup", "5678", "--json"]] {
            let run = try ProgramRun(arguments, home: place.folder)
            #expect(run.status == 0)
            let controls = run.output.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
            }
            #expect(controls.isEmpty, "\(arguments)")
        }
        let found = try place.run("lookup", "5678", "--json").json()
        #expect((found["matches"] as? [[String: Any]])?.first?["name"] as? String == hostile)
    }

    @Test func `a tier set by hand holds until its end and can be taken back`() throws {
        try #require(try place.run("customer", "new", "--name", "甲").status == 0)
        let set = try place.run(
            "tiers", "set", "C1", "green", "--reason", "spoke at our fair", "--until", "2099-12-31", "--json")
        #expect(set.status == 0)
        let tier = try #require(try set.json()["tier"] as? [String: Any])
        #expect(tier["level"] as? String == "green")
        #expect((tier["override"] as? [String: Any])?["until"] as? String == "2099-12-31T23:59:59+08:00")
        let explained = try place.run("tiers", "explain", "C1")
        #expect(explained.output.contains("spoke at our fair"))
        let back = try place.run("tiers", "set", "C1", "auto", "--json").json()
        #expect((back["tier"] as? [String: Any])?["override"] is NSNull)
    }

    @Test func `only an administrator adds users`() throws {
        #expect(try place.run("users", "add", "bob", "--role", "agent,supervisor", "--name", "Bob").status == 0)
        let list = try place.run("users", "list", "--json").jsonLines()
        #expect(
            list.contains { $0["login"] as? String == "bob" && $0["roles"] as? [String] == ["agent", "supervisor"] })
        let refused = try place.run("users", "add", "eve", "--role", "agent", "--as", "bob", "--json")
        #expect(refused.status == 77)
        #expect(try refused.errorCode() == "E_FORBIDDEN_ROLE")
    }
}
