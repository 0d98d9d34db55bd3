/// An exact rational factor such as a margin of 12.5 % (125/1000); never floating point.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int64
    /// Positive.
    package let denominator: Int64

    /// Nil unless the denominator is positive.
    package init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    private init(unchecked numerator: Int64, over denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// `percent(20)` is one fifth.
    package static func percent(_ percent: Int32) -> Ratio {
        Ratio(unchecked: Int64(percent), over: 100)
    }

    /// A percentage written with decimals: `12.5` is 125/1000. Nil when it does not fit.
    package static func percent(_ percent: ExactDecimal) -> Ratio? {
        guard (0...16).contains(percent.scale) else { return nil }
        return Ratio(unchecked: percent.unscaled, over: ExactDecimal.powerOfTen(percent.scale + 2))
    }

    /// The whole.
    package static let one = Ratio(unchecked: 1, over: 1)

    /// `amount` x this, rounded once, half away from zero; nil beyond 64 bits.
    package func of(_ amount: Int64) -> Int64? {
        Int64(exactly: roundedHalfAway(Int128(amount) * Int128(numerator), over: Int128(denominator)))
    }
}
