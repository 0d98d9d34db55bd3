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
        void(ClockName.followUp)
        reviveStatutory(at: now, rules)
        let budget =
            rules.target(\.resolve, severity, band, from: receivedAt, ownCalendar(rules))
            ?? Budget(1, .workingDays)
        var course = ClockCourse(calendar: pin(calendar, rules), budget: budget)
        var start = now
        switch rules.policy.change.reopenModel {
        case .fresh:
            course.budget = rules.share(rules.policy.change.reopenTargetPercent, of: budget, ownCalendar(rules))
        case .excludeGap:
            start = receivedAt
            if let gapFrom {
                pauses.append(
                    CasePause(
                        reason: "closed", awaiting: "", from: gapFrom, until: now, expected: now,
                        clocks: [ClockName.resolve]))
            }
        case .total: start = receivedAt
        }
        // Nothing warns or breaches in the second of the reopen.
        let grace = rules.grace(from: now, ownCalendar(rules))
        let safe = safeTarget(received: receivedAt, rules)
        course.ceiling = safe.flatMap { $0 > grace ? $0 : nil }
        archive(ClockName.resolve)
        self.start(ClockName.resolve, course, from: start, at: now, rules)
        if let due = clock(ClockName.resolve)?.due, due < grace {
            let text = course.budget?.description ?? ""
            course.given = grace
            regenerate(ClockName.resolve, course, budget: text, at: now, rules)
        }
    }

    /// A statutory clock that a withdrawal or merge had ended runs on, counted from receipt as ever.
    private mutating func reviveStatutory(at now: Instant, _ rules: Rules) {
        for old in clocks where ClockName.isStatutory(old.name) && old.state == .void {
            archive(old.name)
            start(old.name, old.course, from: old.start, at: now, rules)
        }
    }

    mutating func unmerge(_ event: Event, _ rules: Rules) {
        mergedInto = nil
        renew(at: event.occurredAt, rules)
    }

    /// Another case was merged into this one: the earliest receipt and the strictest due hold.
    mutating func absorb(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        absorbed.append(
            AbsorbedCase(
                caseNumber: fields.text("case") ?? "", granted: fields.money.map { [$0] } ?? [],
                references: fields.text("references").map { $0.split(separator: "\n").map(String.init) } ?? []))
        let received = fields.instant("received_at") ?? receivedAt
        guard received < receivedAt else { return }
        receivedAt = received
        for clock in clocks where clock.isOpen && clock.state != .breached {
            let isStatutory = ClockName.isStatutory(clock.name)
            guard isStatutory || clock.name == ClockName.resolve else { continue }
            var course = clock.course
            if !isStatutory { course.ceiling = safeTarget(received: received, rules) }
            let strictest = [fields.instant(isStatutory ? "statutory_due" : "resolve_due"), clock.due]
                .compactMap { $0 }.min()
            course.ceiling = [course.ceiling, strictest].compactMap { $0 }.min()
            regenerate(clock.name, course, budget: clock.budget, from: received, at: event.occurredAt, rules)
        }
    }

    mutating func release(_ event: Event) {
        absorbed.removeAll { $0.caseNumber == event.fields.text("case") }
    }
}
