extension WorkingCalendar {
    /// Open time from `start` to `end`; negative when `end` is earlier.
    package func openTime(from start: Instant, to end: Instant) -> TimeLength {
        if end < start { return TimeLength(microseconds: -openTime(from: end, to: start).microseconds) }
        if let past, start < past.until { return openTime(from: start, to: end, since: past) }
        return ownOpenTime(from: start, to: end)
    }

    /// Open time by this calendar alone; `end` is not earlier.
    func ownOpenTime(from start: Instant, to end: Instant) -> TimeLength {
        guard start < end else { return .zero }
        var segment = zone.segment(at: start.seconds)
        var from = start.microseconds
        var open: Int64 = 0
        while true {
            let to = min(end.microseconds, segment.endMicroseconds)
            open +=
                timeline.openTime(beforeLocal: to + segment.offsetMicroseconds)
                - timeline.openTime(beforeLocal: from + segment.offsetMicroseconds)
            guard to < end.microseconds, let next = zone.segment(after: segment) else { break }
            from = to
            segment = next
        }
        return TimeLength(microseconds: open)
    }

    /// The earliest instant by which `amount` of open time has passed since `start`.
    ///
    /// An amount that ends at closing time ends there, not at the next opening. Nothing or less gives `start`.
    package func instant(afterOpenTime amount: TimeLength, from start: Instant) -> Instant {
        guard amount > .zero else { return start }
        if let past, start < past.until { return instant(afterOpenTime: amount, from: start, since: past) }
        return ownInstant(afterOpenTime: amount, from: start)
    }

    func ownInstant(afterOpenTime amount: TimeLength, from start: Instant) -> Instant {
        var segment = zone.segment(at: start.seconds)
        var from = start.microseconds
        var rest = amount.microseconds
        while true {
            let before = timeline.openTime(beforeLocal: from + segment.offsetMicroseconds)
            let available =
                segment.end >= ZoneSegment.latest
                ? Int64.max
                : timeline.openTime(beforeLocal: segment.endMicroseconds + segment.offsetMicroseconds) - before
            if rest <= available {
                // The last microsecond that is used, and one more: the earliest end.
                let local = timeline.local(ofOpenTime: before + rest - 1) + 1
                return Instant(microseconds: local - segment.offsetMicroseconds)
            }
            rest -= available
            from = segment.endMicroseconds
            segment = zone.segment(at: segment.end)
        }
    }

    /// The latest instant from which `amount` of open time passes up to `end`: the same walk, mirrored.
    ///
    /// An amount that begins at opening time begins there, not at the last closing. Nothing or less gives `end`.
    package func instant(beforeOpenTime amount: TimeLength, from end: Instant) -> Instant {
        guard amount > .zero else { return end }
        if let past { return instant(beforeOpenTime: amount, from: end, since: past) }
        return ownInstant(beforeOpenTime: amount, from: end)
    }

    func ownInstant(beforeOpenTime amount: TimeLength, from end: Instant) -> Instant {
        var segment = zone.segment(at: floorQuotient(end.microseconds - 1, 1_000_000))
        var to = end.microseconds
        var rest = amount.microseconds
        while true {
            let after = timeline.openTime(beforeLocal: to + segment.offsetMicroseconds)
            let available =
                segment.start <= ZoneSegment.earliest
                ? Int64.max
                : after - timeline.openTime(beforeLocal: segment.startMicroseconds + segment.offsetMicroseconds)
            if rest <= available {
                let local = timeline.local(ofOpenTime: after - rest)
                return Instant(microseconds: local - segment.offsetMicroseconds)
            }
            rest -= available
            to = segment.startMicroseconds
            segment = zone.segment(at: segment.start - 1)
        }
    }

    /// Whether the desk is open at this instant.
    package func isOpen(at instant: Instant) -> Bool {
        if let past, instant < past.until { return past.calendar.isOpen(at: instant) }
        let local = zone.localDateTime(at: instant).localMicroseconds
        return timeline.openTime(beforeLocal: local + 1) > timeline.openTime(beforeLocal: local)
    }

    /// This instant when the desk is open, else the next at which it opens.
    package func nextOpen(at instant: Instant) -> Instant {
        let tick = TimeLength(microseconds: 1)
        return self.instant(afterOpenTime: tick, from: instant) - tick
    }
}
