import Testing

@testable import Valuation

/// Facts of customers 1, 2, 3 ... with these contributions, long known and with history.
func customers(_ contributions: [Int64]) -> [ValueFacts] {
    contributions.enumerated().map { index, minorUnits in
        ValueFacts(
            customer: Int64(index + 1), contribution: Contribution(minorUnits: minorUnits, isEstimated: false),
            firstContactDaysAgo: 400, purchaseDays: 5)
    }
}

/// Twenty-five customers worth 1,000 that put no one near a cut: enough to be ranked in colour.
let crowd: [Int64] = Array(repeating: 1_000, count: 25)

@Suite struct `ABC classes` {
    @Test(
        arguments: [
            // Shares before each: 0, 50, 80 (no longer under 80), 95.
            ([50, 30, 15, 5], [ABCClass.a, .a, .b, .c]),
            ([100], [.a]),
            ([90, 10], [.a, .b]),
            ([0], [.loss]),
            ([-5, -1, 0], [.loss, .loss, .loss]),
            ([10, 0, -10], [.a, .loss, .loss]),
            ([Int64.max, Int64.max, Int64.max], [.a, .a, .a]),
            ([], []),
        ] as [([Int64], [ABCClass])])
    func `a customer is A while the share before them is under 80 percent, B under 95`(
        contributions: [Int64], classes: [ABCClass]
    ) {
        let ranking = ABC.classify(customers(contributions), by: .builtIn)
        #expect(ranking.standings.map(\.reason.abc) == classes)
    }

    @Test func `ties go by customer number, whatever the order they come in`() {
        // 4 x 25: the fourth starts at 75 % and is still A; five would not be.
        let facts = customers([20, 20, 20, 20, 20])
        let forward = ABC.classify(facts, by: .builtIn)
        let backward = ABC.classify(facts.reversed(), by: .builtIn)
        #expect(forward.standings.map(\.reason.abc) == [.a, .a, .a, .a, .b])
        #expect(forward.standings.map(\.reason.rank) == [1, 2, 3, 4, 5])
        #expect(backward.standings == forward.standings.reversed())
    }

    @Test func `fewer than twenty customers get a class and a rank but no colour`() {
        let nineteen = ABC.classify(customers(Array(repeating: 10, count: 19)), by: .builtIn)
        #expect(
            nineteen.standings[18]
                == ValueStanding(
                    customer: 19, tier: .unrated,
                    reason: TierReason(
                        rule: .fewCustomers, abc: .b, rank: 19, rankedCustomers: 19, customersToHere: 19),
                    memory: ABCMemory(abc: .b)))
        let twenty = ABC.classify(customers(Array(repeating: 10, count: 20)), by: .builtIn)
        #expect(
            twenty.standings.map(\.tier) == Array(repeating: .green, count: 16) + Array(repeating: .yellow, count: 4))
    }

    @Test func `green is A, yellow B and C, red loss, each with the facts of its sentence`() {
        let ranking = ABC.classify(customers(crowd + [-1]), by: .builtIn)
        // 25,000 in all: A while the sum before is under 20,000, B under 23,750.
        #expect(
            ranking.cuts
                == ABCCuts(
                    a: 1_000, b: 1_000, customersInA: 20, customersInB: 4, customersInC: 1, customersAtLoss: 1))
        let facts = [0, 20, 24, 25].map { ranking.standings[$0] }
        #expect(facts.map(\.tier) == [.green, .yellow, .yellow, .red])
        #expect(
            facts.map(\.reason) == [
                TierReason(rule: .classA, abc: .a, rank: 1, rankedCustomers: 26, customersToHere: 20),
                TierReason(rule: .classB, abc: .b, rank: 21, rankedCustomers: 26, customersToHere: 24),
                TierReason(rule: .classC, abc: .c, rank: 25, rankedCustomers: 26, customersToHere: 25),
                TierReason(rule: .loss, abc: .loss, rank: 26, rankedCustomers: 26, customersToHere: 26),
            ])
    }

    @Test func `the cuts are the policy's`() throws {
        var rules = ValueRules.builtIn
        rules.abc = try #require(ABCPercentages(a: 50, b: 60))
        let ranking = ABC.classify(customers([50, 10, 40]), by: rules)
        #expect(ranking.standings.map(\.reason.abc) == [.a, .c, .b])
        #expect(ABCPercentages(a: 80, b: 80) == nil)
        #expect(ABCPercentages(a: 0, b: 80) == nil)
        #expect(ABCPercentages(a: 80, b: 101) == nil)
    }
}

@Suite struct `Who gets no colour, and who a worse one` {
    @Test func `without purchases and totals a customer is not ranked and never red`() {
        var facts = customers(crowd)
        facts.append(ValueFacts(customer: 99, contribution: nil, firstContactDaysAgo: 900))
        let ranking = ABC.classify(facts, by: .builtIn)
        #expect(
            ranking.standings[25]
                == ValueStanding(customer: 99, tier: .unrated, reason: TierReason(rule: .noHistory), memory: nil))
        #expect(ranking.cuts.rankedCustomers == 25)
    }

    @Test(
        arguments: [
            (89, 1, Tier.unrated, TierReason.Rule.newCustomer), (89, 0, .unrated, .newCustomer), (89, 2, .red, .loss),
            (90, 1, .red, .loss), (nil, 0, .red, .loss),
        ] as [(Int?, Int, Tier, TierReason.Rule)])
    func `new with under two purchase days is unrated, even at a loss`(
        daysAgo: Int?, purchaseDays: Int, tier: Tier, rule: TierReason.Rule
    ) {
        var facts = customers(crowd + [-1])
        facts[25].firstContactDaysAgo = daysAgo
        facts[25].purchaseDays = purchaseDays
        let standing = ABC.classify(facts, by: .builtIn).standings[25]
        #expect(standing.tier == tier)
        #expect(standing.reason.rule == rule)
        #expect(standing.reason.abc == .loss)
    }

    @Test func `a profile of totals alone gets its tier, marked estimated`() {
        var facts = customers(crowd)
        facts[0] = ValueFacts(customer: 1, contribution: Contribution(minorUnits: 9_000, isEstimated: true))
        let standing = ABC.classify(facts, by: .builtIn).standings[0]
        #expect(standing.tier == .green)
        #expect(standing.reason.isEstimated)
    }

    @Test(arguments: [
        (0, Tier.yellow, Tier.yellow, TierReason.Rule.creditCap), (0, .red, .red, .creditCap),
        (0, .green, .green, .classA), (24, .yellow, .yellow, .classC), (24, .green, .yellow, .classC),
        (25, .yellow, .red, .loss), (25, .green, .red, .loss),
    ])
    func `a credit cap lowers a tier and never raises one`(
        index: Int, cap: Tier, tier: Tier, rule: TierReason.Rule
    ) {
        var facts = customers(crowd + [-1])
        facts[index].creditCap = cap
        let standing = ABC.classify(facts, by: .builtIn).standings[index]
        #expect(standing.tier == tier)
        #expect(standing.reason.rule == rule)
    }

    @Test func `grade D caps at yellow unless the policy says otherwise`() {
        #expect(ValueRules.builtIn.creditCap == ["D": .yellow])
    }
}
