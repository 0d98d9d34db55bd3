/// ABC classes by twelve-month contribution, loss-makers apart, and the tier that follows.
///
/// Customers are sorted by contribution, highest first, ties by id; with P the sum of the positive contributions, a
/// customer is A while the share *before* them is under 80 % of P, B while it is under 95 %, C for the rest; zero or
/// less is the fourth class, loss. Green is A, yellow B and C, red loss. All in integers: five of 4,372 real
/// customers net to exactly zero and land on the wrong side in floating point.
package enum ABC {
    /// What one computation over all customers gives.
    package struct Ranking: Sendable, Equatable {
        /// One for each of the facts, in their order.
        package var standings: [ValueStanding]
        package var cuts: ABCCuts
        package var concentration: Concentration
    }

    /// Classes and tiers of all customers; O(n log n).
    package static func classify(_ facts: [ValueFacts], by rules: ValueRules) -> Ranking {
        let order = rankOrder(facts)
        let positiveSum = order.reduce(Int128(0)) { $0 + Int128(max(0, $1.minorUnits)) }
        let (classes, cuts) = rankedClasses(order, positiveSum: positiveSum, by: rules.abc)
        var standings = facts.map {
            ValueStanding(
                customer: $0.customer, tier: .unrated, reason: TierReason(rule: .noHistory), memory: nil)
        }
        for (position, ranked) in order.enumerated() {
            let fact = facts[ranked.index]
            let memory = settled(
                classes[position], minorUnits: ranked.minorUnits, previous: fact.previous, cuts: cuts, by: rules)
            standings[ranked.index] = standing(
                of: fact, memory: memory, rank: position + 1, cuts: cuts, by: rules)
        }
        return Ranking(
            standings: standings, cuts: cuts,
            concentration: Concentration(
                descending: order.map(\.minorUnits), positiveSum: positiveSum))
    }

    /// One customer after a purchase, by the cuts of the last ranking: O(1), no rank.
    ///
    /// The class held back by the last ranking stays held back: only a ranking may take it.
    package static func update(_ fact: ValueFacts, cuts: ABCCuts, by rules: ValueRules) -> ValueStanding {
        guard let contribution = fact.contribution else {
            return ValueStanding(
                customer: fact.customer, tier: .unrated, reason: TierReason(rule: .noHistory), memory: nil)
        }
        var memory = ABCMemory(abc: cuts.abcClass(of: contribution.minorUnits))
        if let previous = fact.previous {
            memory.abc = cuts.abcClass(
                of: contribution.minorUnits, coming: previous.abc, hysteresisPercent: rules.hysteresisPercent)
            memory.heldBack = previous.heldBack == memory.abc ? nil : previous.heldBack
        }
        return standing(of: fact, memory: memory, rank: nil, cuts: cuts, by: rules)
    }

    private struct Ranked {
        var minorUnits: Int64
        var customer: Int64
        var index: Int
    }

    private static func rankOrder(_ facts: [ValueFacts]) -> [Ranked] {
        var order: [Ranked] = []
        order.reserveCapacity(facts.count)
        for (index, fact) in facts.enumerated() {
            guard let contribution = fact.contribution else { continue }
            order.append(Ranked(minorUnits: contribution.minorUnits, customer: fact.customer, index: index))
        }
        order.sort { a, b in
            a.minorUnits != b.minorUnits ? a.minorUnits > b.minorUnits : a.customer < b.customer
        }
        return order
    }

    private static func rankedClasses(
        _ order: [Ranked], positiveSum: Int128, by percentages: ABCPercentages
    ) -> ([ABCClass], ABCCuts) {
        var cuts = ABCCuts()
        var before: Int128 = 0
        let classes = order.map { ranked -> ABCClass in
            guard ranked.minorUnits > 0 else {
                cuts.customersAtLoss += 1
                return .loss
            }
            let share = before * 100
            before += Int128(ranked.minorUnits)
            if share < positiveSum * Int128(percentages.a) {
                cuts.customersInA += 1
                cuts.a = ranked.minorUnits
                cuts.b = ranked.minorUnits
                return .a
            }
            if share < positiveSum * Int128(percentages.b) {
                cuts.customersInB += 1
                cuts.b = ranked.minorUnits
                return .b
            }
            cuts.customersInC += 1
            return .c
        }
        return (classes, cuts)
    }

    /// The class after hysteresis: the new one at once when its cut is passed clearly, else on the second ranking.
    private static func settled(
        _ ranked: ABCClass, minorUnits: Int64, previous: ABCMemory?, cuts: ABCCuts, by rules: ValueRules
    ) -> ABCMemory {
        guard let previous, previous.abc != ranked, previous.heldBack != ranked else {
            return ABCMemory(abc: ranked)
        }
        let kept = cuts.abcClass(
            of: minorUnits, coming: previous.abc, hysteresisPercent: rules.hysteresisPercent)
        return ABCMemory(abc: kept, heldBack: kept == ranked ? nil : ranked)
    }

    private static func standing(
        of fact: ValueFacts, memory: ABCMemory, rank: Int?, cuts: ABCCuts, by rules: ValueRules
    ) -> ValueStanding {
        var reason = TierReason(
            rule: .loss, abc: memory.abc, rank: rank, rankedCustomers: cuts.rankedCustomers,
            customersToHere: cuts.customers(downTo: memory.abc),
            isEstimated: fact.contribution?.isEstimated ?? false)
        let (tier, rule) = tierAndRule(of: fact, abc: memory.abc, cuts: cuts, by: rules)
        reason.rule = rule
        return ValueStanding(customer: fact.customer, tier: tier, reason: reason, memory: memory)
    }

    private static func tierAndRule(
        of fact: ValueFacts, abc: ABCClass, cuts: ABCCuts, by rules: ValueRules
    ) -> (Tier, TierReason.Rule) {
        if let days = fact.firstContactDaysAgo, days < rules.newDays,
            fact.purchaseDays < ValueRules.purchaseDaysOfHistory
        {
            return (.unrated, .newCustomer)
        }
        if cuts.rankedCustomers < ValueRules.rankedCustomersMin { return (.unrated, .fewCustomers) }
        let (tier, rule) = colour(of: abc)
        if let cap = fact.creditCap, let capped = tier.lowered(to: cap) { return (capped, .creditCap) }
        return (tier, rule)
    }

    private static func colour(of abc: ABCClass) -> (Tier, TierReason.Rule) {
        switch abc {
        case .a: (.green, .classA)
        case .b: (.yellow, .classB)
        case .c: (.yellow, .classC)
        case .loss: (.red, .loss)
        }
    }
}

extension Tier {
    /// The cap when it is worse than this tier; nil when there is nothing to lower.
    func lowered(to cap: Tier) -> Tier? {
        switch (self, cap) {
        case (.green, .yellow), (.green, .red), (.yellow, .red): cap
        default: nil
        }
    }
}
