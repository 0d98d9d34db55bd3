/// Where a complaint stands; exactly one at a time.
package enum CaseState: String, CaseIterable, Sendable, Hashable {
    case received = "RECEIVED"
    case acknowledged = "ACKNOWLEDGED"
    case inProgress = "IN_PROGRESS"
    case waiting = "WAITING"
    case remedyOffered = "REMEDY_OFFERED"
    case deferred = "DEFERRED"
    case resolved = "RESOLVED"
    case closed = "CLOSED"
    case withdrawn = "WITHDRAWN"
    case merged = "MERGED"

    /// True while somebody still has work to do: everything but closed, withdrawn and merged.
    package var isOpen: Bool {
        switch self {
        case .closed, .withdrawn, .merged: false
        default: true
        }
    }
}

/// S1 safety, legal threat, data leak, media · S2 money lost or service down · S3 our error, no loss ·
/// S4 dissatisfaction without error.
package enum Severity: String, CaseIterable, Sendable, Hashable {
    case s1 = "S1"
    case s2 = "S2"
    case s3 = "S3"
    case s4 = "S4"
}

/// What a person may be on the desk; one login may hold several.
package enum Role: String, CaseIterable, Sendable, Hashable {
    case agent
    case supervisor
    case manager
    case director
    case unit
    case compliance
    case auditor
    case administrator
    /// The engine itself: fires timers, never decides.
    case timer
}
