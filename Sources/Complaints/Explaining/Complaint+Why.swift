package import WorkingTime

extension Complaint {
    /// The arithmetic of a clock by its name, its current generation; nil when the case has no such clock.
    package func why(_ name: String, at now: Instant, _ rules: Rules) -> ClockExplanation? {
        clock(name).map { explain($0, at: now, rules.pinned(to: policy) ?? rules) }
    }

    /// The arithmetic of one generation of a clock, current or former.
    package func why(_ key: ClockKey, at now: Instant, _ rules: Rules) -> ClockExplanation? {
        let found = clock(key) ?? formerClocks.first { $0.key == key }
        return found.map { explain($0, at: now, rules.pinned(to: policy) ?? rules) }
    }

    private func explain(_ clock: ComplaintClock, at now: Instant, _ rules: Rules) -> ClockExplanation {
        let calendar = rules.calendar(clock.course.calendar)
        let pauses = pauseExplanations(of: clock, at: now, calendar)
        let walk = walk(of: clock, at: now, calendar, rules)
        return ClockExplanation(
            clock: clock.key, state: clock.state, subject: clock.subject, promise: clock.budget,
            budget: clock.course.given == nil ? clock.course.budget : nil, start: clock.start,
            openedAt: clock.openedAt, cause: clock.cause, policy: policy,
            calendar: ClockExplanation.CalendarFacts(calendar, clock.course.calendar), due: clock.due,
            dueIfResumed: clock.state == .paused ? dueIfResumed(clock, at: now, rules) : nil,
            isProvisional: walk?.due.isProvisional ?? clock.isProvisional,
            remaining: remaining(of: clock, at: now, rules), metAt: clock.metAt, breachedAt: clock.breachedAt,
            late: clock.late(at: now), steps: walk?.steps ?? [], omittedDates: walk?.omittedDates ?? 0,
            pauses: pauses, adjustments: adjustments(of: clock, at: now, rules), law: law(of: clock, at: now, rules),
            former: former(of: clock))
    }

    /// The day-by-day arithmetic of what rules the due time; nil for one that was simply given.
    private func walk(
        of clock: ComplaintClock, at now: Instant, _ calendar: WorkingCalendar, _ rules: Rules
    ) -> DueExplanation? {
        let pauses = pausesEnded(of: clock, at: now)
        if let given = clock.course.given {
            let grace = rules.grace(for: clock.course.budget)
            guard calendar.due(from: clock.openedAt, grace).at == given else { return nil }
            return calendar.explanation(from: clock.openedAt, grace, pauses: pauses)
        }
        return clock.course.budget.map {
            calendar.explanation(from: clock.start, $0, clock.course.conventions, pauses: pauses)
        }
    }

    private func pauseExplanations(
        of clock: ComplaintClock, at now: Instant, _ calendar: WorkingCalendar
    ) -> [ClockExplanation.PauseExplanation] {
        let measure = clock.course.budget?.measure ?? .elapsed
        let since = clock.course.given == nil ? clock.start : clock.openedAt
        return pauses.filter { $0.clocks.contains(clock.name) && since < $0.until ?? now }.map { pause in
            ClockExplanation.PauseExplanation(
                reason: pause.reason, awaiting: pause.awaiting, from: pause.from, until: pause.until,
                counted: calendar.consumed(from: max(pause.from, since), to: pause.until ?? now, measure))
        }
    }

    /// What held the due time when the generation began, and the law where it is earlier than the budget.
    private func adjustments(of clock: ComplaintClock, at now: Instant, _ rules: Rules) -> [DueAdjustment] {
        var held = clock.adjustments
        if clock.course.given != nil, held.isEmpty { held = [.given] }
        guard let ceiling = clock.course.ceiling, let internalDue = internalDue(of: clock, at: now, rules),
            ceiling < internalDue
        else { return held }
        return held + [.lawTakesPrecedence(budgetDue: internalDue)]
    }

    private func internalDue(of clock: ComplaintClock, at now: Instant, _ rules: Rules) -> Instant? {
        var free = clock
        free.course.ceiling = nil
        return dueUnpaused(free, at: now, rules)?.at
    }

    private func law(
        of clock: ComplaintClock, at now: Instant, _ rules: Rules
    ) -> ClockExplanation.LawExplanation? {
        let isStatutory = ClockName.isStatutory(clock.name)
        guard isStatutory || clock.name == ClockName.resolve, let regime = rules.regime(of: jurisdiction) else {
            return nil
        }
        let received = isStatutory ? clock.start : receivedAt
        let running = isStatutory ? clock : self.clock(ClockName.statutory(regime.name))
        let course = statutoryCourse(regime, rules)
        let calendar = rules.calendar(course.calendar)
        let safe = calendar.due(from: received, regime.terms.clock, DueConventions(roll: regime.terms.safe)).at
        let internalDue = isStatutory ? nil : internalDue(of: clock, at: now, rules)
        return ClockExplanation.LawExplanation(
            regime: regime.name,
            due: running?.due ?? calendar.due(from: received, regime.terms.clock, course.conventions).at, safe: safe,
            internalDue: internalDue,
            isBinding: clock.course.ceiling.flatMap { ceiling in internalDue.map { ceiling < $0 } } ?? false)
    }

    private func former(of clock: ComplaintClock) -> [ClockExplanation.FormerGeneration] {
        formerClocks.filter {
            $0.name == clock.name && $0.subject == clock.subject && $0.generation < clock.generation
        }.sorted { $0.generation < $1.generation }.map {
            ClockExplanation.FormerGeneration(
                generation: $0.generation, cause: $0.cause, budget: $0.budget, due: $0.due, openedAt: $0.openedAt,
                state: $0.state)
        }
    }
}

extension ClockExplanation.CalendarFacts {
    init(_ calendar: WorkingCalendar, _ pin: CalendarPin) {
        self.init(
            name: calendar.name, version: pin.version.isEmpty ? calendar.version : pin.version,
            successors: pin.successors, zone: calendar.zone.name, zoneVersion: calendar.zone.version,
            covers: calendar.covers)
    }
}
