package import WorkingTime

/// Moves an open case to the versions of its calendars now in force; nil when it runs on them already.
///
/// Time consumed stands, the rest runs on the new calendar; past breaches stay; a due time that was provisional is
/// settled. Where a promised time moves, the owner is told to tell the customer.
/// - Parameter actor: who published the calendar, where a person speaks for it; the engine otherwise.
package func recalculate(
    _ complaint: Complaint, _ rules: Rules, now: Instant, by actor: String = EffectKey.engineLogin,
    as role: Role = .timer
) -> Acceptance? {
    guard complaint.state.isOpen else { return nil }
    let outdated = complaint.outdatedCalendars(rules)
    guard !outdated.isEmpty else { return nil }
    var fields: EventFields = ["generation": .integer(Int64(complaint.version + 1))]
    for reference in outdated { fields.pin(reference) }
    let draft = Draft(complaint, rules)
    draft.append(
        engine: .recalculated, fields, at: max(now, complaint.lastRecordedAt), recordedAt: now, by: actor, as: role)
    guard let after = draft.complaint else { return nil }
    return draft.acceptance(since: complaint, adding: after.movedPromises(since: complaint, at: now))
}

extension Complaint {
    /// What a customer may have been promised: told at the acknowledgement, and moved by a change that was not theirs.
    private static let promised: Set<String> = [
        ClockName.firstResponse, ClockName.update, ClockName.resolve, ClockName.remedy, ClockName.followUp,
    ]

    /// A notice to the owner for each promised time that moved: the customer must be told.
    func movedPromises(since before: Complaint, at now: Instant) -> [CaseEffect] {
        guard hasContactRoute, acknowledgedAt != nil else { return [] }
        return clocks.compactMap { clock in
            guard clock.isOpen, Self.promised.contains(clock.name), let old = before.clock(clock.name), old.isOpen,
                old.generation != clock.generation, old.due != clock.due || clock.state == .paused
            else { return nil }
            return CaseEffect(
                at: now, kind: .notice, clock: clock.name, generation: clock.generation, due: clock.due,
                target: owner, topic: .promiseMoved)
        }
    }
}
