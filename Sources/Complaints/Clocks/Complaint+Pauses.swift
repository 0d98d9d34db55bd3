import WorkingTime

extension Complaint {
    package var openPause: CasePause? { pauses.last { $0.until == nil } }

    /// How much pause the case has used up before the last pause, in open time.
    func pauseUsed(_ rules: Rules, before start: Instant? = nil) -> TimeLength {
        let calendar = ownCalendar(rules)
        return pauses.reduce(.zero) { sum, pause in
            guard let until = pause.until, start.map({ pause.from < $0 }) ?? true else { return sum }
            return sum + calendar.openTime(from: pause.from, to: until)
        }
    }

    /// When a pause reaches its reason's cap, all pauses of the case summed; nil when its reason is no longer known.
    func capInstant(of pause: CasePause, _ rules: Rules) -> Instant? {
        guard let reason = rules.policy.pauses[pause.reason] else { return nil }
        let calendar = ownCalendar(rules)
        let rest = calendar.capLength(reason.cap) - pauseUsed(rules, before: pause.from)
        return calendar.instant(consuming: rest, reason.cap.measure, from: pause.from)
    }

    /// Ends the pause that runs, at the latest at its cap, and lets its clocks go on.
    mutating func endPause(at instant: Instant, _ rules: Rules) {
        guard let index = pauses.lastIndex(where: { $0.until == nil }) else { return }
        let pause = pauses[index]
        let cap = capInstant(of: pause, rules) ?? instant
        pauses[index].until = max(pause.from, min(instant, cap))
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
            let cap = capInstant(of: pause, rules) ?? contact
            pauses[index].until = min(contact, cap)
            changed = true
        }
        if changed { refreshClocks(rules) }
    }
}
