/// What instants a wall-clock reading stands for.
package enum LocalResolution: Hashable, Sendable {
    case once(Instant)
    /// The clock was put back over this reading: it was shown twice (the first and the last time are given).
    case repeated(earlier: Instant, later: Instant)
    /// The clock was put forward over this reading: it was never shown.
    case skipped(atTransition: Instant)

    /// The first time the reading was shown, or the moment it was jumped over.
    package var earliest: Instant {
        switch self {
        case .once(let instant), .repeated(let instant, _), .skipped(let instant): instant
        }
    }

    /// The last time the reading was shown, or the moment it was jumped over.
    package var latest: Instant {
        switch self {
        case .once(let instant), .repeated(_, let instant), .skipped(let instant): instant
        }
    }
}

extension ZoneRules {
    /// The instants at which the wall clock shows `local`.
    package func instants(of local: LocalDateTime) -> LocalResolution {
        let reading = local.localMicroseconds
        let widest: Int64 = 26 * 3600
        let second = floorQuotient(reading, 1_000_000)
        var segment = self.segment(at: second - widest)
        var found: (first: Instant, last: Instant)?
        var jumped: Instant?
        while true {
            let candidate = reading - segment.offsetMicroseconds
            if segment.startMicroseconds <= candidate, candidate < segment.endMicroseconds {
                let instant = Instant(microseconds: candidate)
                found = (found?.first ?? instant, instant)
            }
            guard segment.end <= second + widest, let next = self.segment(after: segment) else { break }
            let end = segment.endMicroseconds
            if end + segment.offsetMicroseconds <= reading, reading < end + next.offsetMicroseconds {
                jumped = Instant(microseconds: end)
            }
            segment = next
        }
        guard let found else { return .skipped(atTransition: jumped ?? Instant(microseconds: reading)) }
        return found.first == found.last ? .once(found.first) : .repeated(earlier: found.first, later: found.last)
    }

    /// The first instant after all those before the reading `local` on the wall clock: where a half-open interval ends.
    ///
    /// A closing time in a repeated hour closes at its last showing, one in a skipped hour at the jump.
    func end(beforeLocalMicroseconds local: Int64) -> Instant {
        switch instants(of: LocalDateTime(localMicroseconds: local - 1)) {
        case .once(let last), .repeated(_, let last): Instant(microseconds: last.microseconds + 1)
        case .skipped(let transition): transition
        }
    }
}
