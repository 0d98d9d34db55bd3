import WorkingTime

extension CaseEffect {
    /// What became different between two states of a case, and what the engine's own lines between them tell.
    ///
    /// Worked out from the states, not noted along the way: no change can be forgotten.
    static func between(_ before: Complaint?, _ after: Complaint, events: [Event], at: Instant) -> [CaseEffect] {
        changes(before, after, at: at) + clockChanges(before, after, at: at) + events.compactMap(told)
    }

    private static func changes(_ before: Complaint?, _ after: Complaint, at: Instant) -> [CaseEffect] {
        func change(_ kind: Kind, _ old: String?, _ new: String) -> CaseEffect? {
            old == new ? nil : CaseEffect(at: at, kind: kind, from: old, to: new)
        }
        return [
            change(.stateChanged, before?.state.rawValue, after.state.rawValue),
            change(.levelChanged, before.map { String($0.level) } ?? "0", String(after.level)),
            change(.ownerChanged, before?.owner, after.owner),
            change(.handlerChanged, before?.handler, after.handler),
        ].compactMap { $0 }
    }

    private static func clockChanges(_ before: Complaint?, _ after: Complaint, at: Instant) -> [CaseEffect] {
        let old = Dictionary(
            (before?.clocks ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set((before?.formerClocks ?? []).map(\.key))
        let ended = after.formerClocks.filter { !known.contains($0.key) && $0.state != .void }
        return (ended + after.clocks).flatMap { changes(of: $0, since: old[$0.key], at: at) }
    }

    private static func changes(of clock: ComplaintClock, since old: ComplaintClock?, at: Instant) -> [CaseEffect] {
        func effect(_ kind: Kind) -> CaseEffect {
            CaseEffect(at: at, kind: kind, clock: clock.name, generation: clock.generation, due: clock.due)
        }
        guard clock != old else { return [] }
        var effects: [CaseEffect] = []
        if old == nil {
            effects.append(effect(clock.state == .notApplicable ? .clockNotApplicable : .clockStarted))
        }
        if clock.state == .running || clock.state == .breached, clock.due != nil, clock.due != old?.due,
            clock.metAt == nil
        {
            effects.append(effect(.clockDue))
        }
        let oldState = old?.state ?? .running
        switch clock.state {
        case .met where oldState != .met: effects.append(effect(.clockMet))
        case .breached where clock.metAt != nil && (old?.metAt == nil || oldState != .breached):
            effects.append(effect(.clockMissed))
        case .paused where oldState != .paused: effects.append(effect(.clockPaused))
        case .running where oldState == .paused: effects.append(effect(.clockResumed))
        case .void where oldState != .void: effects.append(effect(.clockVoid))
        default: break
        }
        return effects
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
            lateMinutes: event.fields.integer("late_minutes"))
    }
}
