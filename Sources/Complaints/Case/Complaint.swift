import Money
package import WorkingTime

/// One complaint as its events leave it: a fold over the trail, never written by anything else.
///
/// What seldom changes is kept in `CaseDetails`, which copies share: a case is copied with every event.
package struct Complaint: Hashable, Sendable {
    package var caseNumber: CaseNumber
    /// Customer number; nil for an anonymous complainant.
    package var customer: Int64?
    package var state: CaseState
    package var severity: Severity
    /// Escalation level, 0 = agent.
    package var level: Int
    /// The one accountable person, from receipt to close.
    package var owner: String
    /// Whoever works on it now.
    package var handler: String
    package var isVulnerable: Bool?
    /// Number of the last event: the optimistic version.
    package var version: Int
    /// Id and version of the policy the case is pinned to.
    package var policy: String
    package var receivedAt: Instant
    /// The current generation of every clock, in the order they were started.
    package var clocks: [ComplaintClock]
    /// Generations a change has replaced: their due times stay in the history.
    package var formerClocks = History<ComplaintClock>()
    /// The highest generation each clock name has reached.
    package var generations: [String: Int] = [:]
    package var pauses: [CasePause] = []
    package var escalations: [Escalation] = []
    package var knownEvents = KnownEvents()
    /// When the last line was recorded.
    package var lastRecordedAt: Instant
    var details: CopyOnWrite<CaseDetails>

    package init(
        caseNumber: CaseNumber, customer: Int64?, channel: String, summary: String, owner: String, policy: String,
        receivedAt: Instant
    ) {
        self.caseNumber = caseNumber
        self.customer = customer
        self.state = .received
        self.severity = .s3
        self.level = 0
        self.owner = owner
        self.handler = owner
        self.version = 0
        self.policy = policy
        self.receivedAt = receivedAt
        self.clocks = []
        self.lastRecordedAt = receivedAt
        self.details = CopyOnWrite(CaseDetails(channel: channel, summary: summary))
    }

    /// Events the state allows, guards aside, in the order of the specification.
    package var legal: [EventType] { Matrix.legal(in: state) }

    /// True when a person can be reached about it.
    package var hasContactRoute: Bool { customer != nil || contact != nil }

    /// The earliest due time of the clocks still open; nil when none runs.
    package var nextDue: Instant? { clocks.filter(\.isOpen).compactMap(\.due).min() }

    /// Remedies consented to or carried out, here and in cases merged into this one, in minor units of its currency.
    package var grantedMinorUnits: Int64 {
        let own = offers.filter { $0.isGranted && $0.remedy != .restitution }.compactMap(\.amount)
        return (own + absorbed.compactMap(\.granted)).filter { $0.currency == currency }.cappedSum
    }

    /// What was given back of money taken wrongly, here and in cases merged into this one, consented to or carried out,
    /// in minor units of its currency.
    package var restitutedMinorUnits: Int64 {
        let own = offers.filter { $0.isGranted && $0.remedy == .restitution }.compactMap(\.amount)
        return (own + absorbed.compactMap(\.restituted)).filter { $0.currency == currency }.cappedSum
    }

    /// What counts together with a remedy of this kind, in minor units of its currency.
    package func givenMinorUnits(with remedy: RemedyType?) -> Int64 {
        remedy == .restitution ? restitutedMinorUnits : grantedMinorUnits
    }

    package var openOffer: Offer? { offers.last { $0.state == .offered } }
    /// The offer the customer has accepted and that is not yet carried out.
    package var grantedOffer: Offer? { offers.last { $0.state == .accepted } }
    package var openTasks: [UnitTask] { tasks.filter(\.status.isOpen) }
    package var openEscalations: [Escalation] { escalations.filter(\.state.isOpen) }
}
