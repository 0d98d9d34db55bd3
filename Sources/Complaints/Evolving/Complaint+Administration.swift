import WorkingTime

extension Complaint {
    /// Ownership moves only when the new owner accepts.
    mutating func transfer(_ event: Event, _ rules: Rules) {
        guard let to = event.fields.text("to") else { return }
        switch event.fields.word("status") ?? TransferStatus.offered {
        case .offered:
            pendingTransfer = PendingTransfer(
                to: to, from: owner, offeredBy: event.actor, offeredAt: event.occurredAt)
        case .declined: pendingTransfer = nil
        case .accepted:
            if handler == owner { handler = to }
            owner = to
            pendingTransfer = nil
            transfers += 1
            if transfers == rules.policy.change.levelUpAfterTransfers { level = min(level + 1, 3) }
        }
    }

    /// A later due time, approved and told: a new generation, the old due kept in the history.
    mutating func extend(_ event: Event, _ rules: Rules) {
        let name = event.fields.text("clock") ?? ClockName.resolve
        guard let until = event.fields.instant("until"), let clock = clock(name) else { return }
        var course = clock.course
        course.given = until
        regenerate(
            name, course, budget: clock.budget, at: event.occurredAt, .extended,
            holding: [.extended(budgetDue: clock.due)],
            rules)
        // A longer law lets the internal promise be extended too; it does not move it by itself.
        guard ClockName.isStatutory(name), let index = index(of: ClockName.resolve),
            let due = clocks[index].due, due < until
        else { return }
        if clocks[index].course.ceiling == due, clocks[index].course.given == nil {
            clocks[index].course.given = due
        }
        clocks[index].course.ceiling = until
    }

    mutating func openExternalCase(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        let reference = fields.text("reference") ?? ""
        let now = event.occurredAt
        externalCases.append(
            ExternalCase(
                body: fields.text("body") ?? "", reference: reference, due: fields.instant("due"), notifiedAt: now,
                answeredAt: nil))
        level = max(level, 2)
        start(
            ClockName.external(reference), ClockCourse(calendar: pin(calendar, rules), given: fields.instant("due")),
            from: now, at: now, rules)
        if endedAt != nil, state == .inProgress { renew(at: now, rules) }
    }

    mutating func answerExternal(_ event: Event) {
        guard let reference = event.fields.text("reference"),
            let index = externalCases.firstIndex(where: { $0.reference == reference })
        else { return }
        externalCases[index].answeredAt = event.occurredAt
        meet(ClockName.external(reference), at: event.occurredAt)
    }
}
