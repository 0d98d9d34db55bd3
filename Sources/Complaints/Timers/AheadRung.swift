package import WorkingTime

/// A step of the ladder that is told before a clock falls due.
package struct AheadRung: Hashable, Sendable {
    /// Index of the step.
    package var step: Int
    package var at: Instant
}

extension Complaint {
    /// When the steps before its due time fall on a running clock, those after this generation began.
    func aheadRungs(of clock: ComplaintClock, _ rules: Rules) -> [AheadRung] {
        // Who does not accept is passed over, not announced.
        guard rules.hasAheadSteps, clock.name != ClockName.escalationAcceptance, clock.name != ClockName.unitAcceptance,
            let due = clock.due, let ladder = rules.policy.ladder(for: severity)
        else { return [] }
        let calendar = rules.calendar(ladderPin(rules))
        let pauses = pauseSet(of: clock)
        let first = rules.policy.firstStep(for: severity)
        return ladder.steps.indices.dropFirst(first).compactMap { index in
            guard let ahead = ladder.steps[index].ahead else { return nil }
            let at = calendar.instant(ahead, before: due)
            // By the clock on the wall it may fall into a pause: then it is told when that ends.
            let told = pauses.intervals.first { $0.start <= at && at < $0.end }?.end ?? at
            return clock.openedAt < told && told < due ? AheadRung(step: index, at: told) : nil
        }
    }

    /// The escalation whose ladder has begun before this clock is due; nil while nobody was told.
    func aheadEscalation(of key: ClockKey) -> Escalation? { escalations.last { $0.clock == key } }

    /// True for an escalation nobody has taken up whose promise is not broken yet: it keeps nobody from settling the case.
    func isAhead(_ escalation: Escalation) -> Bool {
        guard escalation.state == .raised, escalation.clock.name != ClockName.escalationAcceptance else { return false }
        return clock(escalation.clock).map { $0.state == .running || $0.state == .paused } ?? false
    }

    /// The next step before the due time of each running clock. Acceptance stops the ladder; a wait is kept here too.
    func forEachAheadRung(_ body: (CaseTimer) -> Void) {
        for clock in clocks where clock.state == .running && !clock.aheadRungs.isEmpty {
            let escalation = aheadEscalation(of: clock.key)
            if let escalation, escalation.state != .raised { continue }
            let next = max(clock.aheadStepsPassed, escalation?.ladder.nextStep ?? 0)
            guard let rung = clock.aheadRungs.first(where: { $0.step >= next }), let due = clock.due else { continue }
            let at = max(rung.at, escalation?.ladder.nextAt ?? rung.at)
            guard at < due else { continue }
            body(
                CaseTimer(
                    clock: clock.key, stage: .level(rung.step), due: at, fireAt: at, subject: escalation?.sequence,
                    isAhead: true))
        }
    }

    /// A new generation goes on where the ladder of the old one stands, unless its promise has moved later: then
    /// everybody is told again in time.
    mutating func carryLadder(from old: ComplaintClock, to new: ComplaintClock) {
        guard old.state == .running || old.state == .paused, old.name != ClockName.escalationAcceptance else { return }
        let isLater = old.due.flatMap { before in new.due.map { before < $0 } } ?? false
        for index in escalations.indices where escalations[index].clock == old.key && escalations[index].state.isOpen {
            if !isLater {
                escalations[index].clock = new.key
            } else if escalations[index].state == .raised {
                escalations[index].state = .lapsed
                escalations[index].ladder.nextAt = nil
            }
        }
    }

    /// The ladder of a broken clock: on from where it stood, if somebody was told before; else from its first step.
    mutating func startLadder(_ event: Event, of key: ClockKey, _ rules: Rules) {
        if let index = escalations.lastIndex(where: { $0.clock == key && $0.state.isOpen }) {
            if escalations[index].state == .raised {
                let next = escalations[index].ladder.nextAt ?? event.occurredAt
                escalations[index].ladder.nextAt = max(next, event.occurredAt)
            }
            return
        }
        // Taken up before the breach and given back: no level is told twice.
        let told = escalations.last { $0.clock == key }?.ladder
        raise(
            event, reason: .breach, clock: key,
            firstStep: max(told?.nextStep ?? 0, rules.policy.firstStep(for: severity)), fallbacks: told?.fallbacks ?? 0)
    }
}
