import Money
import Testing
import Valuation

@testable import Configuration

@Suite struct ValuePolicyTests {
    static func file(_ value: String) throws(ConfigurationError) -> PolicyFile {
        try PolicyFileTests.file(PolicyFileTests.sample + "\n[value]\n" + value)
    }

    @Test func `the value part of a policy gives the rules tiers are computed by`() throws {
        let file = try Self.file(
            """
            method = "abc"
            abc = [70, 90]
            hysteresis_percent = 3
            new_days = 60
            cost_per_contact = { phone = 500, visit = 8000 }
            cost_per_complaint = 12000
            default_margin_percent = 22.5
            credit_cap = { C = "yellow", D = "red" }
            alerts = { amber = 0.2, red = 0.1 }
            follow_up_load = 9
            [value.strategy.green]
            greeting = "您好"
            priority = 1
            authority_factor = 0.5
            offers = ["upgrade"]
            """)
        #expect(file.errors.map(\.message) == [])
        #expect(
            file.value.rules
                == ValueRules(
                    abc: try #require(ABCPercentages(a: 70, b: 90)), hysteresisPercent: 3, newDays: 60,
                    margins: Margins(company: Ratio(2250, over: 10_000)),
                    costs: ServiceCosts(perContact: ["phone": 500, "visit": 8000], perComplaint: 12_000),
                    creditCap: ["C": .yellow, "D": .red]))
        #expect(file.value.alertAmber == 0.2)
        #expect(file.value.alertRed == 0.1)
        #expect(file.value.followUpLoad == 9)
        #expect(
            file.value.strategies == [
                .green: ValuePolicy.Strategy(greeting: "您好", priority: 1, authorityPercent: 50, offers: ["upgrade"])
            ])
    }

    @Test func `without a value part the built-in rules stand`() throws {
        #expect(try PolicyFileTests.file(PolicyFileTests.sample).value.rules == .builtIn)
    }

    @Test(arguments: [
        ("method = \"xyz\"", "'method' is 'xyz'; write one of abc, rfm, expected"),
        ("abc = [95, 80]", "'abc' is '95, 80'; write two rising percentages, such as [80, 95]"),
        ("credit_cap = { E = \"red\" }", "'credit_cap' is 'E'; write a credit grade A, B, C or D"),
        ("credit_cap = { D = \"unrated\" }", "'D' is 'unrated'; write one of green, yellow, red"),
        ("default_margin_percent = 101", "'default_margin_percent' is '101.0'; write 0.0 to 100.0"),
        ("alerts = { amber = 0.05, red = 0.1 }", "'red' is '0.1'; write no more than amber (0.05); red is rarer"),
        ("new_day = 5", "unknown key 'new_day' in [value]; did you mean 'new_days'?"),
    ])
    func `a fault in it is refused with its line`(_ text: String, _ says: String) throws {
        #expect(try Self.file(text).errors.map(\.message) == ["p.toml:72: " + says])
    }
}
