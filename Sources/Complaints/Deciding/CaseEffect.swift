package import WorkingTime

/// Something that changed or must be told because of an event; one line of a simulation, one row of the outbox.
package struct CaseEffect: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case stateChanged = "state_changed"
        case levelChanged = "level_changed"
        case ownerChanged = "owner_changed"
        case handlerChanged = "handler_changed"
        case clockStarted = "clock_started"
        /// The due time moved: a new generation.
        case clockDue = "clock_due"
        case clockPaused = "clock_paused"
        case clockResumed = "clock_resumed"
        case clockMet = "clock_met"
        /// Completed too late.
        case clockMissed = "clock_missed"
        case clockVoid = "clock_void"
        case clockNotApplicable = "clock_not_applicable"
        case warned
        case breached
        case escalated
        case levelVacant = "level_vacant"
        case fallbackNotified = "fallback_notified"
        case superseded
        case pauseEnded = "pause_ended"
        case reviewDue = "review_due"
        case offerExpired = "offer_expired"
        /// Somebody must be told, outside the ladder.
        case notice
        /// The customer said "no" to the same grievance: reopening is proposed.
        case reopenProposed = "reopen_proposed"
        /// Safety or systemic issue: goes on as an internal case after a withdrawal.
        case internalCaseProposed = "internal_case_proposed"
    }

    /// When it counts from: a breach is dated at its due time even when noticed later.
    package var at: Instant
    package var kind: Kind
    package var clock: String?
    package var generation: Int?
    package var stage: Stage?
    package var due: Instant?
    /// Login, or the role when nobody could be told.
    package var target: String?
    package var lateMinutes: Int64?
    /// Before and after, for changes of state, level, owner and handler.
    package var from: String?
    package var to: String?
    /// What a notice is about.
    package var topic: NoticeTopic?
    /// When the target may be told at the earliest: the next opening of that person's hours; nil = at once.
    package var deliverFrom: Instant?

    package init(
        at: Instant, kind: Kind, clock: String? = nil, generation: Int? = nil, stage: Stage? = nil,
        due: Instant? = nil, target: String? = nil, lateMinutes: Int64? = nil, from: String? = nil, to: String? = nil,
        topic: NoticeTopic? = nil, deliverFrom: Instant? = nil
    ) {
        self.at = at
        self.kind = kind
        self.clock = clock
        self.generation = generation
        self.stage = stage
        self.due = due
        self.target = target
        self.lateMinutes = lateMinutes
        self.from = from
        self.to = to
        self.topic = topic
        self.deliverFrom = deliverFrom
    }
}
