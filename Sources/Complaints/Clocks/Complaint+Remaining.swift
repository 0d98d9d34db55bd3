package import WorkingTime

extension Complaint {
    /// What is left of a clock at `now`: open time for business budgets, else elapsed; negative after a breach.
    ///
    /// While paused it stands still; nil for a clock that has ended or has no due time.
    package func remaining(of clock: ComplaintClock, at now: Instant, _ rules: Rules) -> TimeLength? {
        guard clock.isOpen else { return nil }
        let calendar = rules.calendar(clock.course.calendar)
        let measure = clock.course.budget?.measure ?? .elapsed
        if clock.state == .paused {
            guard let pause = openPause, let due = dueIfResumed(clock, at: now, rules) else { return nil }
            return calendar.measured(from: max(pause.from, now), to: due, measure)
        }
        guard let due = clock.due else { return nil }
        return calendar.measured(from: max(now, clock.start), to: due, measure)
    }

    /// The due time a paused clock would have if work went on now.
    package func dueIfResumed(_ clock: ComplaintClock, at now: Instant, _ rules: Rules) -> Instant? {
        var resumed = self
        resumed.endPause(at: now, rules)
        return resumed.clock(clock.key)?.due
    }

    /// When the policy's shares of a running clock's length are used up, those after this generation began.
    func warnings(of clock: ComplaintClock, _ rules: Rules) -> [ClockWarning] {
        // Who does not accept is passed over, not warned.
        guard clock.name != ClockName.escalationAcceptance, clock.name != ClockName.unitAcceptance,
            let due = clock.due
        else { return [] }
        let calendar = rules.calendar(clock.course.calendar)
        let measure = clock.course.budget?.measure ?? .elapsed
        let pauses = pauseSet(of: clock)
        let length = calendar.consumed(from: clock.start, to: due, measure, pauses: pauses)
        var warnings: [ClockWarning] = []
        for percent in rules.warningPercents {
            let share = length.share(percent: Int64(percent))
            let at = calendar.instant(consuming: share, measure, from: clock.start, pauses: pauses)
            if clock.openedAt < at, at < due { warnings.append(ClockWarning(percent: percent, at: at)) }
        }
        return warnings
    }

    /// When a share of a running clock's length is used up; its length is the time from start to due without pauses.
    package func instant(ofPercent percent: Int, of clock: ComplaintClock, _ rules: Rules) -> Instant? {
        guard let due = clock.due else { return nil }
        let calendar = rules.calendar(clock.course.calendar)
        let measure = clock.course.budget?.measure ?? .elapsed
        let pauses = pauseSet(of: clock)
        let length = calendar.consumed(from: clock.start, to: due, measure, pauses: pauses)
        return calendar.instant(
            consuming: length.share(percent: Int64(percent)), measure, from: clock.start, pauses: pauses)
    }
}

extension WorkingCalendar {
    fileprivate func measured(from start: Instant, to end: Instant, _ measure: Budget.Measure) -> TimeLength {
        measure == .open ? openTime(from: start, to: end) : end - start
    }
}
