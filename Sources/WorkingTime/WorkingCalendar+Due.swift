extension WorkingCalendar {
    /// When a budget that starts at `start` is used up: the earliest such instant.
    ///
    /// Business minutes and hours are walked, a budget ending at close is due at close. N calendar days end on day N
    /// after the local date of receipt, N working days at the close of the N-th working day after it. Pauses move the
    /// due by what they cover of the budget's own kind of time: open time, or all time for `m`, `h` and `cd`.
    /// - Parameter pauses: already cut by their contacts and their cap.
    package func due(
        from start: Instant, _ budget: Budget, _ conventions: DueConventions = DueConventions(),
        pauses: PauseSet = .none
    ) -> Due {
        if let length = budget.fixedLength {
            let at = instant(consuming: length, budget.measure, from: start, pauses: pauses)
            return Due(at: at, isProvisional: budget.measure == .open && !isKnown(from: start, to: at))
        }
        let unpaused = dueInDays(from: start, budget, conventions)
        if pauses.isEmpty { return unpaused }
        let length = measured(from: start, to: unpaused.at, budget.measure)
        let at = instant(consuming: length, budget.measure, from: start, pauses: pauses)
        return Due(at: at, isProvisional: unpaused.isProvisional || !isKnown(from: start, to: at))
    }

    /// The length of a budget as its clock counts it: open time for `bm`, `bh` and `wd`, all time for the others.
    package func length(
        of budget: Budget, from start: Instant, _ conventions: DueConventions = DueConventions()
    ) -> TimeLength {
        budget.fixedLength
            ?? measured(from: start, to: dueInDays(from: start, budget, conventions).at, budget.measure)
    }

    /// What is left of a budget at `now`; constant while paused, negative after a breach.
    package func remaining(
        at now: Instant, from start: Instant, _ budget: Budget, _ conventions: DueConventions = DueConventions(),
        pauses: PauseSet = .none
    ) -> TimeLength {
        length(of: budget, from: start, conventions)
            - consumed(from: start, to: now, budget.measure, pauses: pauses)
    }

    /// When this share of the budget is used up; where a warning falls.
    package func instant(
        atPercent percent: Int, of budget: Budget, from start: Instant,
        _ conventions: DueConventions = DueConventions(), pauses: PauseSet = .none
    ) -> Instant {
        let share = length(of: budget, from: start, conventions).share(percent: Int64(percent))
        return instant(consuming: share, budget.measure, from: start, pauses: pauses)
    }

    /// Day 0 of a count of days.
    package func receiptDate(of start: Instant, _ convention: DueConventions.ReceivedAfterClose) -> LocalDate {
        let date = zone.localDate(at: start)
        guard convention == .nextWorkingDay else { return date }
        if let close = close(of: date), start < close { return date }
        return workingDay(1, after: date)
    }

    /// Whether all dates from `start` to `end` lie in what the calendar covers.
    func isKnown(from start: Instant, to end: Instant) -> Bool {
        isKnown(from: zone.localDate(at: start), through: zone.localDate(at: end - TimeLength(microseconds: 1)))
    }

    func isKnown(from first: LocalDate, through last: LocalDate) -> Bool {
        if let past, first <= past.date { return isKnown(from: first, through: last, since: past) }
        return covers.lowerBound <= first && last <= covers.upperBound
    }

    private func dueInDays(from start: Instant, _ budget: Budget, _ conventions: DueConventions) -> Due {
        let received = zone.localDate(at: start)
        let dayZero = receiptDate(of: start, conventions.receivedAfterClose)
        if budget.unit == .workingDays {
            let date = workingDay(budget.amount, after: dayZero)
            return Due(at: close(of: date) ?? endOfDay(date), isProvisional: !isKnown(from: received, through: date))
        }
        let last = dayZero.advanced(byDays: budget.amount)
        let date = rolled(last, conventions.roll, notBefore: dayZero)
        let end = endOfDay(date)
        let at = conventions.cutoff == .closeOfBusiness ? close(of: date) ?? end : end
        let isKnown = isKnown(from: received, through: max(last, date))
        // Rolled back to the day of receipt, the close may be over already: then that day's end stands.
        return Due(at: at < start ? end : at, isProvisional: !isKnown)
    }

    /// Rolling back stops at day 0: when nothing between is worked, the day itself stands.
    private func rolled(_ date: LocalDate, _ roll: DueConventions.Roll, notBefore dayZero: LocalDate) -> LocalDate {
        switch roll {
        case .none: return date
        case .nextWorkingDay: return workingDay(onOrAfter: date)
        case .previousWorkingDay:
            let before = workingDay(onOrBefore: date)
            return before < dayZero ? date : before
        }
    }
}
