/// Whether a customer has been silent for longer than their own purchase cycle explains.
///
/// The chance that a Poisson buyer, with a Gamma(1, g) prior on the rate (g: the portfolio's pooled gap), stays silent
/// this long: ((g + tx) / (g + T)) ^ (1 + x). It says "unusual for this customer", never "will leave": of real
/// customers flagged red, 58 to 69 % did not buy in the next months against 27 to 47 % of all.
package struct Overdue: Sendable, Equatable {
    /// Fewer repeats than this give no colour; with none, the gaps of those who came back are the comparison.
    package static let repeatsMin = 2
    /// More repeats count as this many; the chance is zero long before.
    static let repeatsMax = 100_000

    /// Of a silence this long or longer by chance.
    package var chance: Double
    /// The customer's usual gap in days, drawn towards the portfolio's: (g + tx) / (1 + x).
    package var usualGapDays: Double
    package var silenceDays: Int
    package var level: AlertLevel?

    /// - Parameter gap: the portfolio's pooled gap in days, above zero.
    package init(_ rhythm: PurchaseRhythm, gap: Double, levels: AlertLevels = .standard) {
        let before = gap + Double(rhythm.firstToLast)
        chance = power(before / (gap + Double(rhythm.firstToNow)), min(rhythm.repeats, Self.repeatsMax) + 1)
        usualGapDays = before / Double(rhythm.repeats + 1)
        silenceDays = rhythm.silence
        level = rhythm.repeats >= Self.repeatsMin ? levels.level(of: chance) : nil
    }

    /// What part of those who came back had waited longer than this for their second purchase: what to say of a
    /// customer who bought once. Gaps in days, ascending; nil without any.
    package static func shareWaitingLonger(than silenceDays: Int, firstGaps: [Int]) -> Double? {
        guard !firstGaps.isEmpty else { return nil }
        var low = 0
        var high = firstGaps.count
        while low < high {
            let middle = (low + high) / 2
            if firstGaps[middle] > silenceDays { high = middle } else { low = middle + 1 }
        }
        return Double(firstGaps.count - low) / Double(firstGaps.count)
    }
}

/// How sure a warning is.
package enum AlertLevel: String, Sendable, CaseIterable, Hashable {
    case amber
    case red
}

/// Chances below which a warning is shown: amber under 0.10, red under 0.05.
package struct AlertLevels: Sendable, Equatable {
    package let amber: Double
    package let red: Double

    /// Nil unless 0 < red <= amber < 1.
    package init?(amber: Double, red: Double) {
        guard 0 < red, red <= amber, amber < 1 else { return nil }
        self.init(uncheckedAmber: amber, red: red)
    }

    private init(uncheckedAmber amber: Double, red: Double) {
        self.amber = amber
        self.red = red
    }

    package static let standard = AlertLevels(uncheckedAmber: 0.10, red: 0.05)

    package func level(of chance: Double) -> AlertLevel? {
        chance < red ? .red : chance < amber ? .amber : nil
    }
}

/// `base` to a whole power, by squaring; the exponent is not negative.
func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var left = exponent
    while left > 0 {
        if left & 1 == 1 { result *= square }
        square *= square
        left >>= 1
    }
    return result
}
