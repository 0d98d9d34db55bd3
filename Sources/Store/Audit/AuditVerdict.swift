/// What a check of the audit trail found.
package enum AuditVerdict: Sendable, Hashable {
    /// Every line follows from the one before and every event is as it was; the last line's hash.
    case intact(lines: Int, head: String)
    /// The first line that is not as it was written.
    case lineChanged(number: Int)
    /// The first number that is not there although later ones are.
    case lineMissing(number: Int)
    /// Fewer lines than a checkpoint noted: the end was cut off.
    case tailCut(lines: Int, noted: Int)
    /// The line a checkpoint noted is another one now: the trail was cut or written anew, and went on.
    case headChanged(number: Int)
    /// An event whose row says something else than the trail vouches for, or that the trail does not know.
    case eventChanged(caseNumber: String, sequence: Int)
    /// A number in a case's events that is not there although later ones are.
    case eventMissing(caseNumber: String, sequence: Int)
    /// The trail knows more events than there are.
    case eventsMissing(count: Int)
    /// A row kept for speed that says something else than the case's events do.
    case rowChanged(caseNumber: String, table: String)
    /// A case whose policy is not at hand cannot be folded anew.
    case caseNotChecked(caseNumber: String, policy: String)
}

/// A whole check: how far it reached and everything it found.
package struct AuditReport: Sendable, Hashable {
    package var lines = 0
    /// Hash of the last line.
    package var head = ""
    /// The first line checked with its key; those before only by their links. Nil when none was.
    package var firstKeyedLine: Int?
    /// Cases folded anew from their events.
    package var cases = 0
    /// Events found in the rows.
    package var events = 0
    /// In the order they were found; empty when all is well.
    package var faults: [AuditVerdict] = []

    /// Faults named at most: one that runs through everything needs no million lines.
    package static let faultsMax = 100

    package init() {}
}

/// How many lines there were and what the last one's hash was, noted where the machine cannot reach it.
package struct AuditCheckpoint: Sendable, Hashable {
    package var lines: Int
    package var head: String

    package init(lines: Int, head: String) {
        self.lines = lines
        self.head = head
    }
}
