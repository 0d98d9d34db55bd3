import WorkingTime

extension Complaint {
    /// From this line on the case is decided by another policy; its open promises run by that policy's targets.
    mutating func migrate(_ event: Event, _ rules: Rules) {
        guard let reference = event.fields.text("policy"), let next = rules.pinned(to: reference) else { return }
        pinCalendars(of: event)
        let now = event.occurredAt
        for index in clocks.indices {
            guard let move = migration(of: clocks[index], to: next, at: now) else { continue }
            regenerate(index, move.course, budget: move.budget, at: now, .migrated, holding: move.adjustments, next)
        }
        policy = reference
        // Warnings fall where the new policy says.
        refreshClocks(next)
        startLaw(at: now, next)
    }

    /// A law the old policy did not know begins to count, from receipt as ever.
    private mutating func startLaw(at now: Instant, _ rules: Rules) {
        guard let regime = rules.regime(of: jurisdiction), clock(ClockName.statutory(regime.name)) == nil,
            !clocks.contains(where: { ClockName.isStatutory($0.name) && !$0.isOpen })
        else { return }
        start(
            ClockName.statutory(regime.name), statutoryCourse(regime, rules), from: receivedAt, at: now,
            cause: .migrated, rules)
        // The old policy's law has given way to the new one's.
        for clock in clocks where ClockName.isStatutory(clock.name) && clock.name != ClockName.statutory(regime.name) {
            void(clock.name, at: now)
        }
    }

    func statutoryCourse(
        _ regime: (name: String, terms: Regime, calendar: String), _ rules: Rules
    ) -> ClockCourse {
        ClockCourse(
            calendar: pin(regime.calendar, rules), budget: regime.terms.clock,
            conventions: DueConventions(roll: regime.terms.roll))
    }

    /// The course an open clock would take under other rules; nil when it stays as it is.
    ///
    /// What is breached, given from outside, extended or left to a ladder or a unit stays.
    func migration(
        of clock: ComplaintClock, to rules: Rules, at now: Instant
    ) -> (course: ClockCourse, budget: String, adjustments: [DueAdjustment])? {
        guard clock.isOpen, clock.state != .breached, clock.cause != .extended,
            let budget = budget(of: clock, by: rules)
        else { return nil }
        var course = clock.course
        course.budget = budget
        course.given = nil
        if clock.name == ClockName.resolve { course.ceiling = strictestCeiling(of: clock, rules, at: now) }
        if ClockName.isStatutory(clock.name), let regime = rules.regime(of: jurisdiction) {
            course = statutoryCourse(regime, rules)
        }
        var adjustments: [DueAdjustment] = []
        var moved = clock
        moved.course = course
        let before = dueUnpaused(clock, at: now, rules)?.at
        if !ClockName.isStatutory(clock.name), let after = dueUnpaused(moved, at: now, rules)?.at {
            let grace = rules.grace(from: now, rules.calendar(course.calendar), for: course.budget)
            let floor = before.map { min($0, grace) } ?? grace
            if after < floor {
                course.given = floor
                adjustments = [.grace(wouldBe: after)]
            }
        }
        return course == clock.course ? nil : (course, budget.description, adjustments)
    }

    /// The earlier of the safe targets of both laws, and of what a merge has made of it.
    private func strictestCeiling(of clock: ComplaintClock, _ rules: Rules, at now: Instant) -> Instant? {
        if clocks.contains(where: { ClockName.isStatutory($0.name) && $0.cause == .extended }) {
            return clock.course.ceiling
        }
        let safe = safeTarget(received: receivedAt, rules).flatMap { now < $0 ? $0 : nil }
        return [clock.course.ceiling, safe].compactMap { $0 }.min()
    }

    /// What these rules promise for this clock; nil for one that is not theirs to say.
    private func budget(of clock: ComplaintClock, by rules: Rules) -> Budget? {
        let calendar = rules.calendar(clock.course.calendar)
        let bands = isVulnerable == true ? rules.policy.intake.vulnerableBandsFaster : 0
        switch clock.name {
        case ClockName.acknowledge:
            return rules.target(.acknowledge, severity.faster(by: bands), band, from: receivedAt, calendar)
        case ClockName.firstResponse: return rules.target(.firstResponse, severity, band, from: receivedAt, calendar)
        case ClockName.resolve:
            guard let target = rules.target(.resolve, severity, band, from: receivedAt, calendar) else { return nil }
            return resolvePercent == 100 ? target : rules.share(resolvePercent, of: target, calendar)
        case ClockName.update: return updateTarget(rules)
        case ClockName.remedy: return rules.policy.targets.remedy
        case ClockName.followUp: return rules.policy.targets.followUp
        default:
            guard ClockName.isStatutory(clock.name), let regime = rules.regime(of: jurisdiction),
                ClockName.statutory(regime.name) == clock.name
            else { return nil }
            return regime.terms.clock
        }
    }
}
