package import WorkingTime

/// One running promise of a complaint: one generation of one clock.
package struct ComplaintClock: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable, Hashable {
        case running
        case paused
        case met
        /// Past its due time: still open, or completed too late (`metAt` says when).
        case breached
        case void
        case notApplicable = "not_applicable"
    }
    /// `ACK`, `RESOLVE`, `STATUTORY:tw-consumer` …
    package var name: String
    /// Raised by each retarget; timers of older generations are void.
    package var generation: Int
    package var start: Instant
    /// As the policy writes it: `2wd`, `30bm`.
    package var budget: String
    /// When it must be done; nil while paused.
    package var due: Instant?
    package var state: State
    /// True when the due time crosses the end of the calendar's known dates.
    package var isProvisional: Bool
    /// When the clock was met, if it was; later than `due` when it was breached.
    package var metAt: Instant?

    /// How the due time is worked out; replayed, never accumulated.
    package var course: ClockCourse
    /// The task or escalation it belongs to.
    package var subject: Int?
    /// When this generation began; what should have fired before it does not fire.
    package var openedAt: Instant
    /// Why this generation began.
    package var cause: GenerationCause
    /// What a rule held back when this generation began.
    package var adjustments: [DueAdjustment]
    /// When the breach is dated, once it was recorded.
    package var breachedAt: Instant?
    /// Warnings recorded so far, sent or superseded.
    package var warnedPercents: [Int]
    /// When its warnings fall, earliest first: worked out with the due time, because every look at the timers asks.
    package internal(set) var warnings: [ClockWarning]
    /// When the steps of the ladder before its due time fall, in their order; worked out with the due time too.
    package internal(set) var aheadRungs: [AheadRung] = []
    /// Steps below this one were let pass after downtime.
    package internal(set) var aheadStepsPassed = 0

    package init(
        name: String, generation: Int, start: Instant, budget: String, due: Instant?, state: State,
        isProvisional: Bool = false, metAt: Instant? = nil,
        course: ClockCourse = ClockCourse(calendar: CalendarPin("")),
        subject: Int? = nil, openedAt: Instant? = nil
    ) {
        self.name = name
        self.generation = generation
        self.start = start
        self.budget = budget
        self.due = due
        self.state = state
        self.isProvisional = isProvisional
        self.metAt = metAt
        self.course = course
        self.subject = subject
        self.openedAt = openedAt ?? start
        self.cause = .started
        self.adjustments = []
        self.breachedAt = nil
        self.warnedPercents = []
        self.warnings = []
    }

    package var key: ClockKey { ClockKey(name, generation) }

    /// True while its promise is still to be kept, late or not.
    package var isOpen: Bool {
        switch state {
        case .running, .paused: true
        case .breached: metAt == nil
        case .met, .void, .notApplicable: false
        }
    }

    /// True when it runs and its last second is over, whether or not the engine has looked yet.
    func isOverdue(at now: Instant) -> Bool {
        state == .running && due.map { $0.seconds < now.seconds } == true
    }

    /// How long past due at `now`, or was when it was done; nil when in time.
    ///
    /// The second `due` itself is still in time.
    package func late(at now: Instant) -> TimeLength? {
        guard let due, state == .running || state == .breached else { return nil }
        let end = metAt ?? now
        return end.seconds > due.seconds ? end - due : nil
    }
}

/// When a share of a clock's length is used up and its owner is warned.
package struct ClockWarning: Hashable, Sendable {
    package var percent: Int
    package var at: Instant
}

/// What a due time is made of, besides the pauses of the case.
package struct ClockCourse: Hashable, Sendable {
    /// The calendar it is counted in, with its versions.
    package var calendar: CalendarPin
    /// The budget that rules; nil when the due time was given.
    package var budget: Budget?
    package var conventions: DueConventions
    /// A due time that was given: by an authority, an extension, or the grace after a change.
    package var given: Instant?
    /// Never later than this: the law's safe target.
    package var ceiling: Instant?

    package init(
        calendar: CalendarPin, budget: Budget? = nil, conventions: DueConventions = DueConventions(),
        given: Instant? = nil, ceiling: Instant? = nil
    ) {
        self.calendar = calendar
        self.budget = budget
        self.conventions = conventions
        self.given = given
        self.ceiling = ceiling
    }
}
