/// A stretch of time with one offset: `start` is in it, `end` is not; UTC seconds.
struct ZoneSegment: Hashable, Sendable {
    /// Ends that stand for "always before" and "for ever"; far enough that microseconds of them do not overflow.
    static let earliest: Int64 = -9_000_000_000_000
    static let latest: Int64 = 9_000_000_000_000

    var start: Int64
    var end: Int64
    var offsetSeconds: Int32

    var startMicroseconds: Int64 { start * 1_000_000 }
    var endMicroseconds: Int64 { end * 1_000_000 }
    var offsetMicroseconds: Int64 { Int64(offsetSeconds) * 1_000_000 }
}

extension ZoneRules {
    /// The stretch of one offset that holds at this UTC second.
    func segment(at second: Int64) -> ZoneSegment {
        guard let last = transitions.last, second < last else {
            return segmentAfterTransitions(at: second)
        }
        var low = 0
        var high = transitions.count - 1
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] > second { high = middle } else { low = middle + 1 }
        }
        return ZoneSegment(
            start: low == 0 ? ZoneSegment.earliest : transitions[low - 1], end: transitions[low],
            offsetSeconds: offsets[low])
    }

    /// The stretch before `segment`, or nil when it is the first.
    func segment(before segment: ZoneSegment) -> ZoneSegment? {
        segment.start <= ZoneSegment.earliest ? nil : self.segment(at: segment.start - 1)
    }

    /// The stretch after `segment`, or nil when it is the last.
    func segment(after segment: ZoneSegment) -> ZoneSegment? {
        segment.end >= ZoneSegment.latest ? nil : self.segment(at: segment.end)
    }

    private func segmentAfterTransitions(at second: Int64) -> ZoneSegment {
        let start = transitions.last ?? ZoneSegment.earliest
        guard let footer else {
            return ZoneSegment(
                start: start, end: ZoneSegment.latest, offsetSeconds: offsets[offsets.count - 1])
        }
        var segment = footer.segment(at: second)
        segment.start = max(segment.start, start)
        return segment
    }
}
