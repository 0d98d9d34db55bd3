import WorkingTime

extension Complaint {
    /// A person raises the case: one level up, the acceptance clock runs, the owner stays.
    mutating func escalate(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        let first = fields.count("step") ?? 0
        let ladder = rules.policy.ladder(for: severity)
        let wait = ladder.flatMap { $0.steps.indices.contains(first) ? $0.steps[first].wait : $0.fallback.every }
        start(
            ClockName.escalationAcceptance,
            ClockCourse(calendar: ladderPin(rules), budget: wait),
            from: event.occurredAt, at: event.occurredAt, subject: event.sequence, rules)
        level = max(level, fields.count("level") ?? level + 1)
        guard let clock = clocks.last else { return }
        raise(event, reason: fields.word("reason") ?? .customer, clock: clock.key, firstStep: first)
    }

    /// Adds the escalation an escalate or breach event stands for.
    mutating func raise(
        _ event: Event, reason: EscalationReason, clock: ClockKey, firstStep: Int, fallbacks: Int = 0
    ) {
        escalations.append(
            Escalation(
                sequence: event.sequence, reason: reason, summary: event.fields.text("summary") ?? "", state: .raised,
                proposer: event.actor, raisedAt: event.occurredAt, remedy: event.fields.word("remedy_type"),
                amount: event.fields.money, clock: clock, lowestLevelNotified: nil, notified: [],
                ladder: LadderPosition(
                    nextStep: firstStep, fallbacks: fallbacks, lastNoticeAt: event.occurredAt, nextAt: event.occurredAt)
            ))
    }

    /// A rung of a ladder: somebody told, or nobody there.
    mutating func climbed(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        // The first step before a due time opens the escalation it belongs to.
        if fields.count("escalation") == event.sequence, let clock = fields.text("clock") {
            raise(
                event, reason: .breach, clock: ClockKey(clock, fields.count("generation") ?? 1),
                firstStep: fields.count("step") ?? 0)
        }
        guard let sequence = fields.count("escalation"),
            let index = escalations.firstIndex(where: { $0.sequence == sequence }),
            let ladder = rules.policy.ladder(for: severity)
        else { return }
        escalations[index].ladder.lastNoticeAt = event.occurredAt
        let wait: Budget
        if event.type == .fallbackNotified {
            escalations[index].ladder.fallbacks = fields.count("step") ?? escalations[index].ladder.fallbacks + 1
            escalations[index].ladder.nextStep = ladder.steps.count
            wait = ladder.fallback.every
        } else {
            let step = fields.count("step") ?? 0
            let isStep = ladder.steps.indices.contains(step)
            escalations[index].ladder.nextStep = isStep ? step + 1 : ladder.steps.count
            // A fallback that was let pass counts like one that was told: its key is used up.
            if !isStep { escalations[index].ladder.fallbacks += 1 }
            wait = isStep ? ladder.steps[step].wait : ladder.fallback.every
        }
        if event.type == .levelVacant {
            escalations[index].ladder.nextAt = event.occurredAt
            return
        }
        escalations[index].ladder.nextAt = rules.calendar(ladderPin(rules)).due(from: event.occurredAt, wait).at
        guard event.type != .superseded else { return }
        if escalations[index].notified.isEmpty { setAcceptance(of: escalations[index].clock, to: wait, rules) }
        if let target = fields.text("target") { escalations[index].notified.append(target) }
        if let reached = fields.count("level") {
            escalations[index].lowestLevelNotified = min(escalations[index].lowestLevelNotified ?? reached, reached)
            level = max(level, reached)
        }
    }

    /// Another severity may bring another ladder: what is already climbing goes on above the level it has reached.
    mutating func changeLadders(from old: Severity, _ rules: Rules) {
        guard let before = rules.policy.ladder(for: old), let after = rules.policy.ladder(for: severity),
            before != after
        else { return }
        for index in escalations.indices where escalations[index].state == .raised {
            let passed = before.steps.indices.prefix(escalations[index].ladder.nextStep)
            let reached = passed.map { before.steps[$0].level(at: $0) }.max() ?? 0
            escalations[index].ladder.nextStep =
                after.steps.indices.first { after.steps[$0].level(at: $0) > reached } ?? after.steps.count
        }
    }

    /// The acceptance clock has the wait of the level that was really told.
    private mutating func setAcceptance(of key: ClockKey, to wait: Budget, _ rules: Rules) {
        guard key.name == ClockName.escalationAcceptance, let index = clocks.firstIndex(where: { $0.key == key }),
            clocks[index].state == .running
        else { return }
        clocks[index].course.budget = wait
        clocks[index].budget = wait.description
        refreshClocks(rules)
    }

    private func index(ofEscalation event: Event) -> Int? {
        event.fields.count("escalation").flatMap { sequence in
            escalations.firstIndex { $0.sequence == sequence }
        }
    }

    /// Stops the acceptance clock and the ladder; the actor becomes handler, the owner stays.
    mutating func acceptEscalation(_ event: Event) {
        guard let index = index(ofEscalation: event) else { return }
        accept(index, by: event)
        handler = event.actor
    }

    private mutating func accept(_ index: Int, by event: Event) {
        let key = escalations[index].clock
        escalations[index].state = .accepted
        escalations[index].acceptedBy = event.actor
        escalations[index].acceptedAt = event.occurredAt
        escalations[index].ladder.nextAt = nil
        if key.name == ClockName.escalationAcceptance {
            meet(key.name, at: event.occurredAt, subject: escalations[index].sequence)
        }
    }

    mutating func decideEscalation(_ event: Event) {
        guard let index = index(ofEscalation: event) else { return }
        if escalations[index].state == .raised { accept(index, by: event) }
        let decision: EscalationDecision? = event.fields.word("decision")
        escalations[index].state = decision == .handBack ? .handedBack : .decided
        escalations[index].decision = decision
        escalations[index].decidedBy = event.actor
        escalations[index].decidedAs = event.role
        escalations[index].decisionSequence = event.sequence
        // The one who decides the case itself goes on with it; an answer gives it back.
        handler = decision == .decide ? event.actor : owner
    }
}

extension Complaint {
    /// The calendar the case's ladder waits by.
    func ladderPin(_ rules: Rules) -> CalendarPin {
        let name = rules.policy.ladderCalendar(for: severity)
        return pin(name == "unit" ? calendar : name, rules)
    }
}
