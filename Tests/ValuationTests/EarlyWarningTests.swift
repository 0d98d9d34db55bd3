import Testing

@testable import Valuation

@Suite struct `Overdue against the own purchase cycle` {
    private func rhythm(_ purchaseDays: Int, first: Int, last: Int, now: Int) throws -> PurchaseRhythm {
        try #require(PurchaseRhythm(purchaseDays: purchaseDays, first: first, last: last, now: now))
    }

    @Test func `no silence is certain, a long one rare`() throws {
        // Every 23 days for eleven times, then 81 days: (23 + 230) / (23 + 311) to the power 11.
        #expect(Overdue(try rhythm(11, first: 0, last: 230, now: 230), gap: 23).chance == 1)
        let overdue = Overdue(try rhythm(11, first: 0, last: 230, now: 311), gap: 23)
        #expect(abs(overdue.chance - 0.047_110) < 0.000_001)
        #expect(overdue.usualGapDays == 23)
        #expect(overdue.silenceDays == 81)
        #expect(overdue.level == .red)
    }

    @Test func `fewer than two repeats give no colour`() throws {
        let once = Overdue(try rhythm(1, first: 0, last: 0, now: 2_000), gap: 46)
        #expect(once.chance < 0.03)
        #expect(once.level == nil)
        #expect(Overdue(try rhythm(2, first: 0, last: 30, now: 2_000), gap: 46).level == nil)
        #expect(Overdue(try rhythm(3, first: 0, last: 30, now: 2_000), gap: 46).level == .red)
    }

    @Test func `a purchase after now counts as today and is flagged`() throws {
        let future = try rhythm(3, first: 0, last: 50, now: 20)
        #expect((future.firstToNow, future.silence, future.isFutureDated) == (50, 0, true))
        #expect(Overdue(future, gap: 10).chance == 1)
        #expect(PurchaseRhythm(purchaseDays: 0, first: 0, last: 0, now: 1) == nil)
    }

    @Test func `thousands of repeats neither overflow nor trap`() throws {
        let chance = Overdue(try rhythm(2_001, first: 0, last: 700, now: 1_065), gap: 0.35).chance
        #expect(chance >= 0)
        #expect(chance < 1e-300)
    }

    @Test func `the pooled gap is of those who came back`() throws {
        var pooled = PooledGap()
        #expect(pooled.gap == nil)
        pooled.add(try rhythm(1, first: 5, last: 5, now: 100))
        #expect(pooled.gap == nil)
        pooled.add(try rhythm(3, first: 0, last: 40, now: 100))
        pooled.add(try rhythm(2, first: 0, last: 20, now: 100))
        #expect(pooled.gap == 20)
    }

    @Test func `who bought once is compared with the first gaps of those who came back`() {
        #expect(Overdue.shareWaitingLonger(than: 30, firstGaps: [10, 20, 30, 40, 50]) == 0.4)
        #expect(Overdue.shareWaitingLonger(than: 99, firstGaps: [10]) == 0)
        #expect(Overdue.shareWaitingLonger(than: 1, firstGaps: []) == nil)
    }

    @Test func `levels are of the policy`() throws {
        let levels = try #require(AlertLevels(amber: 0.2, red: 0.1))
        #expect([0.3, 0.2, 0.19, 0.1, 0.09].map(levels.level(of:)) == [nil, nil, .amber, .amber, .red])
        #expect(AlertLevels(amber: 0.05, red: 0.1) == nil)
        #expect(AlertLevels(amber: 1, red: 0.1) == nil)
    }
}

@Suite struct `Buying less than one's own norm` {
    @Test func `two purchases where seven are normal`() throws {
        let decline = try #require(Decline(recent: 2, base: 28, baseDays: 364))
        // P(Bin(30, 1/5) <= 2).
        #expect(abs(decline.chance - 0.044_179) < 0.000_001)
        #expect(decline.expectedPurchaseDays == 7)
        #expect(decline.level == .red)
        #expect(!decline.hasTooFewPurchases)
    }

