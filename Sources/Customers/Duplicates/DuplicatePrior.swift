/// How many pairs of a store are one person's: where a score has to start from.
///
/// Learned from the weights themselves by expectation and maximisation: the share of pairs that are matches makes each
/// pair's chance, and the chances together make the share. The same weights always give the same answer.
package struct DuplicatePrior: Sendable {
    /// Pairs by weight, in steps of ``step`` bits from ``lowest`` on; lighter pairs never count.
    private var histogram = [Int](repeating: 0, count: Int((highest - lowest) / step) + 1)

    private static let lowest = 0.0
    private static let highest = 80.0
    private static let step = 0.25
    private static let rounds = 60
    /// Matches of a store per record are believed to lie between these.
    private static let matchesPerRecord = 0.005...2.0

    package init() {}

    package mutating func add(weight: Double) {
        guard weight >= Self.lowest else { return }
        histogram[min(Int((weight - Self.lowest) / Self.step), histogram.count - 1)] += 1
    }

    /// The bits to add to a weight before it is a chance.
    package func weight(records: Int) -> Double {
        let count = Double(max(records, AgreementModel.recordsMin))
        let pairs = count * (count - 1) / 2
        var matches = count / 20
        for _ in 0..<Self.rounds {
            let prior = BinaryMath.log2(matches / pairs)
            var sum = 0.0
            for (place, found) in histogram.enumerated() where found > 0 {
                let weight = Self.lowest + (Double(place) + 0.5) * Self.step
                sum += Double(found) * AgreementModel.probability(weight: weight, prior: prior)
            }
            matches = min(max(sum, count * Self.matchesPerRecord.lowerBound), count * Self.matchesPerRecord.upperBound)
        }
        return BinaryMath.log2(matches / pairs)
    }
}
