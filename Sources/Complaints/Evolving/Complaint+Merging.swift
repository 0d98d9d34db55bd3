import Money
import WorkingTime

extension Complaint {
    /// A case of its own again: what the merge had ended goes on as it was promised, with at least the grace.
    mutating func unmerge(_ event: Event, _ rules: Rules) {
        let now = event.occurredAt
        mergedInto = nil
        guard clock(ClockName.resolve)?.state != .breached else { return renew(at: now, rules) }
        endedAt = nil
        for old in clocks where old.state == .void && (old.resumesAfterMerge || ClockName.isStatutory(old.name)) {
            var course = old.course
            let grace = rules.grace(from: now, ownCalendar(rules), for: course.budget)
            if old.resumesAfterMerge, let due = rules.due(of: old, pauses: pauseSet(of: old))?.at, due < grace {
                course.given = grace
                course.ceiling = course.ceiling.flatMap { $0 > grace ? $0 : nil }
            }
            clocks.removeAll { $0.key == old.key }
            formerClocks.append(old)
            start(old.name, course, from: old.start, at: now, subject: old.subject, rules)
        }
    }

    /// Another case was merged into this one: the earliest receipt and the strictest due hold.
    mutating func absorb(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        absorbed.append(
            AbsorbedCase(
                caseNumber: fields.text("case") ?? "", granted: fields.money, restituted: fields.restituted,
                references: fields.text("references").map { $0.split(separator: "\n").map(String.init) } ?? []))
        currency = currency ?? fields.money?.currency ?? fields.restituted?.currency
        let before = receivedAt
        receivedAt = min(receivedAt, fields.instant("received_at") ?? receivedAt)
        tightenResolve(to: fields.instant("resolve_due"), receivedBefore: before, at: event.occurredAt, rules)
        tightenStatutory(event, rules)
    }

    /// The strictest of both promises, and of the own target counted from the earliest receipt with its grace.
    private mutating func tightenResolve(
        to other: Instant?, receivedBefore: Instant, at now: Instant, _ rules: Rules
    ) {
        guard let clock = clock(ClockName.resolve), clock.isOpen, clock.state != .breached, !clock.isOverdue(at: now),
            let own = clock.due ?? dueIfResumed(clock, at: now, rules)
        else { return }
        var recounted = clock
        if clock.start == receivedBefore { recounted.start = receivedAt }
        let safe = safeTarget(received: receivedAt, rules)
        recounted.course.ceiling = [clock.course.ceiling, safe].compactMap { $0 }.min()
        let fromReceipt = rules.due(of: recounted, pauses: pausesEnded(of: recounted, at: now))?.at ?? own
        let grace = rules.grace(from: now, ownCalendar(rules), for: clock.course.budget)
        let strictest = min(own, other ?? own, fromReceipt < grace ? max(fromReceipt, grace) : fromReceipt)
        guard strictest != own || recounted.start != clock.start else { return }
        if strictest != fromReceipt { recounted.course.given = strictest }
        regenerate(
            ClockName.resolve, recounted.course, budget: clock.budget, from: recounted.start, at: now, .merged, rules)
    }

    private mutating func tightenStatutory(_ event: Event, _ rules: Rules) {
        let other = event.fields.instant("statutory_due")
        let own = clocks.filter { ClockName.isStatutory($0.name) }
        for clock in own where clock.state == .running && !clock.isOverdue(at: event.occurredAt) {
            var course = clock.course
            course.ceiling = [course.ceiling, clock.due, other].compactMap { $0 }.min()
            guard clock.start != receivedAt || course.ceiling != clock.due else { continue }
            regenerate(
                clock.name, course, budget: clock.budget, from: receivedAt, at: event.occurredAt, .merged, rules)
        }
        // The law's deadline of the other case is not lost where this one had none.
        if own.isEmpty, state != .resolved, let name = event.fields.text("statutory"), let other {
            start(
                name, ClockCourse(calendar: pin(calendar, rules), given: other), from: receivedAt, at: event.occurredAt,
                rules)
        }
    }

    mutating func release(_ event: Event) {
        absorbed.removeAll { $0.caseNumber == event.fields.text("case") }
    }
}

extension ComplaintClock {
    /// Ended by a merge only for want of a case, not because it was done.
    fileprivate var resumesAfterMerge: Bool {
        [ClockName.firstResponse, ClockName.update, ClockName.resolve, ClockName.remedy].contains(name)
    }
}
