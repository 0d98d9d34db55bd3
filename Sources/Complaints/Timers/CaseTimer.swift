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
    /// A step of the ladder that comes before its clock is due.
    var isAhead = false
}

extension Complaint {
    /// Everything that will happen by itself if nobody acts, earliest first; ties in the order of the clocks.
    ///
    /// Derived from the case, so it can never be stale: a store keeps it as rows and replaces them with each event.
    package func timers(_ rules: Rules) -> [CaseTimer] {
        var timers: [CaseTimer] = []
        forEachTimer(rules) { timer in
            let index = timers.lastIndex { $0.fireAt <= timer.fireAt }
            timers.insert(timer, at: index.map { $0 + 1 } ?? 0)
        }
        return timers
    }

    /// When the engine must look at the case next; nil when nothing will happen by itself.
    package func nextTimer(_ rules: Rules) -> CaseTimer? {
        var next: CaseTimer?
        forEachTimer(rules) { timer in
            if next.map({ timer.fireAt < $0.fireAt }) ?? true { next = timer }
        }
        return next
    }

    /// Every timer, in the order that breaks ties.
    private func forEachTimer(_ rules: Rules, _ body: (CaseTimer) -> Void) {
        for clock in clocks where clock.state == .running { clock.forEachTimer(body) }
        forEachAheadRung(body)
        forEachRung(body)
        forEachCaseTimer(rules, body)
    }

    /// The next rung of every ladder nobody has stopped; the first wait of a person's escalation is its acceptance clock.
    private func forEachRung(_ body: (CaseTimer) -> Void) {
        for escalation in escalations where escalation.state == .raised {
            guard let at = escalation.ladder.nextAt else { continue }
            let state = clock(escalation.clock)?.state
            guard state != .running, state != .paused else { continue }
            body(
                CaseTimer(
                    clock: escalation.clock, stage: .level(escalation.ladder.nextStep), due: at, fireAt: at,
                    subject: escalation.sequence))
        }
    }

    /// The end of a pause at its cap, of an offer, of a deferral.
    private func forEachCaseTimer(_ rules: Rules, _ body: (CaseTimer) -> Void) {
        if let cap = openPauseCap(rules) {
            body(CaseTimer(clock: ClockKey("CASE", pauses.count), stage: .pauseCap, due: cap, fireAt: cap))
        }
        if let offer = openOffer {
            body(
                CaseTimer(
                    clock: ClockKey("CASE", offer.version), stage: .offerExpiry, due: offer.expires,
                    fireAt: offer.expires.endOfSecond, subject: offer.version))
        }
        if state == .deferred, let reviewOn {
            body(CaseTimer(clock: ClockKey("CASE", deferrals), stage: .review, due: reviewOn, fireAt: reviewOn))
        }
    }
}

extension ComplaintClock {
    fileprivate func forEachTimer(_ body: (CaseTimer) -> Void) {
        guard let due else { return }
        for warning in warnings where !warnedPercents.contains(warning.percent) {
            body(CaseTimer(clock: key, stage: .warning(percent: warning.percent), due: warning.at, fireAt: warning.at))
        }
        body(CaseTimer(clock: key, stage: .breach, due: due, fireAt: due.endOfSecond))
    }
}

extension Instant {
    /// The last moment of its second.
    fileprivate var endOfSecond: Instant { Instant(microseconds: cutToSecond.microseconds + 999_999) }
}
