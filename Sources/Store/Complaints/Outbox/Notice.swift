package import Complaints
package import WorkingTime

/// A message for one person, as the outbox has it.
package struct Notice: Sendable, Hashable, Identifiable {
    package var id: Int64
    /// The same in every attempt: who gets a key a second time drops it.
    package var key: String
    /// Login, or the role or duty list when nobody was there.
    package var target: String
    /// Nil for a summary: what a round after downtime has to tell, `count` effects in one line.
    package var kind: CaseEffect.Kind?
    /// The case; of a summary the first.
    package var caseNumber: CaseNumber
    package var clock: String?
    package var stage: Stage?
    package var due: Instant?
    package var topic: NoticeTopic?
    package var count: Int
    package var madeAt: Instant
    /// Not to be delivered before.
    package var deliverFrom: Instant
    /// Times somebody tried to deliver it.
    package var attempts: Int

    static let summaryKind = "summary"
}