    @Test(arguments: [(0, 0, 365), (3, 9, 181)])
    func `no purchases or too short a past give no statement`(recent: Int, base: Int, baseDays: Int) {
        #expect(Decline(recent: recent, base: base, baseDays: baseDays) == nil)
    }

    @Test func `few purchases a year are too few to tell`() throws {
        #expect(Decline(recent: 0, base: 11, baseDays: 365)?.hasTooFewPurchases == true)
        #expect(Decline(recent: 0, base: 12, baseDays: 365)?.hasTooFewPurchases == false)
    }

    @Test func `the binomial sums are probabilities`() {
        #expect(Decline.chance(ofAtMost: 5, in: 5, share: 0.2) == 1)
        #expect(abs(Decline.chance(ofAtMost: 0, in: 10, share: 0.5) - 1 / 1024) < 1e-15)
        #expect(abs(Decline.chance(ofAtMost: 5, in: 11, share: 0.5) - 0.5) < 1e-12)
        let many = Decline(recent: 100_000, base: 400_000, baseDays: 364)
        #expect(abs((many?.chance ?? 0) - 0.5) < 0.05)
    }
}

@Suite struct `Falling monthly amounts` {
    @Test(
        arguments: [
            ([9, 8, 7], 1.0 / 6), ([9, 8, 7, 6], 1.0 / 24), ([9, 8, 7, 6, 5], 1.0 / 120), ([1, 2, 3, 4], 1),
            ([5, 5, 5, 5], 1), ([9, 9, 7], 1.0 / 3), ([99, 8, 7, 6, 5, 4, 3, 2, 1], 1.0 / 40_320),
        ] as [([Int64], Double)])
    func `the chance is exact, equal amounts too`(amounts: [Int64], chance: Double) throws {
        let trend = try #require(MonthlyTrend(monthlyMinorUnits: amounts))
        #expect(abs(trend.chance - chance) < 1e-12)
    }

    @Test func `two months say nothing`() {
        #expect(MonthlyTrend(monthlyMinorUnits: [2, 1]) == nil)
    }
}

@Suite struct `Stages and classes` {
    private func stage(_ purchaseDays: Int, last: Int, now: Int) throws -> LifeStage.Rule {
        let rhythm = try #require(PurchaseRhythm(purchaseDays: purchaseDays, first: 0, last: last, now: now))
        return LifeStage.stage(rhythm, pooledGap: 30, overdue: Overdue(rhythm, gap: 30), decline: nil).rule
    }

    @Test func `the rule that fired is told`() throws {
        #expect(try stage(1, last: 0, now: 900) == .boughtOnce)
        #expect(try stage(2, last: 20, now: 60) == .fewPurchasesYet)
        #expect(try stage(2, last: 20, now: 61) == .growing)
        #expect(try stage(3, last: 60, now: 70) == .growing)
        #expect(try stage(4, last: 90, now: 100) == .regular)
        #expect(try stage(4, last: 90, now: 900) == .overdue)
        let rhythm = try #require(PurchaseRhythm(purchaseDays: 30, first: 0, last: 450, now: 455))
        let decline = Decline(recent: 2, base: 28, baseDays: 364)
        #expect(LifeStage.stage(rhythm, pooledGap: 15, overdue: nil, decline: decline).rule == .buysLess)
    }

    @Test(
        arguments: [
            (ABCClass.a, "A", false, CustomerClass.premium), (.a, "B", true, .premium), (.a, nil, false, .main),
            (.a, "C", false, .main),
            (.a, "D", false, .restricted), (.b, "B", true, .main), (.c, nil, false, .ordinary),
            (.c, nil, true, .potential),
            (.loss, "A", true, .restricted), (nil, nil, true, .potential), (nil, nil, false, nil),
            (nil, "D", true, .restricted),
        ] as [(ABCClass?, String?, Bool, CustomerClass?)])
    func `the five classes`(abc: ABCClass?, grade: String?, isPromising: Bool, expected: CustomerClass?) {
        #expect(CustomerClass.of(abc, creditGrade: grade, isPromising: isPromising) == expected)
    }
}
