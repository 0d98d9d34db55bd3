package import Money
package import WorkingTime

/// One complaint as its events leave it: a fold over the trail, never written by anything else.
package struct Complaint: Hashable, Sendable {
    package var caseNumber: CaseNumber
    /// Customer number; nil for an anonymous complainant.
    package var customer: Int64?
    package var state: CaseState
    package var severity: Severity
    package var category: String?
    package var product: String?
    package var channel: String
    package var summary: String
    package var remedySought: String?
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

    // What register said.
    /// Route back to a complainant who is no known customer; nil with `customer`, or when anonymous.
    package var contact: String?
    package var isAnonymous = false
    /// Region code; nil = no law's deadline known.
    package var jurisdiction: String?
    /// The one currency of the case; nil until the first offer where the region gives none.
    package var currency: Currency?
    /// Targets column, as the tier stood at receipt.
    package var band = TargetBand.standard
    /// Name of the calendar internal clocks run on.
    package var calendar = ""
    /// The versions of calendars the case is counted by, pinned at receipt, by name.
    package var calendars: [String: CalendarPin] = [:]
    package var complainedOf: String?
    package var representative: String?
    package var proof: String?

    // What runs beside the state.
    package var offers: [Offer] = []
    package var tasks: [UnitTask] = []
    package var escalations: [Escalation] = []
    package var followUps: [FollowUpAttempt] = []
    package var externalCases: [ExternalCase] = []
    package var links: [CaseLink] = []
    package var pauses: [CasePause] = []
    /// When the customer turned to us: each ends a pause that waits for it, even one entered later.
    package var inboundContacts: [Instant] = []
    package var absorbed: [AbsorbedCase] = []
    package var corrections: [Correction] = []
    package var pendingTransfer: PendingTransfer?
    /// The owner of whose absence the supervisor was told; nil again once the owner acts or changes.
    package var absenceToldOf: String?

    // Findings and ends.
    package var outcome: Outcome?
    package var rootCause: String?
    package var disposition: String?
    package var acknowledgedAt: Instant?
    /// Who assessed it last, and how often: the first assessment is no change.
    package var assessedBy: String?
    package var assessments = 0
    package var reviewOn: Instant?
    package var resolvedAt: Instant?
    package var resolvedBy: String?
    /// When it was closed, withdrawn or merged.
    package var endedAt: Instant?
    package var mergedInto: String?
    package var reopens = 0
    /// Share of the target RESOLVE has: less than the whole after a fresh start.
    package var resolvePercent = 100
    package var transfers = 0
    package var unitReturns = 0
    /// True when our own error was admitted and an apology recorded.
    package var isErrorAdmitted = false

    package var knownEvents = KnownEvents()
    /// When the last line was recorded.
    package var lastRecordedAt: Instant

    package init(
        caseNumber: CaseNumber, customer: Int64?, channel: String, summary: String, owner: String, policy: String,
        receivedAt: Instant
    ) {
        self.caseNumber = caseNumber
        self.customer = customer
        self.state = .received
        self.severity = .s3
        self.channel = channel
        self.summary = summary
        self.level = 0
        self.owner = owner
        self.handler = owner
        self.version = 0
        self.policy = policy
        self.receivedAt = receivedAt
        self.clocks = []
        self.lastRecordedAt = receivedAt
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
        return (own + absorbed.flatMap(\.granted)).filter { $0.currency == currency }
            .reduce(0) { $0.addingReportingOverflow($1.minorUnits).overflow ? .max : $0 + $1.minorUnits }
    }

    /// What was given back of money taken wrongly, consented to or carried out, in minor units of its currency.
    package var restitutedMinorUnits: Int64 {
        offers.filter { $0.isGranted && $0.remedy == .restitution }.compactMap(\.amount)
            .filter { $0.currency == currency }
            .reduce(0) { $0.addingReportingOverflow($1.minorUnits).overflow ? .max : $0 + $1.minorUnits }
    }

    package var openOffer: Offer? { offers.last { $0.state == .offered } }
    package var openTasks: [UnitTask] { tasks.filter(\.status.isOpen) }
    package var openEscalations: [Escalation] { escalations.filter(\.state.isOpen) }
}
