package import WorkingTime

/// Old and new due time of every open clock if the case moved to these rules' policy; nothing changes.
///
/// `rules` must know the policy the case is pinned to as well.
package func foreseeMigration(_ complaint: Complaint, to rules: Rules, at now: Instant) -> MigrationForesight {
    guard let old = rules.pinned(to: complaint.policy) else {
        return MigrationForesight(moves: [], refusal: Refusal(.badValue, field: "policy"))
    }
    let moves = complaint.clocks.filter(\.isOpen).map { complaint.move(of: $0, from: old, to: rules, at: now) }
    return MigrationForesight(moves: moves, refusal: complaint.migrationRefusal(moves, to: rules))
}

/// Moves an open case to these rules' policy, or says why not: a later due, or one person alone.
///
/// `rules` must know the policy the case is pinned to as well.
package func migrate(
    _ complaint: Complaint, to rules: Rules, _ change: RuleChange, staff: StaffDirectory
) -> Decision {
    let eventID = "\(change.id)/\(complaint.caseNumber)"
    if let sequence = complaint.knownEvents[eventID] { return .replay(sequence: sequence) }
    func refused(_ refusal: Refusal) -> Decision {
        var refusal = refusal
        refusal.legal = complaint.legal
        refusal.state = complaint.state
        return .refused(refusal)
    }
    let role: Role
    switch change.role(staff) {
    case .failure(let refusal): return refused(refusal)
    case .success(let proposer): role = proposer
    }
    if let refusal = foreseeMigration(complaint, to: rules, at: change.at).refusal { return refused(refusal) }
    let draft = Draft(complaint, rules)
    var fields: EventFields = [
        "policy": .text(rules.reference), "approved_by": .text(change.approvedBy), "reason": .text(change.reason),
    ]
    for name in rules.calendarNames(own: complaint.calendar, region: complaint.jurisdiction)
    where complaint.calendars[name] == nil {
        let pin = rules.pin(name)
        fields.pin(CalendarReference(pin.name, pin.version))
    }
    draft.append(
        Event(
            sequence: draft.nextSequence, eventID: eventID, type: .migrated, occurredAt: change.at,
            recordedAt: change.at, actor: change.proposedBy, role: role, fields: fields))
    guard let after = draft.complaint else { return refused(Refusal(.unknownCase)) }
    return .accepted(draft.acceptance(since: complaint, adding: after.movedPromises(since: complaint, at: change.at)))
}

extension RuleChange {
    /// The role the proposer speaks in; refused unless another person, who may, approves.
    fileprivate func role(_ staff: StaffDirectory) -> Result<Role, Refusal> {
        func held(_ login: String, _ roles: [Role]) -> Role? {
            guard let person = staff.people[login], person.isActive else { return nil }
            return roles.first { person.roles.contains($0) }
        }
        guard let proposer = held(proposedBy, [.supervisor, .manager, .director, .compliance]) else {
            return .failure(Refusal(.forbiddenRole, field: "proposed_by", lowestRole: .supervisor))
        }
        guard held(approvedBy, [.director, .compliance]) != nil else {
            return .failure(Refusal(.forbiddenRole, field: "approved_by", lowestRole: .director))
        }
        guard proposedBy != approvedBy else { return .failure(Refusal(.selfApproval, field: "approved_by")) }
        return .success(proposer)
    }
}

extension Complaint {
    fileprivate func move(
        of clock: ComplaintClock, from old: Rules, to rules: Rules, at now: Instant
    ) -> MigrationForesight.Move {
        let before = dueUnpaused(clock, at: now, old)?.at
        guard let change = migration(of: clock, to: rules, at: now) else {
            let isLost = ClockName.isStatutory(clock.name) && isLawLost(clock, by: rules, before)
            return MigrationForesight.Move(
                clock: clock.key, budgetBefore: clock.budget, budgetAfter: clock.budget, before: before,
                after: isLost ? nil : before, isRefused: isLost)
        }
        var moved = clock
        moved.course = change.course
        moved.openedAt = now
        let after = dueUnpaused(moved, at: now, rules)?.at
        return MigrationForesight.Move(
            clock: clock.key, budgetBefore: clock.budget, budgetAfter: change.budget, before: before, after: after,
            isRefused: before.map { before in after.map { before < $0 } ?? true } ?? false)
    }

    /// A law's deadline that another law replaces may not be later; one that nothing replaces may not go.
    private func isLawLost(_ clock: ComplaintClock, by rules: Rules, _ before: Instant?) -> Bool {
        guard clock.state != .breached, let before, let regime = rules.regime(of: jurisdiction) else {
            return clock.state != .breached && rules.regime(of: jurisdiction) == nil
        }
        guard ClockName.statutory(regime.name) != clock.name else { return false }
        let course = statutoryCourse(regime, rules)
        return before < rules.calendar(course.calendar).due(from: receivedAt, regime.terms.clock, course.conventions).at
    }

    fileprivate func migrationRefusal(_ moves: [MigrationForesight.Move], to rules: Rules) -> Refusal? {
        guard state.isOpen else { return Refusal(.illegalTransition) }
        guard policy != rules.reference else { return Refusal(.badValue, field: "policy") }
        if let later = moves.first(where: \.isRefused) { return Refusal(.floor, field: later.clock.name) }
        if let pause = openPause, rules.policy.pauses[pause.reason] == nil {
            return Refusal(.pauseNotAllowed, field: "reason", choices: rules.policy.pauses.keys.sorted())
        }
        return nil
    }
}
