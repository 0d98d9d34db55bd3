extension WorkingCalendar {
    /// The pauses cut where their open time, all of them summed, reaches `cap`; after that the clock runs.
    ///
    /// A cap in working days is that many times the calendar's longest regular weekday; one in minutes, hours or
    /// calendar days counts all time.
    package func capped(_ pauses: PauseSet, at cap: Budget) -> PauseSet {
        var rest = capLength(cap)
        var kept: [InstantInterval] = []
        for pause in pauses.intervals {
            guard rest > .zero else { break }
            let end = advanced(from: pause.start, by: rest, cap.measure)
            if end < pause.end {
                kept.append(InstantInterval(start: pause.start, end: end))
                break
            }
            kept.append(pause)
            rest = rest - measured(from: pause.start, to: pause.end, cap.measure)
        }
        return PauseSet(kept)
    }

    /// How much pause a cap allows.
    package func capLength(_ cap: Budget) -> TimeLength {
        if let length = cap.fixedLength { return length }
        let day = cap.unit == .workingDays ? longestWeekday.microseconds : LocalDateTime.microsecondsPerDay
        return TimeLength(microseconds: Int64(cap.amount) * day)
    }

    /// Time that counts from `start` to `end`, pauses left out; nothing when `end` is not later.
    package func consumed(
        from start: Instant, to end: Instant, _ measure: Budget.Measure, pauses: PauseSet = .none
    ) -> TimeLength {
        var at = start
        var sum = TimeLength.zero
        for pause in pauses.intervals where pause.end > at {
            if pause.start >= end { break }
            if pause.start > at { sum += measured(from: at, to: pause.start, measure) }
            at = pause.end
        }
        return at < end ? sum + measured(from: at, to: end, measure) : sum
    }

    /// The earliest instant by which `amount` has been consumed since `start`, pauses left out.
    package func instant(
        consuming amount: TimeLength, _ measure: Budget.Measure, from start: Instant, pauses: PauseSet = .none
    ) -> Instant {
        guard amount > .zero else { return start }
        var at = start
        var rest = amount
        for pause in pauses.intervals where pause.end > at {
            let end = advanced(from: at, by: rest, measure)
            if end <= pause.start { return end }
            if pause.start > at { rest = rest - measured(from: at, to: pause.start, measure) }
            at = pause.end
        }
        return advanced(from: at, by: rest, measure)
    }

    /// The instant from which a budget is used up at `end`: days as in a cap, walked backwards.
    package func instant(_ budget: Budget, before end: Instant) -> Instant {
        let length = capLength(budget)
        return budget.measure == .open ? instant(beforeOpenTime: length, from: end) : end - length
    }

    /// Time of the given kind between two instants.
    func measured(from start: Instant, to end: Instant, _ measure: Budget.Measure) -> TimeLength {
        measure == .open ? openTime(from: start, to: end) : end - start
    }

    func advanced(from start: Instant, by amount: TimeLength, _ measure: Budget.Measure) -> Instant {
        measure == .open ? instant(afterOpenTime: amount, from: start) : start + amount
    }
}
