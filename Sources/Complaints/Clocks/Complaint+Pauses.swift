import WorkingTime

extension CasePause {
    /// The time a case was closed, where a reopened one counts from receipt without it; no policy can name it.
    static let closedGap = "(closed)"
}

extension Complaint {
    package var openPause: CasePause? { openPauseIndex.map { pauses[$0] } }

    private var openPauseIndex: Int? { pauses.lastIndex { $0.until == nil } }

    /// How much of a cap the first `count` pauses have used up, all reasons summed, what overlaps counted once.
    func pauseUsed(of cap: Budget, _ rules: Rules, first count: Int? = nil) -> TimeLength {
        let calendar = ownCalendar(rules)
        let union = PauseSet(
            pauses.prefix(count ?? pauses.count).compactMap { pause in
                guard let until = pause.until, pause.reason != CasePause.closedGap else { return nil }
                return InstantInterval(start: pause.from, end: until)
            })
        return union.intervals.reduce(.zero) { sum, pause in
            sum + calendar.consumed(from: pause.start, to: pause.end, cap.measure)
        }
    }

    /// When the pause that runs reaches its reason's cap; nil when none runs or its reason is no longer known.
    func openPauseCap(_ rules: Rules) -> Instant? { openPauseIndex.flatMap { capInstant(ofPause: $0, rules) } }

    /// When a pause reaches its reason's cap, all earlier pauses of the case summed.
    private func capInstant(ofPause index: Int, _ rules: Rules) -> Instant? {
        guard let reason = rules.policy.pauses[pauses[index].reason] else { return nil }
        let calendar = ownCalendar(rules)
        let rest = calendar.capLength(reason.cap) - pauseUsed(of: reason.cap, rules, first: index)
        // What lies in an earlier pause has been counted there.
        let counted = pauses.prefix(index).filter { $0.reason != CasePause.closedGap }.compactMap(\.until)
        let from = max(pauses[index].from, counted.max() ?? pauses[index].from)
        return calendar.instant(consuming: rest, reason.cap.measure, from: from)
    }

    /// Ends the pause that runs, at the latest at its cap, and lets its clocks go on.
    mutating func endPause(at instant: Instant, _ rules: Rules) {
        guard let index = openPauseIndex else { return }
        let cap = capInstant(ofPause: index, rules) ?? instant
        pauses[index].until = max(pauses[index].from, min(instant, cap))
        refreshClocks(rules)
    }

    /// An inbound contact ends every pause that waits for one and contains it, whoever notices it later.
    mutating func endPauses(byContactAt contact: Instant, _ rules: Rules) {
        var changed = false
        for index in pauses.indices {
            let pause = pauses[index]
            guard rules.policy.pauses[pause.reason]?.endsOnInboundContact == true, pause.from < contact,
                pause.until.map({ contact < $0 }) ?? true
            else { continue }
            let cap = capInstant(ofPause: index, rules) ?? contact
            pauses[index].until = min(contact, cap)
            changed = true
        }
        if changed { refreshClocks(rules) }
    }
}
