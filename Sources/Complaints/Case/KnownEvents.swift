/// The ids of a case's events and the numbers they were given: asking again with a known id gives the first result.
///
/// Runs of doubling length, merged as they fill: an event costs a few copied entries however long the case is, and a
/// look as many runs as the length has binary digits.
package struct KnownEvents: Hashable, Sendable {
    private struct Entry: Hashable, Sendable {
        var id: String
        var sequence: Int
    }

    private var recent: [Entry] = []
    /// Longest first.
    private var runs: [[String: Int]] = []

    private static let recentMax = 16

    package init() {}

    /// The number an id was first given; nil for a new one.
    package subscript(_ id: String) -> Int? {
        for entry in recent where entry.id == id { return entry.sequence }
        for run in runs {
            if let sequence = run[id] { return sequence }
        }
        return nil
    }

    mutating func insert(_ id: String, _ sequence: Int) {
        recent.append(Entry(id: id, sequence: sequence))
        guard recent.count == Self.recentMax else { return }
        var run = Dictionary(recent.map { ($0.id, $0.sequence) }, uniquingKeysWith: { first, _ in first })
        recent = []
        while let last = runs.last, last.count < 2 * run.count {
            runs.removeLast()
            run = last.merging(run) { first, _ in first }
        }
        runs.append(run)
    }
}
