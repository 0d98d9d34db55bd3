/// One measured figure beside its limit, as `tierline bench` prints it.
package struct Figure: Sendable {
    /// Stable name, `lookup.phone.p99`.
    package var name: String
    package var value: Double
    /// `ms`, `x`, `rows/s`.
    package var unit: String
    package var limit: Limit?

    package enum Limit: Sendable {
        case atMost(Double)
        case atLeast(Double)
    }

    package init(_ name: String, _ value: Double, _ unit: String, _ limit: Limit? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.limit = limit
    }

    /// False when the limit is missed; true without one.
    package var isHeld: Bool {
        switch limit {
        case .atMost(let most): value <= most
        case .atLeast(let least): value >= least
        case nil: true
        }
    }
}

/// Durations of one repeated operation, in nanoseconds.
struct Samples {
    private var nanoseconds: [UInt64] = []

    mutating func append(_ duration: Duration) {
        let parts = duration.components
        nanoseconds.append(UInt64(parts.seconds) * 1_000_000_000 + UInt64(parts.attoseconds / 1_000_000_000))
    }

    /// The value below which `share` (0...1) of the samples lie, in milliseconds; 0 without samples.
    func milliseconds(at share: Double) -> Double {
        guard !nanoseconds.isEmpty else { return 0 }
        let sorted = nanoseconds.sorted()
        let index = min(sorted.count - 1, Int(Double(sorted.count) * share))
        return Double(sorted[index]) / 1_000_000
    }

    /// Median and 99th percentile as figures under `name`.
    func figures(_ name: String, p50: Figure.Limit? = nil, p99: Figure.Limit? = nil) -> [Figure] {
        [
            Figure(name + ".p50", milliseconds(at: 0.5), "ms", p50),
            Figure(name + ".p99", milliseconds(at: 0.99), "ms", p99),
        ]
    }
}
