package import Complaints
package import WorkingTime

/// One complaint with its whole trail.
package struct ComplaintFile: Sendable, Hashable {
    package var complaint: Complaint
    /// Oldest first.
    package var events: [RecordedEvent]

    package init(complaint: Complaint, events: [RecordedEvent]) {
        self.complaint = complaint
        self.events = events
    }
}

/// An event as it stands in the store, with its link in the audit chain.
package struct RecordedEvent: Sendable, Hashable {
    package var event: Event
    /// Keyed hash over this event and all before it in the store: 64 hexadecimal digits.
    package var hash: String

    package init(event: Event, hash: String) {
        self.event = event
        self.hash = hash
    }
}

/// Which complaints a list shows; nil leaves a condition out.
package struct ComplaintFilter: Sendable, Hashable {
    package var states: Set<CaseState>?
    package var owner: String?
    package var customer: Int64?
    /// Only those whose earliest running clock falls due before this instant.
    package var dueBefore: Instant?

    package init(
        states: Set<CaseState>? = nil, owner: String? = nil, customer: Int64? = nil, dueBefore: Instant? = nil
    ) {
        self.states = states
        self.owner = owner
        self.customer = customer
        self.dueBefore = dueBefore
    }

    /// Every complaint somebody still has to work on.
    package static let open = ComplaintFilter(states: Set(CaseState.allCases.filter(\.isOpen)))
}
