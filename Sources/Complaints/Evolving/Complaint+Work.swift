import WorkingTime

extension Complaint {
    mutating func dispatch(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        let number = tasks.count + 1
        let unit = fields.text("unit") ?? ""
        pinCalendars(of: event)
        let calendar = pin(fields.text("unit_calendar") ?? self.calendar, rules)
        tasks.append(
            UnitTask(
                number: number, unit: unit, summary: fields.text("summary") ?? "", area: fields.text("area"),
                skill: fields.text("skill"), due: fields.instant("due"), status: .sent, sentAt: event.occurredAt,
                proof: nil))
        let ladder = rules.policy.ladders["default"]
        start(
            ClockName.unitAcceptance,
            ClockCourse(calendar: calendar, budget: ladder.map { $0.steps.first?.wait ?? $0.fallback.every }),
            from: event.occurredAt, at: event.occurredAt, subject: number, rules)
        if let due = fields.instant("due") {
            start(
                ClockName.unitDone, ClockCourse(calendar: calendar, given: due), from: event.occurredAt,
                at: event.occurredAt, subject: number, rules)
        }
        let units = Set(tasks.map(\.unit))
        if units.count == rules.policy.change.levelUpAfterTransfers, tasks.filter({ $0.unit == unit }).count == 1 {
            level += level < Role.director.level ?? 3 ? 1 : 0
        }
    }

    mutating func updateTask(_ event: Event, _ rules: Rules) {
        guard let number = event.fields.count("task"), let index = tasks.firstIndex(where: { $0.number == number }),
            let status: TaskStatus = event.fields.word("status")
        else { return }
        tasks[index].status = status
        let now = event.occurredAt
        switch status {
        case .sent: break
        case .accepted: meet(ClockName.unitAcceptance, at: now, subject: number)
        case .done:
            tasks[index].proof = event.fields.text("proof")
            meet(ClockName.unitAcceptance, at: now, subject: number)
            meet(ClockName.unitDone, at: now, subject: number)
        case .returned, .recalled:
            if status == .returned {
                unitReturns += 1
                if unitReturns == rules.policy.change.levelUpAfterUnitReturns { level = min(level + 1, 3) }
            }
            void(ClockName.unitAcceptance, subject: number, at: now)
            void(ClockName.unitDone, subject: number, at: now)
        }
    }

    mutating func pause(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        let reason = fields.text("reason") ?? ""
        let pausable = rules.policy.pauses[reason]?.clocks ?? []
        pauses.append(
            CasePause(
                reason: reason, awaiting: fields.text("awaiting") ?? "", from: event.occurredAt, until: nil,
                expected: fields.instant("until") ?? event.occurredAt, clocks: pausable))
        refreshClocks(rules)
        // Entered after the customer had already answered: it ended with that answer.
        if let answer = inboundContacts.filter({ $0 > event.occurredAt }).min() {
            endPauses(byContactAt: answer, rules)
        }
    }

    mutating func resume(_ event: Event, _ rules: Rules) {
        endPause(at: event.occurredAt, rules)
        reviewOn = nil
    }

    mutating func deferCase(_ event: Event) {
        deferrals += 1
        reviewOn = event.fields.instant("review_on")
    }
}
