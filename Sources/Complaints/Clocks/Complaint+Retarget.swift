import WorkingTime

extension Complaint {
    /// Gives a clock another budget after severity changed; a new generation, unless nothing changes.
    ///
    /// The first assessment counts from receipt in either direction; from the second on a due time never moves later
    /// (raised) or stays what was promised (lowered, where the policy ratchets). Always at least the grace from now.
    mutating func retarget(
        _ name: String, to budget: Budget, isFirst: Bool, isLowered: Bool, at now: Instant, _ rules: Rules
    ) {
        guard let index = index(of: name), clocks[index].state != .breached, !clocks[index].isOverdue(at: now),
            clocks[index].budget != budget.description
        else { return }
        let old = clocks[index]
        let calendar = rules.calendar(old.course.calendar)
        var course = old.course
        course.budget = budget
        course.given = nil
        var trial = old
        trial.course = course
        trial.openedAt = now
        var adjustments: [DueAdjustment] = []
        let pauses = pausesEnded(of: old, at: now)
        let grace = rules.grace(from: now, calendar, for: budget)
        if let due = rules.due(of: trial, pauses: pauses)?.at, due < grace {
            course.given = grace
            trial.course = course
            adjustments.append(.grace(wouldBe: due))
        }
        let newDue = rules.due(of: trial, pauses: course.given == nil ? pauses : .none)?.at
        let oldDue = rules.due(of: old, pauses: pauses)?.at
        // What another case had promised before it was merged in is promised, whatever this one is assessed as.
        let isInherited = old.cause == .merged && old.course.given != nil
        let mayMoveLater = (isFirst && !isInherited) || (isLowered && !rules.policy.change.isRatchet)
        if !mayMoveLater, let oldDue, let newDue, oldDue <= newDue {
            course = old.course
            adjustments = oldDue < newDue ? [.ratchet(wouldBe: newDue)] : []
        }
        let cause = isFirst ? GenerationCause.assessed : isLowered ? .lowered : .raised
        regenerate(index, course, budget: budget.description, at: now, cause, holding: adjustments, rules)
    }

    /// When an open clock is due, as if the pause it may be in ended now.
    func dueUnpaused(_ clock: ComplaintClock, at now: Instant, _ rules: Rules) -> Due? {
        rules.due(of: clock, pauses: pausesEnded(of: clock, at: now))
    }

    /// The pauses of a clock as if the current one ended now.
    func pausesEnded(of clock: ComplaintClock, at now: Instant) -> PauseSet {
        let since = clock.course.given == nil ? clock.start : clock.openedAt
        return PauseSet(
            pauses.filter { $0.clocks.contains(clock.name) }.map {
                InstantInterval(start: max($0.from, since), end: $0.until ?? now)
            })
    }
}
