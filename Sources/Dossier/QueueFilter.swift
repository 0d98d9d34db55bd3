package import Complaints

/// Which open cases the supervisors' queue shows: a view, narrowed by whatever else is set.
package struct QueueFilter: Sendable, Hashable {
    /// The questions supervisors ask most; each is a number in the list that F4 opens.
    package enum View: String, CaseIterable, Sendable, Hashable {
        case all
        case overdue
        /// Not late yet, due within `QueueCounts.soonSeconds`.
        case dueSoon = "due_soon"
        /// Raised, and nobody has taken it yet.
        case unclaimed
        /// Raised, and not decided.
        case decisions
        /// Owned or handled by the person who asks.
        case mine
        /// Received and not assessed.
        case unassessed
        case paused
        /// Nobody has moved it for `QueueCounts.stuckSeconds`.
        case stuck
        /// Handed over, returned or reopened `QueueCounts.bouncesMin` times or more.
        case bouncing
    }

    package var view: View
    package var state: CaseState?
    package var severity: Severity?
    package var owner: String?

    package init(view: View = .all, state: CaseState? = nil, severity: Severity? = nil, owner: String? = nil) {
        self.view = view
        self.state = state
        self.severity = severity
        self.owner = owner
    }

    /// `overdue;severity=S1;owner=amy`: how a saved view is kept.
    package var text: String {
        let parts = [
            state.map { "state=" + $0.rawValue }, severity.map { "severity=" + $0.rawValue },
            owner.map { "owner=" + $0 },
        ]
        return ([view.rawValue] + parts.compactMap { $0 }).joined(separator: ";")
    }

    /// Reads `text`; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let view = parts.first.flatMap({ View(rawValue: String($0)) }) else { return nil }
        self.init(view: view)
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { return nil }
            let value = String(part[part.index(after: equals)...])
            switch part[..<equals] {
            case "state":
                guard let state = CaseState(rawValue: value) else { return nil }
                self.state = state
            case "severity":
                guard let severity = Severity(rawValue: value) else { return nil }
                self.severity = severity
            case "owner": owner = value
            default: return nil
            }
        }
    }
}

/// A filter somebody gave a name to.
package struct SavedView: Sendable, Hashable {
    /// Most views one person keeps.
    package static let viewsMax = 20
    /// Longest name.
    package static let nameGlyphsMax = 30

    package var name: String
    package var filter: QueueFilter

    package init(name: String, filter: QueueFilter) {
        self.name = name
        self.filter = filter
    }
}
