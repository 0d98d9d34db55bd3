package import WorkingTime

extension Rules {
    /// When a clock of this course falls due; nil when nothing says so (an authority that set no date).
    func due(of clock: ComplaintClock, pauses: PauseSet) -> Due? {
        let calendar = calendar(clock.course.calendar)
        var due: Due?
        if let given = clock.course.given {
            due = Due(at: given, isProvisional: false)
            if !pauses.isEmpty {
                let length = calendar.openTime(from: clock.openedAt, to: given)
                // Given outside working hours, it is walked on from there: a pause in the night moves nothing.
                due?.at = max(given, calendar.instant(consuming: length, .open, from: clock.openedAt, pauses: pauses))
            }
        } else if let budget = clock.course.budget {
            due = calendar.due(from: clock.start, budget, clock.course.conventions, pauses: pauses)
        }
        if let ceiling = clock.course.ceiling, let at = due?.at, ceiling < at {
            due = Due(at: ceiling, isProvisional: due?.isProvisional ?? false)
        }
        return due
    }

    /// The promised duration of a clock: the tier's where it is really shorter from this start, else the standard one.
    func target(
        _ part: SeverityTargets.Part, _ severity: Severity, _ band: TargetBand, from start: Instant,
        _ calendar: WorkingCalendar
    ) -> Budget? {
        let standard = policy.targets.standard[severity]?[part]
        guard band != .standard, let faster = policy.targets.column(band)[severity]?[part] else { return standard }
        guard let standard else { return faster }
        return calendar.due(from: start, faster).at <= calendar.due(from: start, standard).at ? faster : standard
    }

    /// Every calendar the clocks of a case may run on: its unit's, its law's and its ladders'.
    func calendarNames(own: String, region: String?) -> [String] {
        let law = regime(of: region)?.calendar
        let ladders = Severity.allCases.map(policy.ladderCalendar).filter { $0 != "unit" }
        return Set([own] + ladders + [law].compactMap { $0 }).sorted()
    }

    /// When the shortest time is over that a change leaves a clock of this budget.
    func grace(from now: Instant, _ calendar: WorkingCalendar, for budget: Budget?) -> Instant {
        calendar.due(from: now, grace(for: budget)).at
    }

    /// The grace in the kind of time the clock counts: a promise in hours that run at night too does not wait for the
    /// office to open.
    func grace(for budget: Budget?) -> Budget {
        let grace = policy.change.grace
        return switch (budget?.unit, grace.unit) {
        case (.minutes, .businessMinutes), (.hours, .businessMinutes): Budget(grace.amount, .minutes)
        case (.minutes, .businessHours), (.hours, .businessHours): Budget(grace.amount, .hours)
        default: grace
        }
    }

    /// A budget cut to a percentage of itself; in minutes where days do not divide.
    func share(_ percent: Int, of budget: Budget, _ calendar: WorkingCalendar) -> Budget {
        let scaled = budget.amount * percent
        if scaled % 100 == 0 { return Budget(max(scaled / 100, 1), budget.unit) }
        switch budget.unit {
        case .minutes, .businessMinutes: return Budget(max(scaled / 100, 1), budget.unit)
        case .hours: return Budget(max(scaled * 60 / 100, 1), .minutes)
        case .businessHours: return Budget(max(scaled * 60 / 100, 1), .businessMinutes)
        case .calendarDays: return Budget(max(scaled * 24 / 100, 1), .hours)
        case .workingDays:
            let minutes = Int(calendar.capLength(Budget(1, .workingDays)).minutes)
            return Budget(max(scaled * minutes / 100, 1), .businessMinutes)
        }
    }

    /// The law's clock of a region: its regime's name and terms, and the calendar it is counted in.
    func regime(of jurisdiction: String?) -> (name: String, terms: Regime, calendar: String)? {
        guard let jurisdiction, let name = policy.jurisdictions[jurisdiction], let terms = policy.regimes[name] else {
            return nil
        }
        return (name, terms, policy.calendars.byJurisdiction[jurisdiction] ?? policy.calendars.standard)
    }
}

extension Complaint {
    /// The calendar of this name as the case has pinned it; the version in force where it has not.
    package func pin(_ name: String, _ rules: Rules) -> CalendarPin {
        if let pin = calendars[name] { return pin }
        let pin = rules.pin(name)
        return calendars[pin.name] ?? pin
    }

    /// The calendar of the unit that must act.
    package func ownCalendar(_ rules: Rules) -> WorkingCalendar { rules.calendar(pin(calendar, rules)) }

    /// The law's safe target: the alarm date at which somebody is there to answer.
    func safeTarget(received: Instant, _ rules: Rules) -> Instant? {
        rules.regime(of: jurisdiction).map { regime in
            rules.calendar(pin(regime.calendar, rules)).due(
                from: received, regime.terms.clock, DueConventions(roll: regime.terms.safe)
            ).at
        }
    }
}

extension Severity {
    /// So many bands more urgent, at most S1.
    func faster(by bands: Int) -> Severity {
        let all = Severity.allCases
        return all[max(0, (all.firstIndex(of: self) ?? 0) - bands)]
    }

    /// True when less urgent than `other`.
    package func isLower(than other: Severity) -> Bool { rawValue > other.rawValue }
}
