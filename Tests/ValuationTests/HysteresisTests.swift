import Testing

@testable import Valuation

@Suite struct `A class does not flap at a cut` {
    /// The smallest A is worth 1,000, the smallest B 100.
    let cuts = ABCCuts(a: 1_000, b: 100, customersInA: 30, customersInB: 30, customersInC: 30)

    @Test(
        arguments: [
            // From A: keeps A down to 950, B from 949; from B the cut to C is lowered to 95.
            (ABCClass.a, 1_000, ABCClass.a), (.a, 950, .a), (.a, 949, .b), (.a, 95, .b), (.a, 94, .c), (.a, 0, .loss),
            (.b, 1_049, .b), (.b, 1_050, .a), (.b, 100, .b), (.b, 95, .b), (.b, 94, .c), (.b, -1, .loss),
            (.c, 104, .c), (.c, 105, .b), (.c, 1_049, .b), (.c, 1_050, .a), (.c, 1, .c), (.c, 0, .loss),
            (.loss, 0, .loss), (.loss, 1, .c), (.loss, 104, .c), (.loss, 105, .b), (.loss, 5_000, .a),
        ] as [(ABCClass, Int64, ABCClass)])
    func `a cut counts only once passed by five percent; zero counts at once`(
        previous: ABCClass, minorUnits: Int64, expected: ABCClass
    ) {
        #expect(cuts.abcClass(of: minorUnits, coming: previous, hysteresisPercent: 5) == expected)
    }

    @Test func `the largest contributions compare without overflow`() {
        let huge = ABCCuts(a: .max, b: .max)
        #expect(huge.abcClass(of: .max) == .a)
        #expect(huge.abcClass(of: .max, coming: .b, hysteresisPercent: 5) == .b)
        #expect(huge.abcClass(of: .max, coming: .c, hysteresisPercent: 5) == .c)
        #expect(ABCCuts().abcClass(of: 1) == .a)
        #expect(ABCCuts().abcClass(of: 0) == .loss)
        #expect(ABCCuts(a: 10, b: nil).abcClass(of: 5) == .c)
    }

    @Test func `a class held back is taken when the next ranking gives it again`() {
        // 21 x 1,000: the 17th starts at 76.2 %, the 18th at 80.95 %: B by rank, but at the cut itself.
        var facts = customers(Array(repeating: 1_000, count: 21))
        facts[17].previous = ABCMemory(abc: .a)
        let first = ABC.classify(facts, by: .builtIn).standings[17]
        #expect(first.memory == ABCMemory(abc: .a, heldBack: .b))
        #expect(first.tier == .green)
        facts[17].previous = first.memory
        let second = ABC.classify(facts, by: .builtIn).standings[17]
        #expect(second.memory == ABCMemory(abc: .b))
        #expect(second.tier == .yellow)
    }

    @Test func `a class held back is forgotten when the ranking changes its mind`() {
        var facts = customers(Array(repeating: 1_000, count: 21))
        facts[0].previous = ABCMemory(abc: .a, heldBack: .b)
        #expect(ABC.classify(facts, by: .builtIn).standings[0].memory == ABCMemory(abc: .a))
    }

    @Test func `after one purchase the stored cuts decide, with what the last ranking held back`() {
        let fact = ValueFacts(
            customer: 7, contribution: Contribution(minorUnits: 1_020, isEstimated: true), firstContactDaysAgo: 400,
            purchaseDays: 9, previous: ABCMemory(abc: .b, heldBack: .a))
        #expect(
            ABC.update(fact, cuts: cuts, by: .builtIn)
                == ValueStanding(
                    customer: 7, tier: .yellow,
                    reason: TierReason(
                        rule: .classB, abc: .b, rankedCustomers: 90, customersToHere: 60, isEstimated: true),
                    memory: ABCMemory(abc: .b, heldBack: .a)))
        var richer = fact
        richer.contribution = Contribution(minorUnits: 1_050, isEstimated: true)
        #expect(ABC.update(richer, cuts: cuts, by: .builtIn).memory == ABCMemory(abc: .a))
        var unknown = fact
        unknown.contribution = nil
        #expect(ABC.update(unknown, cuts: cuts, by: .builtIn).reason == TierReason(rule: .noHistory))
        var fresh = fact
        fresh.previous = nil
        #expect(ABC.update(fresh, cuts: cuts, by: .builtIn).tier == .green)
    }
}
