/// Whether a customer bought on fewer days this quarter than their own last year leads one to expect.
///
/// Given n purchase days in both windows together, the recent ones are binomial with the share of time the recent
/// window has; the chance is P(Bin(n0 + n1, w1 / (w0 + w1)) <= n1). Under twelve purchases a year no test can see a
/// 70 % fall inside a quarter: then the chance is large and says nothing good either.
package struct Decline: Sendable, Equatable {
    package static let recentDays = 91
    package static let baseDaysMax = 365
    /// A shorter past gives no norm.
    package static let baseDaysMin = 182
    /// More purchase days than this in both windows are cut to it, in proportion.
    static let purchaseDaysMax = 1_000
    /// Purchases a year under which the screen says "too few purchases to tell".
    package static let purchasesPerYearMin = 12

    package var chance: Double
    package var recentPurchaseDays: Int
    /// How many there would have been at the base rate.
    package var expectedPurchaseDays: Double
    package var level: AlertLevel?
    /// True when the base rate is too low for the test to see a real fall.
    package var hasTooFewPurchases: Bool

    /// - Parameters:
    ///   - recent: purchase days in the last ``recentDays`` days.
    ///   - base: purchase days in the `baseDays` days before them.
    /// - Returns: nil when the past is too short or there is no purchase at all.
    package init?(recent: Int, base: Int, baseDays: Int, levels: AlertLevels = .standard) {
        let baseDays = min(baseDays, Self.baseDaysMax)
        guard baseDays >= Self.baseDaysMin, recent >= 0, base >= 0, recent + base > 0 else { return nil }
        let share = Double(Self.recentDays) / Double(Self.recentDays + baseDays)
        recentPurchaseDays = recent
        expectedPurchaseDays = Double(base) * Double(Self.recentDays) / Double(baseDays)
        let all = min(recent + base, Self.purchaseDaysMax)
        let few = recent + base > all ? recent * all / (recent + base) : recent
        chance = Self.chance(ofAtMost: few, in: all, share: share)
        level = levels.level(of: chance)
        hasTooFewPurchases = base * 365 < Self.purchasesPerYearMin * baseDays
    }

    /// P(Bin(n, share) <= most), by the recurrence of its terms.
    static func chance(ofAtMost most: Int, in n: Int, share: Double) -> Double {
        guard most < n else { return 1 }
        var term = power(1 - share, n)
        var sum = term
        let odds = share / (1 - share)
        for k in 0..<max(0, most) {
            term *= Double(n - k) / Double(k + 1) * odds
            sum += term
        }
        return min(1, sum)
    }
}
