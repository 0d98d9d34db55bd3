package import WorkingTime

/// What must happen to a case whose owner is away: the supervisor is warned, the backup is offered the case.
///
/// Nil when the owner is there, when the case is done, and when it was done already for this absence.
package func coverAbsence(_ complaint: Complaint, now: Instant, rules: Rules, staff: StaffDirectory) -> Acceptance? {
    nil
}
