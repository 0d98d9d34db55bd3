import Complaints

/// What keeping an acceptance writes, as far as it can be worked out without the store: done beforehand by whoever
/// plans, so that the one writer is held for the writing.
struct PreparedCase: Sendable {
    struct Line: Sendable {
        var event: Event
        /// Canonical text of its fields.
        var fields: String
        /// What the trail's line vouches by.
        var digest: String

        init(_ event: Event, of number: Int64) {
            self.event = event
            fields = EventText.text(event.fields)
            digest = event.digest(case: number, fields: fields)
        }
    }

    var number: Int64
    var acceptance: Acceptance
    /// The case as it was, nil for a new one: what did not change is not written again.
    var before: Complaint?
    var lines: [Line]
    var timer: CaseTimer?

    init(_ acceptance: Acceptance, before: Complaint?, _ rules: Rules) {
        number = ComplaintKey.number(acceptance.complaint.caseNumber)
        self.acceptance = acceptance
        self.before = before
        lines = acceptance.events.map { [number] in Line($0, of: number) }
        timer = acceptance.complaint.nextTimer(rules)
    }
}
