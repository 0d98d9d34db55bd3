/// The two functions that weights need. A pure target has no mathematics library; both are good to 1e-9.
enum BinaryMath {
    /// The logarithm to base 2 of a positive, finite number.
    static func log2(_ value: Double) -> Double {
        precondition(value > 0 && value.isFinite, "weights are made of positive probabilities")
        // value = 2^exponent * significand, significand in [1, 2): ln by the series of artanh, which converges fast.
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for step in 0..<seriesTerms {
            sum += term / Double(2 * step + 1)
            term *= square
        }
        return Double(value.exponent) + 2 * sum * inverseOfLn2
    }

    /// 2 to the power of `value`; 0 and infinity beyond what a number holds.
    static func exp2(_ value: Double) -> Double {
        guard value > -1_000 else { return 0 }
        guard value < 1_000 else { return .infinity }
        let whole = value.rounded(.down)
        let rest = (value - whole) * ln2
        var term = 1.0
        var sum = 1.0
        for step in 1...seriesTerms {
            term *= rest / Double(step)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(whole), significand: sum)
    }

    private static let seriesTerms = 20
    private static let ln2 = 0.693_147_180_559_945_3
    private static let inverseOfLn2 = 1.442_695_040_888_963_4
}
