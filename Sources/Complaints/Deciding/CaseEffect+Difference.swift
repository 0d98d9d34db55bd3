import WorkingTime

extension CaseEffect {
    /// What became different between two states of a case, and what the engine's own lines between them tell.
    ///
    /// Worked out from the states, not noted along the way: no change can be forgotten.
    static func between(_ before: Complaint?, _ after: Complaint, events: [Event], at: Instant) -> [CaseEffect] {
        var effects: [CaseEffect] = []
        addChanges(before, after, at: at, to: &effects)
        addClockChanges(before, after, at: at, to: &effects)
        for event in events {
            if let told = told(event) { effects.append(told) }
        }
        return effects
    }

    private static func addChanges(
        _ before: Complaint?, _ after: Complaint, at: Instant, to effects: inout [CaseEffect]
    ) {
        func change(_ kind: Kind, _ old: String?, _ new: String) {
            if old != new { effects.append(CaseEffect(at: at, kind: kind, from: old, to: new)) }
        }
        if before?.state != after.state { change(.stateChanged, before?.state.rawValue, after.state.rawValue) }
        if before?.level ?? 0 != after.level {
            change(.levelChanged, String(before?.level ?? 0), String(after.level))
        }
        change(.ownerChanged, before?.owner, after.owner)
        change(.handlerChanged, before?.handler, after.handler)
    }

    private static func addClockChanges(
        _ before: Complaint?, _ after: Complaint, at: Instant, to effects: inout [CaseEffect]
    ) {
        guard let before else {
            for clock in after.clocks { addChanges(of: clock, since: nil, at: at, to: &effects) }
            return
        }
        // Former generations only grow: what was there before has been told.
        for index in before.formerClocks.count..<max(after.formerClocks.count, before.formerClocks.count) {
            let ended = after.formerClocks[index]
            guard ended.state != .void else { continue }
            addChanges(of: ended, since: before.clock(ended.key), at: at, to: &effects)
        }
        // Most events leave the clocks alone, and an array that is shared is equal at a glance.
        guard before.clocks != after.clocks else { return }
        for index in after.clocks.indices {
            // Most clocks stay in their place.
            let isInPlace = index < before.clocks.count && before.clocks[index].hasKey(of: after.clocks[index])
            if isInPlace, before.clocks[index] == after.clocks[index] { continue }
            let old = isInPlace ? before.clocks[index] : before.clock(after.clocks[index].key)
            addChanges(of: after.clocks[index], since: old, at: at, to: &effects)
        }
    }

    private static func addChanges(
        of clock: ComplaintClock, since old: ComplaintClock?, at: Instant, to effects: inout [CaseEffect]
    ) {
        func add(_ kind: Kind) {
            effects.append(
                CaseEffect(at: at, kind: kind, clock: clock.name, generation: clock.generation, due: clock.due))
        }
        guard clock != old else { return }
        if old == nil { add(clock.state == .notApplicable ? .clockNotApplicable : .clockStarted) }
        if clock.state == .running || clock.state == .breached, clock.due != nil, clock.due != old?.due,
            clock.metAt == nil
        {
            add(.clockDue)
        }
        let oldState = old?.state ?? .running
        switch clock.state {
        case .met where oldState != .met: add(.clockMet)
        case .breached where clock.metAt != nil && (old?.metAt == nil || oldState != .breached): add(.clockMissed)
        case .paused where oldState != .paused: add(.clockPaused)
        case .running where oldState == .paused: add(.clockResumed)
        case .void where oldState != .void: add(.clockVoid)
        default: break
        }
    }

    /// The effect an engine's line stands for.
    private static func told(_ event: Event) -> CaseEffect? {
        let kind: Kind
        switch event.type {
        case .warned: kind = .warned
        case .breached: kind = .breached
        case .escalated: kind = .escalated
        case .levelVacant: kind = .levelVacant
        case .fallbackNotified: kind = .fallbackNotified
        case .superseded: kind = .superseded
        case .pauseEnded: kind = .pauseEnded
        case .reviewDue: kind = .reviewDue
        case .offerExpired: kind = .offerExpired
        default: return nil
        }
        return CaseEffect(
            at: event.occurredAt, kind: kind, clock: event.fields.text("clock"),
            generation: event.fields.count("generation"), stage: event.fields.text("stage").flatMap(Stage.init(text:)),
            due: event.fields.instant("due"), target: event.fields.text("target"),
            lateMinutes: event.fields.integer("late_minutes"), deliverFrom: event.fields.instant("deliver_from"))
    }
}

extension ComplaintClock {
    fileprivate func hasKey(of other: ComplaintClock) -> Bool { generation == other.generation && name == other.name }
}
