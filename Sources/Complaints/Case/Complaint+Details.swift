package import Money
package import WorkingTime

/// The details of a case under their own names; what each means stands with `CaseDetails`.
extension Complaint {
    package var category: String? {
        _read { yield details.value.category }
        _modify { yield &details.value.category }
    }
    package var product: String? {
        _read { yield details.value.product }
        _modify { yield &details.value.product }
    }
    package var channel: String {
        _read { yield details.value.channel }
        _modify { yield &details.value.channel }
    }
    package var summary: String {
        _read { yield details.value.summary }
        _modify { yield &details.value.summary }
    }
    package var remedySought: String? {
        _read { yield details.value.remedySought }
        _modify { yield &details.value.remedySought }
    }
    package var contact: String? {
        _read { yield details.value.contact }
        _modify { yield &details.value.contact }
    }
    package var isAnonymous: Bool {
        _read { yield details.value.isAnonymous }
        _modify { yield &details.value.isAnonymous }
    }
    package var jurisdiction: String? {
        _read { yield details.value.jurisdiction }
        _modify { yield &details.value.jurisdiction }
    }
    package var currency: Currency? {
        _read { yield details.value.currency }
        _modify { yield &details.value.currency }
    }
    package var band: TargetBand {
        _read { yield details.value.band }
        _modify { yield &details.value.band }
    }
    package var calendar: String {
        _read { yield details.value.calendar }
        _modify { yield &details.value.calendar }
    }
    package var calendars: [String: CalendarPin] {
        _read { yield details.value.calendars }
        _modify { yield &details.value.calendars }
    }
    package var complainedOf: String? {
        _read { yield details.value.complainedOf }
        _modify { yield &details.value.complainedOf }
    }
    package var representative: String? {
        _read { yield details.value.representative }
        _modify { yield &details.value.representative }
    }
    package var proof: String? {
        _read { yield details.value.proof }
        _modify { yield &details.value.proof }
    }
    package var offers: [Offer] {
        _read { yield details.value.offers }
        _modify { yield &details.value.offers }
    }
    package var tasks: [UnitTask] {
        _read { yield details.value.tasks }
        _modify { yield &details.value.tasks }
    }
    package var followUps: [FollowUpAttempt] {
        _read { yield details.value.followUps }
        _modify { yield &details.value.followUps }
    }
    package var externalCases: [ExternalCase] {
        _read { yield details.value.externalCases }
        _modify { yield &details.value.externalCases }
    }
    package var links: [CaseLink] {
        _read { yield details.value.links }
        _modify { yield &details.value.links }
    }
    package var inboundContacts: [Instant] {
        _read { yield details.value.inboundContacts }
        _modify { yield &details.value.inboundContacts }
    }
    package var absorbed: [AbsorbedCase] {
        _read { yield details.value.absorbed }
        _modify { yield &details.value.absorbed }
    }
    package var corrections: [Correction] {
        _read { yield details.value.corrections }
        _modify { yield &details.value.corrections }
    }
    package var pendingTransfer: PendingTransfer? {
        _read { yield details.value.pendingTransfer }
        _modify { yield &details.value.pendingTransfer }
    }
    package var absenceToldOf: String? {
        _read { yield details.value.absenceToldOf }
        _modify { yield &details.value.absenceToldOf }
    }
    package var outcome: Outcome? {
        _read { yield details.value.outcome }
        _modify { yield &details.value.outcome }
    }
    package var rootCause: String? {
        _read { yield details.value.rootCause }
        _modify { yield &details.value.rootCause }
    }
    package var disposition: String? {
        _read { yield details.value.disposition }
        _modify { yield &details.value.disposition }
    }
    package var acknowledgedAt: Instant? {
        _read { yield details.value.acknowledgedAt }
        _modify { yield &details.value.acknowledgedAt }
    }
    package var assessedBy: String? {
        _read { yield details.value.assessedBy }
        _modify { yield &details.value.assessedBy }
    }
    package var assessments: Int {
        _read { yield details.value.assessments }
        _modify { yield &details.value.assessments }
    }
    package var reviewOn: Instant? {
        _read { yield details.value.reviewOn }
        _modify { yield &details.value.reviewOn }
    }
    package var deferrals: Int {
        _read { yield details.value.deferrals }
        _modify { yield &details.value.deferrals }
    }
    package var resolvedAt: Instant? {
        _read { yield details.value.resolvedAt }
        _modify { yield &details.value.resolvedAt }
    }
    package var resolvedBy: String? {
        _read { yield details.value.resolvedBy }
        _modify { yield &details.value.resolvedBy }
    }
    package var endedAt: Instant? {
        _read { yield details.value.endedAt }
        _modify { yield &details.value.endedAt }
    }
    package var mergedInto: String? {
        _read { yield details.value.mergedInto }
        _modify { yield &details.value.mergedInto }
    }
    package var reopens: Int {
        _read { yield details.value.reopens }
        _modify { yield &details.value.reopens }
    }
    package var resolvePercent: Int {
        _read { yield details.value.resolvePercent }
        _modify { yield &details.value.resolvePercent }
    }
    package var transfers: Int {
        _read { yield details.value.transfers }
        _modify { yield &details.value.transfers }
    }
    package var unitReturns: Int {
        _read { yield details.value.unitReturns }
        _modify { yield &details.value.unitReturns }
    }
    package var isErrorAdmitted: Bool {
        _read { yield details.value.isErrorAdmitted }
        _modify { yield &details.value.isErrorAdmitted }
    }
}
