/// A half-open stretch of time, `start` in it and `end` not; empty when `end` is not after `start`.
package struct InstantInterval: Hashable, Sendable {
    package var start: Instant
    package var end: Instant

    package init(start: Instant, end: Instant) {
        self.start = start
        self.end = end
    }

    /// An interval that has begun and has no end yet.
    package init(openFrom start: Instant) {
        self.start = start
        self.end = Self.noEnd
    }

    /// Later than any date that can be written.
    package static let noEnd = Instant(seconds: ZoneSegment.latest)
}

/// The times during which a clock stands still: disjoint intervals, in order.
package struct PauseSet: Hashable, Sendable {
    package private(set) var intervals: [InstantInterval]

    package static let none = PauseSet([])

    /// The union of these intervals, in any order; empty ones vanish, touching ones join.
    package init(_ parts: [InstantInterval]) {
        intervals = []
        for part in parts.filter({ $0.start < $0.end }).sorted(by: { $0.start < $1.start }) {
            if let last = intervals.last, part.start <= last.end {
                intervals[intervals.count - 1].end = max(last.end, part.end)
            } else {
                intervals.append(part)
            }
        }
    }

    /// The union, after each interval has been ended by the first contact inside it.
    ///
    /// A contact at the very start of a pause came before it and ends nothing.
    package init(_ parts: [InstantInterval], endedBy contacts: [Instant]) {
        self.init(
            parts.map { part in
                let first = contacts.filter { part.start < $0 && $0 < part.end }.min()
                return InstantInterval(start: part.start, end: first ?? part.end)
            })
    }

    package var isEmpty: Bool { intervals.isEmpty }

    /// Whether the clock stands still at this instant.
    package func contains(_ instant: Instant) -> Bool {
        intervals.contains { $0.start <= instant && instant < $0.end }
    }
}
