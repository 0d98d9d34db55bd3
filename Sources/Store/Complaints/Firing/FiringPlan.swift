import Complaints
import WorkingTime

/// A place in the order in which due cases are looked at.
struct DuePlace: Sendable, Comparable {
    var fireAt: Int64
    var complaint: Int64

    static let start = DuePlace(fireAt: .min, complaint: .min)

    static func < (one: DuePlace, other: DuePlace) -> Bool {
        (one.fireAt, one.complaint) < (other.fireAt, other.complaint)
    }
}

/// What is to happen to a due case, worked out from a picture of the store that may be a moment old: it is carried out
/// only while the case is still at that version.
struct FiringPlan: Sendable {
    enum Work: Sendable {
        case fire(PreparedCase)
        /// Nothing is due after all: its timer is set anew.
        case wait(CaseTimer?)
        /// It cannot be looked at: policy or calendar not at hand, ahead of the clock, or a stage that happened before.
        case passOver(until: Instant?)
    }

    var place: DuePlace
    var version: Int
    var work: Work
}

/// Works out what is to happen to due cases; reads only.
struct FiringPlanner: Sendable {
    let book: RulesBook
    let staff: StaffDirectory
    let now: Instant

    /// Due cases behind `place`, in order, at most `limit`.
    func due(_ session: any Session, after place: DuePlace, limit: Int) throws(StoreError) -> [DuePlace] {
        try session.all(
            """
            SELECT fire_at, complaint FROM complaint_timers
            WHERE fire_at <= $1 AND (fire_at > $2 OR (fire_at = $2 AND complaint > $3))
            ORDER BY fire_at, complaint LIMIT $4
            """, now, place.fireAt, place.complaint, limit
        ) { DuePlace(fireAt: $0.integer(0), complaint: $0.integer(1)) }
    }

    func plan(_ session: any Session, _ place: DuePlace) throws(StoreError) -> FiringPlan {
        guard let policy = try session.policy(of: place.complaint), let rules = book.rules(of: policy),
            let complaint = try session.folded(place.complaint, rules), rules.missing(of: complaint).isEmpty
        else { return FiringPlan(place: place, version: 0, work: .passOver(until: nil)) }
        return FiringPlan(place: place, version: complaint.version, work: work(complaint, rules))
    }

    private func work(_ complaint: Complaint, _ rules: Rules) -> FiringPlan.Work {
        switch fire(complaint, now: now, rules: rules, staff: staff) {
        case .nothing: .wait(complaint.nextTimer(rules))
        case .refused: .passOver(until: complaint.lastRecordedAt)
        case .fired(let acceptance):
            // A stage that happened before cannot happen again: the case is left as it is.
            acceptance.events.contains { complaint.knownEvents[$0.eventID] != nil }
                ? .passOver(until: nil) : .fire(PreparedCase(acceptance, before: complaint, rules))
        }
    }
}
