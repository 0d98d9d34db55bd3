import WorkingTime

extension Complaint {
    private func index(of event: Event) -> Int? {
        guard let name = event.fields.text("clock"), let generation = event.fields.count("generation") else {
            return nil
        }
        return clocks.firstIndex { $0.key == ClockKey(name, generation) }
    }

    mutating func warned(_ event: Event) {
        guard let index = index(of: event), let percent = event.fields.count("percent"),
            !clocks[index].warnedPercents.contains(percent)
        else { return }
        clocks[index].warnedPercents.append(percent)
    }

    /// A timer the engine slept through: done with, without anybody being told.
    mutating func superseded(_ event: Event, _ rules: Rules) {
        if event.fields["escalation"] != nil { return climbed(event, rules) }
        guard event.fields.boolean("ahead") == true else { return warned(event) }
        if let index = index(of: event), let step = event.fields.count("step") {
            clocks[index].aheadStepsPassed = step + 1
        }
    }

    /// Dated at the due time; the ladder starts, or goes on when it is the acceptance itself that is late.
    mutating func breached(_ event: Event, _ rules: Rules) {
        guard let index = index(of: event) else { return }
        clocks[index].state = .breached
        clocks[index].breachedAt = event.occurredAt
        let clock = clocks[index]
        if clock.name == ClockName.remedy { missResolve(at: event.occurredAt) }
        guard clock.name != ClockName.escalationAcceptance else { return }
        // What fell due before the case came here is known and past: nobody is chased for it.
        guard event.fields.boolean("imported") != true else { return }
        startLadder(event, of: clock.key, rules)
    }

    /// A remedy that comes too late makes the resolution it met late after all.
    mutating func missResolve(at now: Instant) {
        guard let index = clocks.lastIndex(where: { $0.name == ClockName.resolve }), clocks[index].state == .met
        else { return }
        clocks[index].state = .breached
        clocks[index].breachedAt = now
    }
}
