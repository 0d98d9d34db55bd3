package import WorkingTime

/// What a change would bring, before it is committed: shown beside the form, written nowhere.
package struct Foresight: Hashable, Sendable {
    /// A due time that would move, begin or end.
    package struct DueChange: Hashable, Sendable {
        package var clock: String
        package var before: Instant?
        /// For a clock that would stand still: the due if the pause lasts as long as expected, or to its cap.
        package var after: Instant?
        package var isPaused: Bool

        package init(clock: String, before: Instant? = nil, after: Instant? = nil, isPaused: Bool = false) {
            self.clock = clock
            self.before = before
            self.after = after
            self.isPaused = isPaused
        }
    }

    /// What the command would meet.
    package var decision: Decision
    package var dueChanges: [DueChange]
    /// Level of the case after it.
    package var level: Int
    /// The next level that would be told if nobody acted, and when.
    package var nextLevel: Int?
    package var nextLevelAt: Instant?

    package init(
        decision: Decision, dueChanges: [DueChange], level: Int, nextLevel: Int? = nil, nextLevelAt: Instant? = nil
    ) {
        self.decision = decision
        self.dueChanges = dueChanges
        self.level = level
        self.nextLevel = nextLevel
        self.nextLevelAt = nextLevelAt
    }
}

/// Looks ahead: due times and the next level if this command were given now. Nothing changes.
package func foresee(_ complaint: Complaint, _ command: Command, _ context: DecisionContext) -> Foresight {
    let rules = context.rules.pinned(to: complaint.policy) ?? context.rules
    let decision = decide(complaint, command, context)
    var after = complaint
    if case .accepted(let acceptance) = decision { after = acceptance.complaint }
    let rung = after.nextRung(rules)
    return Foresight(
        decision: decision, dueChanges: dueChanges(complaint, after, rules), level: after.levelOnceAccepted(rules),
        nextLevel: rung?.level, nextLevelAt: rung?.at)
}

private func dueChanges(_ before: Complaint, _ after: Complaint, _ rules: Rules) -> [Foresight.DueChange] {
    var names: [String] = []
    for clock in before.clocks + after.clocks where !names.contains(clock.name) { names.append(clock.name) }
    return names.compactMap { name in
        let old = before.clock(name).flatMap { $0.isOpen ? $0.due : nil }
        let clock = after.clock(name).flatMap { $0.isOpen ? $0 : nil }
        let isPaused = clock?.state == .paused
        let new = isPaused ? clock.flatMap { after.dueIfPauseLasts($0, rules) } : clock?.due
        let wasPaused = before.clock(name)?.state == .paused
        guard old != new || isPaused != wasPaused else { return nil }
        return Foresight.DueChange(clock: name, before: old, after: new, isPaused: isPaused)
    }
}

extension Complaint {
    fileprivate func dueIfPauseLasts(_ clock: ComplaintClock, _ rules: Rules) -> Instant? {
        openPause.flatMap { dueIfResumed(clock, at: max($0.expected, $0.from), rules) }
    }

    /// The level, also counting a transfer that has been offered and would be one too many.
    fileprivate func levelOnceAccepted(_ rules: Rules) -> Int {
        pendingTransfer != nil && transfers + 1 == rules.policy.change.levelUpAfterTransfers ? min(level + 1, 3) : level
    }
}

extension Complaint {
    /// The next rung any ladder of the case would climb: of one that runs, else of the earliest breach to come.
    package func nextRung(_ rules: Rules) -> (level: Int, at: Instant)? {
        let steps = rules.policy.ladder(for: severity)?.steps ?? []
        func level(_ index: Int) -> Int { steps.indices.contains(index) ? steps[index].level(at: index) : 3 }
        for timer in timers(rules) {
            switch timer.stage {
            case .level(let index): return (level(index), timer.due)
            case .breach:
                let running = aheadEscalation(of: timer.clock)
                // Taken up before it is due: nobody else is told.
                if running?.state == .accepted { continue }
                return (level(running?.ladder.nextStep ?? rules.policy.firstStep(for: severity)), timer.due)
            default: continue
            }
        }
        return nil
    }
}
