package import WorkingTime

/// What must happen to a case whose owner is away: the supervisor is warned at once, the backup is offered the case.
///
/// Nil when the owner is there, when the case is done, and when it was done already for this owner's absence. The case
/// never goes to a queue: it stays with its owner until the backup accepts, or a supervisor moves it.
package func coverAbsence(_ complaint: Complaint, now: Instant, rules: Rules, staff: StaffDirectory) -> Acceptance? {
    guard complaint.state.isOpen, staff.isAway(complaint.owner), complaint.absenceToldOf != complaint.owner else {
        return nil
    }
    let draft = Draft(complaint, rules)
    let at = max(now, complaint.lastRecordedAt)
    // The line's number makes a second absence of the same owner another effect.
    let generation = FieldValue.integer(Int64(complaint.version + 1))
    let told = superiors(of: complaint, staff)
    for target in told.isEmpty ? [Role.supervisor.rawValue] : told {
        draft.append(
            engine: .ownerAbsent, ["generation": generation, "stage": .text("ABSENT"), "target": .text(target)], at: at,
            recordedAt: now)
    }
    var effects = (told.isEmpty ? [Role.supervisor.rawValue] : told).map {
        CaseEffect(at: at, kind: .notice, target: $0, topic: .ownerAbsent)
    }
    if complaint.pendingTransfer == nil, let backup = standIn(for: complaint, staff) {
        draft.append(
            engine: .transferOwner,
            [
                "generation": generation, "stage": .text("ABSENT"), "target": .text(backup), "to": .text(backup),
                "status": .text(TransferStatus.offered.rawValue),
            ], at: at, recordedAt: now)
        effects.append(CaseEffect(at: at, kind: .notice, target: backup, topic: .transferOffered))
    }
    return draft.acceptance(since: complaint, adding: effects)
}

/// The owner's own superior when there, else whoever supervises now; never the person complained of.
private func superiors(of complaint: Complaint, _ staff: StaffDirectory) -> [String] {
    if let superior = staff.people[complaint.owner]?.reportsTo, superior != complaint.complainedOf,
        staff.isActive(superior), !staff.isAway(superior)
    {
        return [superior]
    }
    let onDuty = staff.onDuty(Role.supervisor.rawValue).filter { $0 != complaint.complainedOf && $0 != complaint.owner }
    return Array(onDuty.prefix(LadderClimb.targetsPerRungMax))
}

/// The owner's backup, when there and not complained of.
private func standIn(for complaint: Complaint, _ staff: StaffDirectory) -> String? {
    guard let backup = staff.people[complaint.owner]?.backup, backup != complaint.owner,
        backup != complaint.complainedOf, staff.isActive(backup), !staff.isAway(backup)
    else { return nil }
    return backup
}

extension StaffDirectory {
    /// True when a person cannot look after a case: disabled, or away for longer than it can wait.
    ///
    /// Being off duty tonight is no absence.
    package func isAway(_ login: String) -> Bool { !isActive(login) || people[login]?.isAway == true }
}
