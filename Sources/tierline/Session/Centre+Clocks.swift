import Complaints
import Store
import WorkingTime

extension Centre {
    /// What is left of a clock: open time for budgets in business time, all time for the others; negative when late.
    ///
    /// Nil for a clock that no longer runs, and while it is paused.
    func remaining(of clock: ComplaintClock, _ complaint: Complaint) -> TimeLength? {
        guard clock.isOpen, let due = clock.due else { return nil }
        guard clock.course.budget?.measure == .open, let rules = store.rules(policy: complaint.policy) else {
            return due - now
        }
        return rules.calendar(clock.course.calendar).openTime(from: now, to: due)
    }
}
