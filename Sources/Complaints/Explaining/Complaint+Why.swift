package import WorkingTime

extension Complaint {
    /// The arithmetic of a clock by its name, its current generation; nil when the case has no such clock.
    package func why(_ name: String, at now: Instant, _ rules: Rules) -> ClockExplanation? {
        clock(name).map { explain($0, at: now, rules) }
    }

    /// The arithmetic of one generation of a clock, current or former.
    package func why(_ key: ClockKey, at now: Instant, _ rules: Rules) -> ClockExplanation? {
        (clock(key) ?? formerClocks.first { $0.key == key }).map { explain($0, at: now, rules) }
    }

    private func explain(_ clock: ComplaintClock, at now: Instant, _ rules: Rules) -> ClockExplanation {
        let calendar = rules.calendar(clock.course.calendar)
        let resumed = clock.state == .paused ? dueIfResumed(clock, at: now, rules) : nil
        return ClockExplanation(
            clock: clock.key, state: clock.state, subject: clock.subject, budget: clock.course.budget,
            start: clock.start, openedAt: clock.openedAt, cause: clock.cause, policy: policy,
            calendar: ClockExplanation.CalendarFacts(
                name: calendar.name, version: clock.course.calendar.version,
                successors: clock.course.calendar.successors, zone: calendar.zone.name,
                zoneVersion: calendar.zone.version, covers: calendar.covers),
            due: clock.due, dueIfResumed: resumed, isProvisional: clock.isProvisional,
            remaining: remaining(of: clock, at: now, rules), metAt: clock.metAt, breachedAt: clock.breachedAt,
            late: clock.late(at: now), steps: [], omittedDates: 0, pauses: [], adjustments: [], law: nil, former: [])
    }
}
