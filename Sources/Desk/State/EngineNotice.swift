package import Complaints
package import WorkingTime

/// What the engine has to tell the person at this desk: a warning, a breach, a step of the ladder, a word beside it.
package struct EngineNotice: Hashable, Sendable {
    package var caseNumber: CaseNumber
    /// Nil for a summary of `count` of them, after the engine was down.
    package var kind: CaseEffect.Kind?
    package var clock: String?
    package var stage: Stage?
    package var due: Instant?
    package var count: Int
    /// What a notice outside the ladder is about.
    package var topic: NoticeTopic?

    package init(
        caseNumber: CaseNumber, kind: CaseEffect.Kind?, clock: String?, stage: Stage?, due: Instant?, count: Int,
        topic: NoticeTopic? = nil
    ) {
        self.caseNumber = caseNumber
        self.kind = kind
        self.clock = clock
        self.stage = stage
        self.due = due
        self.count = count
        self.topic = topic
    }

    /// A breach stays in the message row until a key is pressed; a warning goes by itself.
    package var urgency: NoticeKind {
        switch kind {
        case .breached, .escalated, .fallbackNotified, .clockMissed: .error
        case .warned, nil: .warning
        default: .information
        }
    }
}
