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

/// What a case needs around it to be shown: the zone its instants are written in, and the rules its clocks are read by.
protocol CaseContext {
    var zone: ZoneRules { get }
    var now: Instant { get }

    func remaining(of clock: ComplaintClock, _ complaint: Complaint) -> TimeLength?
}

extension CaseContext {
    /// RFC 3339 with the offset in force in the context's zone.
    func timestamp(_ instant: Instant) -> String { instant.rfc3339(in: zone) }

    func timestamp(_ instant: Instant?) -> JSON { instant.map { .string(timestamp($0)) } ?? .null }
}

extension Centre: CaseContext {}
