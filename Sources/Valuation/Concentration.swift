/// How unevenly customers contribute, so that the screen says the real share and not "80/20".
package struct Concentration: Sendable, Equatable {
    /// Sum of the positive contributions in minor units; the largest 64-bit number when it is beyond.
    package var positiveSum: Int64
    /// How many customers, best first, bring four fifths of it.
    package var customersForFourFifths: Int
    /// What the best fifth of all ranked customers (rounded down, at least one) bring, in tenths of a percent.
    package var bestFifthPermille: Int

    package init(positiveSum: Int64, customersForFourFifths: Int, bestFifthPermille: Int) {
        self.positiveSum = positiveSum
        self.customersForFourFifths = customersForFourFifths
        self.bestFifthPermille = bestFifthPermille
    }

    /// Contributions highest first, and the sum of the positive ones.
    init(descending: [Int64], positiveSum: Int128) {
        self.init(
            positiveSum: Int64(clamping: positiveSum), customersForFourFifths: 0, bestFifthPermille: 0)
        guard positiveSum > 0 else { return }
        let bestFifth = max(1, descending.count / 5)
        var sum: Int128 = 0
        for (index, minorUnits) in descending.enumerated() {
            guard minorUnits > 0 else { break }
            if sum * 5 < positiveSum * 4 { customersForFourFifths = index + 1 }
            sum += Int128(minorUnits)
            if index < bestFifth { bestFifthPermille = Int(sum * 1000 / positiveSum) }
        }
    }
}
