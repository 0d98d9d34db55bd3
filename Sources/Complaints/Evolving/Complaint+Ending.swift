import Money
import WorkingTime

extension Complaint {
    mutating func resolveNow(_ event: Event, _ rules: Rules) {
        take(event)
        if let offer = offer(in: event, state: .executed), offer.remedy.hasValue {
            currency = currency ?? offer.amount?.currency
            offers.append(offer)
        }
        if assessments == 0 {
            assessments = 1
            assessedBy = event.actor
        }
        resolve(event, rules)
    }

    mutating func resolve(_ event: Event, _ rules: Rules) {
        let now = event.occurredAt
        outcome = event.fields.word("outcome")
        rootCause = event.fields.text("root_cause") ?? rootCause
        isErrorAdmitted = event.fields.isGiven("error_admitted")
        resolvedAt = now
        resolvedBy = event.actor
        reviewOn = nil
        // The decision told is the answer every one of these waits for.
        meet(ClockName.firstResponse, at: now)
        meet(ClockName.update, at: now)
        meet(ClockName.resolve, at: now)
        for clock in clocks where ClockName.isStatutory(clock.name) { meet(clock.name, at: now) }
        // Only settling in one call meets open ones here: `resolve` is refused while there are any.
        for index in escalations.indices where escalations[index].state.isOpen {
            escalations[index].state = .lapsed
            escalations[index].ladder.nextAt = nil
            void(escalations[index].clock.name, subject: escalations[index].sequence, at: now)
        }
        startFollowUp(at: now, rules)
    }

    private mutating func startFollowUp(at now: Instant, _ rules: Rules) {
        archive(ClockName.followUp)
        guard hasContactRoute else { return startNotApplicable(ClockName.followUp, at: now) }
        start(
            ClockName.followUp, ClockCourse(calendar: pin(calendar, rules), budget: rules.policy.targets.followUp),
            from: now + TimeLength(minutes: 24 * 60), at: now, rules)
    }

    mutating func followUp(_ event: Event, _ rules: Rules) {
        let fields = event.fields
        followUps.append(
            FollowUpAttempt(
                at: event.occurredAt, reached: fields.boolean("reached") ?? false,
                satisfied: fields.word("satisfied"), score: fields.count("score"), words: fields.text("words"),
                by: event.actor))
        if hasFollowedUp(rules) { meet(ClockName.followUp, at: event.occurredAt) }
    }

    /// Tries since it was resolved last.
    package var currentFollowUps: [FollowUpAttempt] {
        guard let resolvedAt else { return [] }
        return followUps.filter { $0.at >= resolvedAt }
    }

    /// What the customer said last, when reached.
    package var satisfaction: Satisfaction? { currentFollowUps.last { $0.reached }?.satisfied }

    /// The customer was reached, or tried often enough: on enough days, not all at the same hour.
    ///
    /// Silence is never enough for a vulnerable customer.
    func hasFollowedUp(_ rules: Rules) -> Bool {
        let tries = currentFollowUps
        if tries.contains(where: \.reached) { return true }
        if isVulnerable == true { return false }
        let local = tries.map { ownCalendar(rules).zone.localDateTime(at: $0.at) }
        return tries.count >= rules.policy.followUp.tries
            && Set(local.map(\.date)).count >= rules.policy.followUp.daysMin
            && Set(local.map(\.hour)).count > 1
    }

    mutating func close(_ event: Event) {
        rootCause = event.fields.text("root_cause")
        disposition = event.fields.text("disposition")
        end(at: event.occurredAt)
    }

    mutating func withdraw(_ event: Event) { end(at: event.occurredAt) }

    mutating func merge(_ event: Event) {
        mergedInto = event.fields.text("into")
        end(at: event.occurredAt)
    }

    private mutating func end(at now: Instant) {
        endedAt = now
        reviewOn = nil
        pendingTransfer = nil
        if let index = pauses.lastIndex(where: { $0.until == nil }) { pauses[index].until = now }
        voidOpenOffers(as: .replaced)
        for index in tasks.indices where tasks[index].status.isOpen { tasks[index].status = .recalled }
        for index in escalations.indices where escalations[index].state.isOpen {
            escalations[index].state = .lapsed
            escalations[index].ladder.nextAt = nil
        }
        voidInternalClocks(at: now)
    }
}
