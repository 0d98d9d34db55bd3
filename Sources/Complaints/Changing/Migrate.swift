package import WorkingTime

/// Old and new due time of every open clock if the case moved to these rules' policy; nothing changes.
package func foreseeMigration(_ complaint: Complaint, to rules: Rules, at now: Instant) -> MigrationForesight {
    MigrationForesight(moves: [], refusal: nil)
}

/// Moves an open case to these rules' policy, or says why not: a later due, or one person alone.
///
/// `rules` must know the policy the case is pinned to as well.
package func migrate(
    _ complaint: Complaint, to rules: Rules, _ change: RuleChange, staff: StaffDirectory
) -> Decision {
    .refused(Refusal(.illegalTransition))
}
