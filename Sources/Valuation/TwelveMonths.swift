/// A rolling sum over the current month and the eleven before it: one purchase costs one addition.
///
/// Months are counted as year x 12 + month; amounts are minor units. Sums that leave 64 bits stop at its ends.
package struct TwelveMonths: Sendable, Equatable {
    package static let months = 12

    /// The newest month a bucket exists for.
    package private(set) var newestMonth: Int
    /// Bucket of a month = month modulo 12.
    private var buckets: [Int64]

    package init(newestMonth: Int) {
        self.newestMonth = newestMonth
        self.buckets = Array(repeating: 0, count: Self.months)
    }

    package var total: Int64 {
        buckets.reduce(0) { Self.sum($0, $1) }
    }

    /// Adds an amount to its month; amounts older than the window count for nothing, newer ones move it.
    package mutating func add(_ minorUnits: Int64, month: Int) {
        advance(to: month)
        guard month > newestMonth - Self.months else { return }
        let bucket = Self.bucket(month)
        buckets[bucket] = Self.sum(buckets[bucket], minorUnits)
    }

    /// Moves the window forward, dropping the months that leave it; never back.
    package mutating func advance(to month: Int) {
        guard month > newestMonth else { return }
        let entering = min(month - newestMonth, Self.months)
        for step in 0..<entering { buckets[Self.bucket(month - step)] = 0 }
        newestMonth = month
    }

    private static func bucket(_ month: Int) -> Int {
        ((month % months) + months) % months
    }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? (b > 0 ? .max : .min) : sum
    }
}
