package import WorkingTime

/// Something the engine must do at an instant unless the case changes first; a value, not a thread.
package struct CaseTimer: Hashable, Sendable {
    package var clock: ClockKey
    package var stage: Stage
    /// When it counts from: a breach is dated at its due time.
    package var due: Instant
    /// When it may fire. A breach is judged once the second `due` is over, so that an event in that second wins.
    package var fireAt: Instant
    /// The escalation whose ladder climbs, or the version of the offer that expires.
    package var subject: Int?
}

extension Complaint {
    /// Everything that will happen by itself if nobody acts, earliest first; ties in the order of the clocks.
    ///
    /// Derived from the case, so it can never be stale: a store keeps it as rows and replaces them with each event.
    package func timers(_ rules: Rules) -> [CaseTimer] {
        let all = clocks.flatMap { clockTimers($0, rules) } + ladderTimers + caseTimers(rules)
        return all.enumerated().sorted { ($0.element.fireAt, $0.offset) < ($1.element.fireAt, $1.offset) }
            .map(\.element)
    }

    /// When the engine must look at the case next; nil when nothing will happen by itself.
    package func nextTimer(_ rules: Rules) -> CaseTimer? { timers(rules).first }

    private func clockTimers(_ clock: ComplaintClock, _ rules: Rules) -> [CaseTimer] {
        guard clock.state == .running, let due = clock.due else { return [] }
        var timers: [CaseTimer] = []
        // Who does not accept is passed over, not warned.
        let isWarned = clock.name != ClockName.escalationAcceptance && clock.name != ClockName.unitAcceptance
        for percent in rules.policy.warningPercents.sorted() where isWarned {
            guard !clock.warnedPercents.contains(percent), let at = instant(ofPercent: percent, of: clock, rules),
                at > clock.openedAt, at < due
            else { continue }
            timers.append(CaseTimer(clock: clock.key, stage: .warning(percent: percent), due: at, fireAt: at))
        }
        let second = due.cutToSecond
        timers.append(
            CaseTimer(
                clock: clock.key, stage: .breach, due: due,
                fireAt: Instant(microseconds: second.microseconds + 999_999)))
        return timers
    }

    /// The next rung of every ladder nobody has stopped; the first wait of a person's escalation is its acceptance clock.
    private var ladderTimers: [CaseTimer] {
        escalations.compactMap { escalation in
            guard escalation.state == .raised, let at = escalation.ladder.nextAt,
                clock(escalation.clock)?.state != .running
            else { return nil }
            return CaseTimer(
                clock: escalation.clock, stage: .level(escalation.ladder.nextStep), due: at, fireAt: at,
                subject: escalation.sequence)
        }
    }

    /// The end of a pause at its cap, of an offer, of a deferral.
    private func caseTimers(_ rules: Rules) -> [CaseTimer] {
        var timers: [CaseTimer] = []
        if let cap = openPauseCap(rules) {
            timers.append(CaseTimer(clock: ClockKey("CASE", pauses.count), stage: .pauseCap, due: cap, fireAt: cap))
        }
        if let offer = openOffer {
            timers.append(
                CaseTimer(
                    clock: ClockKey("CASE", offer.version), stage: .offerExpiry, due: offer.expires,
                    fireAt: Instant(microseconds: offer.expires.cutToSecond.microseconds + 999_999),
                    subject: offer.version))
        }
        if state == .deferred, let reviewOn {
            timers.append(
                CaseTimer(clock: ClockKey("CASE", version), stage: .review, due: reviewOn, fireAt: reviewOn))
        }
        return timers
    }
}
