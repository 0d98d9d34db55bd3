import WorkingTime

extension Complaint {
    /// Not settled after all: one level up, a fresh internal clock; the law's clocks are not reset.
    mutating func reopen(_ event: Event, _ rules: Rules) {
        reopens += 1
        level = min(max(level + 1, reopens >= rules.policy.change.levelUpAfterReopens ? 2 : 0), 3)
        renew(at: event.occurredAt, rules)
    }

    /// Work goes on after an end: the internal clock starts anew by the policy's model.
    mutating func renew(at now: Instant, _ rules: Rules) {
        let gapFrom = endedAt ?? resolvedAt
        endedAt = nil
        resolvedAt = nil
        void(ClockName.followUp, at: now)
        reviveStatutory(at: now, rules)
        let budget =
            rules.target(.resolve, severity, band, from: receivedAt, ownCalendar(rules))
            ?? Budget(1, .workingDays)
        var course = ClockCourse(calendar: pin(calendar, rules), budget: budget)
        var start = now
        resolvePercent = 100
        switch rules.policy.change.reopenModel {
        case .fresh:
            resolvePercent = rules.policy.change.reopenTargetPercent
            course.budget = rules.share(resolvePercent, of: budget, ownCalendar(rules))
        case .excludeGap:
            start = receivedAt
            if let gapFrom {
                pauses.append(
                    CasePause(
                        reason: CasePause.closedGap, awaiting: "", from: gapFrom, until: now, expected: now,
                        clocks: [ClockName.resolve]))
            }
        case .total: start = receivedAt
        }
        // Nothing warns or breaches in the second of the reopen.
        let grace = rules.grace(from: now, ownCalendar(rules), for: course.budget)
        let safe = safeTarget(received: receivedAt, rules)
        course.ceiling = safe.flatMap { $0 > grace ? $0 : nil }
        archive(ClockName.resolve)
        self.start(ClockName.resolve, course, from: start, at: now, cause: .reopened, notBefore: grace, rules)
    }

    /// A statutory clock that a withdrawal or merge had ended runs on, counted from receipt as ever.
    private mutating func reviveStatutory(at now: Instant, _ rules: Rules) {
        for old in clocks where ClockName.isStatutory(old.name) && old.state == .void {
            archive(old.name)
            start(old.name, old.course, from: old.start, at: now, cause: .reopened, rules)
        }
    }
}
