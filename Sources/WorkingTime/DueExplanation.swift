/// The arithmetic of a due time, day by day.
package struct DueExplanation: Hashable, Sendable {
    package var due: Due
    /// One per local date from the start to the due, in order; the last one is always there.
    package var steps: [DueStep]
    /// Dates left out before the last step because there were more than `stepsMax`.
    package var omittedDates: Int

    /// About a year of days; more are not readable.
    package static let stepsMax = 400
}

/// What one date did to a budget. Words for it are made elsewhere.
package struct DueStep: Hashable, Sendable {
    package var date: LocalDate
    package var open: [OpenInterval]
    package var kind: WorkingCalendar.DayKind
    /// Time of the budget's own kind that was used on this date, pauses left out.
    package var counted: TimeLength
    /// Time of the budget's own kind that a pause took out of this date.
    package var paused: TimeLength
    /// For budgets in days: which day of the count this date is; day 0 is the receipt, nil is not counted.
    package var dayOfCount: Int?
    /// The date lies outside what the calendar covers.
    package var isProvisional: Bool
}

extension WorkingCalendar {
    /// The due time of `due(from:_:_:pauses:)` with what each date contributed to it.
    package func explanation(
        from start: Instant, _ budget: Budget, _ conventions: DueConventions = DueConventions(),
        pauses: PauseSet = .none
    ) -> DueExplanation {
        let due = due(from: start, budget, conventions, pauses: pauses)
        let first = zone.localDate(at: start)
        let last = max(first, zone.localDate(at: due.at - TimeLength(microseconds: 1)))
        let dates = last - first + 1
        let shown = min(dates, DueExplanation.stepsMax)
        let dayZero = budget.fixedLength == nil ? receiptDate(of: start, conventions.receivedAfterClose) : nil
        let span = InstantInterval(start: start, end: due.at)
        let steps = (0..<shown).map { index in
            let date = index == shown - 1 ? last : first.advanced(byDays: index)
            return step(date, span, budget, dayZero: dayZero, pauses: pauses)
        }
        return DueExplanation(due: due, steps: steps, omittedDates: dates - shown)
    }

    private func step(
        _ date: LocalDate, _ span: InstantInterval, _ budget: Budget, dayZero: LocalDate?, pauses: PauseSet
    ) -> DueStep {
        let from = max(span.start, start(of: date))
        let to = min(span.end, start(of: date.advanced(byDays: 1)))
        let counted = consumed(from: from, to: to, budget.measure, pauses: pauses)
        let whole = from < to ? measured(from: from, to: to, budget.measure) : .zero
        return DueStep(
            date: date, open: hours(of: date), kind: kind(of: date), counted: counted, paused: whole - counted,
            dayOfCount: dayZero.flatMap { dayOfCount(date, after: $0, budget) },
            isProvisional: !isKnown(from: date, through: date))
    }

    private func dayOfCount(_ date: LocalDate, after dayZero: LocalDate, _ budget: Budget) -> Int? {
        if date <= dayZero { return date == dayZero ? 0 : nil }
        if budget.unit == .calendarDays {
            return min(date - dayZero, budget.amount) == date - dayZero ? date - dayZero : nil
        }
        guard isWorkingDay(date) else { return nil }
        let count = workingDays(from: dayZero.advanced(byDays: 1), through: date)
        return count <= budget.amount ? count : nil
    }
}
