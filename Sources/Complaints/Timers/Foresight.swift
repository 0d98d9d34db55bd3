package import WorkingTime

/// What a change would bring, before it is committed: shown beside the form, written nowhere.
package struct Foresight: Hashable, Sendable {
    /// A due time that would move, begin or end.
    package struct DueChange: Hashable, Sendable {
        package var clock: String
        package var before: Instant?
        package var after: Instant?

        package init(clock: String, before: Instant? = nil, after: Instant? = nil) {
            self.clock = clock
            self.before = before
            self.after = after
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
    let decision = decide(complaint, command, context)
    var after = complaint
    if case .accepted(let acceptance) = decision { after = acceptance.complaint }
    let rung = after.nextRung(context.rules)
    return Foresight(
        decision: decision, dueChanges: dueChanges(complaint, after), level: after.level, nextLevel: rung?.level,
        nextLevelAt: rung?.at)
}

private func dueChanges(_ before: Complaint, _ after: Complaint) -> [Foresight.DueChange] {
    var names: [String] = []
    for clock in before.clocks + after.clocks where !names.contains(clock.name) { names.append(clock.name) }
    return names.compactMap { name in
        let old = before.clock(name).flatMap { $0.isOpen ? $0.due : nil }
        let new = after.clock(name).flatMap { $0.isOpen ? $0.due : nil }
        return old == new ? nil : Foresight.DueChange(clock: name, before: old, after: new)
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
                let running = escalations.last { $0.clock == timer.clock }
                return (level(running?.ladder.nextStep ?? 0), timer.due)
            default: continue
            }
        }
        return nil
    }
}
