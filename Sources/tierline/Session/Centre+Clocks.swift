import Complaints
import Store
import WorkingTime

extension Centre {
    /// What is left of a clock, also while it is paused; negative when late, nil for one that no longer runs.
    ///
    /// Open time for budgets in business time, all time for the others.
    func remaining(of clock: ComplaintClock, _ complaint: Complaint) -> TimeLength? {
        guard let rules = store.rules(policy: complaint.policy) else {
            return clock.isOpen ? clock.due.map { $0 - now } : nil
        }
        return complaint.remaining(of: clock, at: now, rules)
    }
}
