package import Complaints
package import Customers
package import Valuation
package import WorkingTime

/// One open case as the supervisors' queue shows it.
package struct QueueRow: Sendable, Hashable {
    package var caseNumber: CaseNumber
    package var customer: CustomerID?
    package var customerName: String?
    /// As it is now, for the badge; the order goes by the tier at receipt.
    package var tier: Tier
    package var state: CaseState
    package var severity: Severity
    package var level: Int
    package var owner: String
    package var handler: String
    package var summary: String
    package var category: String?
    /// Version of the case when the row was read: what a change made from the list expects.
    package var version: Int
    /// The earliest due time that runs; nil while none does.
    package var due: Instant?
    /// Seconds left of the clock that stands still; nil when none does.
    package var pausedSeconds: Int64?
    package var isProvisional = false
    package var isVulnerable = false
    /// What waits for somebody higher; nil when nothing does.
    package var escalation: QueueEscalation?
    /// True when law or safety puts it before everything else.
    package var isRisk = false
    package var isStuck = false
    package var isBouncing = false

    package init(
        caseNumber: CaseNumber, customer: CustomerID?, customerName: String?, tier: Tier, state: CaseState,
        severity: Severity, level: Int, owner: String, handler: String, summary: String, version: Int
    ) {
        self.caseNumber = caseNumber
        self.customer = customer
        self.customerName = customerName
        self.tier = tier
        self.state = state
        self.severity = severity
        self.level = level
        self.owner = owner
        self.handler = handler
        self.summary = summary
        self.version = version
    }
}

/// An escalation that is not decided yet.
package struct QueueEscalation: Sendable, Hashable {
    /// Number of its event: how it is accepted and decided.
    package var sequence: Int
    package var isAccepted: Bool

    package init(sequence: Int, isAccepted: Bool) {
        self.sequence = sequence
        self.isAccepted = isAccepted
    }
}

/// The queue in order, and what it counts, as of one moment.
package struct QueueListing: Sendable, Hashable {
    /// Cases of the filter, the first to be saved first.
    package var numbers: [CaseNumber]
    package var counts: QueueCounts
    /// Rises with every change of any case; `fresh` of a later listing counts from it.
    package var change: Int64
    /// Cases of the filter that are new or changed since the change asked about.
    package var fresh: Int

    package init(numbers: [CaseNumber], counts: QueueCounts, change: Int64, fresh: Int) {
        self.numbers = numbers
        self.counts = counts
        self.change = change
        self.fresh = fresh
    }
}

/// Counters over all open cases, whatever the filter.
package struct QueueCounts: Sendable, Hashable {
    /// Due within this time counts as soon.
    package static let soonSeconds: Int64 = 4 * 3_600
    /// A case nobody has moved for this long is stuck: three days.
    package static let stuckSeconds: Int64 = 3 * 86_400
    /// Hand-overs, returns by units and reopens that make a case bounce.
    package static let bouncesMin = 3
    /// Days over which the pace of clearing is measured.
    package static let paceDays: Int64 = 14

    package var open = 0
    package var byView: [QueueFilter.View: Int] = [:]
    package var byState: [CaseState: Int] = [:]
    package var bySeverity: [Severity: Int] = [:]
    package var byOwner: [String: Int] = [:]
    /// Cases ended within `paceDays`.
    package var endedLately = 0

    package init() {}

    package var overdue: Int { byView[.overdue] ?? 0 }

    /// Days until the queue is empty at the present pace and without new cases; nil when nothing was ended lately.
    package var daysToClear: Int? {
        guard endedLately > 0 else { return nil }
        let days = Int(Self.paceDays)
        return (open * days + endedLately - 1) / endedLately
    }
}
