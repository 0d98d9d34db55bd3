import Money
import WorkingTime

/// What is known of a complaint beside its state and its clocks.
struct CaseDetails: Hashable, Sendable {
    var category: String?
    var product: String?
    var channel: String
    var summary: String
    var remedySought: String?

    // What register said.
    /// Route back to a complainant who is no known customer; nil with `customer`, or when anonymous.
    var contact: String?
    var isAnonymous = false
    /// Region code; nil = no law's deadline known.
    var jurisdiction: String?
    /// The one currency of the case; nil until the first offer where the region gives none.
    var currency: Currency?
    /// Targets column, as the tier stood at receipt.
    var band = TargetBand.standard
    /// Name of the calendar internal clocks run on.
    var calendar = ""
    /// The versions of calendars the case is counted by, pinned at receipt, by name.
    var calendars: [String: CalendarPin] = [:]
    var complainedOf: String?
    var representative: String?
    var proof: String?

    // What runs beside the state.
    var offers: [Offer] = []
    var tasks: [UnitTask] = []
    var followUps: [FollowUpAttempt] = []
    var externalCases: [ExternalCase] = []
    var links: [CaseLink] = []
    /// When the customer turned to us: each ends a pause that waits for it, even one entered later.
    var inboundContacts: [Instant] = []
    var absorbed: [AbsorbedCase] = []
    var corrections: [Correction] = []
    var pendingTransfer: PendingTransfer?
    /// The owner of whose absence the supervisor was told; nil again once the owner acts or changes.
    var absenceToldOf: String?

    // Findings and ends.
    var outcome: Outcome?
    var rootCause: String?
    var disposition: String?
    var acknowledgedAt: Instant?
    /// Who assessed it last, and how often: the first assessment is no change.
    var assessedBy: String?
    var assessments = 0
    var reviewOn: Instant?
    /// Times it was put off so far: each review is a generation of its own.
    var deferrals = 0
    var resolvedAt: Instant?
    var resolvedBy: String?
    /// When it was closed, withdrawn or merged.
    var endedAt: Instant?
    var mergedInto: String?
    var reopens = 0
    /// Share of the target RESOLVE has: less than the whole after a fresh start.
    var resolvePercent = 100
    var transfers = 0
    var unitReturns = 0
    /// True when our own error was admitted and an apology recorded.
    var isErrorAdmitted = false

    init(channel: String, summary: String) {
        self.channel = channel
        self.summary = summary
    }
}
