package import WorkingTime

/// Why a clock is due when it is: the arithmetic and every rule that had a say, in a form that can be read out.
///
/// Facts only; words for them are made where they are shown.
package struct ClockExplanation: Hashable, Sendable {
    package var clock: ClockKey
    package var state: ComplaintClock.State
    /// The task, escalation or offer it belongs to.
    package var subject: Int?
    /// The target's name as it was told: `2wd`. Under a ratchet the older, stricter one still rules.
    package var promise: String
    /// What rules the due time; nil when it was given.
    package var budget: Budget?
    package var start: Instant
    /// When this generation began, and why.
    package var openedAt: Instant
    package var cause: GenerationCause
    /// Id and version of the policy the case is pinned to.
    package var policy: String
    package var calendar: CalendarFacts

    /// Nil while paused, when nothing says when, and for a clock that does not apply.
    package var due: Instant?
    /// What the due would be if work went on at the moment asked about; for a paused clock only.
    package var dueIfResumed: Instant?
    /// A date was needed that the calendar does not cover: the weekly pattern stands in for it.
    package var isProvisional: Bool
    /// Open time for business budgets, else elapsed; negative when late, nil for a clock that has ended.
    package var remaining: TimeLength?
    package var metAt: Instant?
    package var breachedAt: Instant?
    /// How long past due it is, or was when it was done.
    package var late: TimeLength?

    /// Day by day from the start to the due, or to the due if resumed.
    package var steps: [DueStep]
    /// Dates left out before the last step because there were more than can be read.
    package var omittedDates: Int
    package var pauses: [PauseExplanation]
    /// Rules that held the due time, in the order they were applied.
    package var adjustments: [DueAdjustment]
    /// For RESOLVE and STATUTORY where a law applies.
    package var law: LawExplanation?
    /// Earlier generations, oldest first.
    package var former: [FormerGeneration]

    package init(
        clock: ClockKey, state: ComplaintClock.State, subject: Int? = nil, promise: String, budget: Budget? = nil,
        start: Instant, openedAt: Instant, cause: GenerationCause, policy: String, calendar: CalendarFacts,
        due: Instant? = nil, dueIfResumed: Instant? = nil, isProvisional: Bool, remaining: TimeLength? = nil,
        metAt: Instant? = nil, breachedAt: Instant? = nil, late: TimeLength? = nil, steps: [DueStep], omittedDates: Int,
        pauses: [PauseExplanation], adjustments: [DueAdjustment], law: LawExplanation? = nil, former: [FormerGeneration]
    ) {
        self.clock = clock
        self.state = state
        self.subject = subject
        self.promise = promise
        self.budget = budget
        self.start = start
        self.openedAt = openedAt
        self.cause = cause
        self.policy = policy
        self.calendar = calendar
        self.due = due
        self.dueIfResumed = dueIfResumed
        self.isProvisional = isProvisional
        self.remaining = remaining
        self.metAt = metAt
        self.breachedAt = breachedAt
        self.late = late
        self.steps = steps
        self.omittedDates = omittedDates
        self.pauses = pauses
        self.adjustments = adjustments
        self.law = law
        self.former = former
    }
}

extension ClockExplanation {
    /// Which calendar counted, and by which rules of time.
    package struct CalendarFacts: Hashable, Sendable {
        package var name: String
        /// The version the clock began with, then each that replaced it and from when.
        package var version: String
        package var successors: [CalendarPin.Successor]
        package var zone: String
        /// Release of the tz database; empty when unknown.
        package var zoneVersion: String
        /// First and last date known complete.
        package var covers: ClosedRange<LocalDate>

        package init(
            name: String, version: String, successors: [CalendarPin.Successor], zone: String, zoneVersion: String,
            covers: ClosedRange<LocalDate>
        ) {
            self.name = name
            self.version = version
            self.successors = successors
            self.zone = zone
            self.zoneVersion = zoneVersion
            self.covers = covers
        }
    }

    /// One pause that concerns this clock.
    package struct PauseExplanation: Hashable, Sendable {
        package var reason: String
        package var awaiting: String
        package var from: Instant
        /// Nil while it lasts.
        package var until: Instant?
        /// The time of the clock's own kind inside it: by so much the due moved.
        package var counted: TimeLength

        package init(reason: String, awaiting: String, from: Instant, until: Instant? = nil, counted: TimeLength) {
            self.reason = reason
            self.awaiting = awaiting
            self.from = from
            self.until = until
            self.counted = counted
        }
    }

    /// What the law says, beside what was promised.
    package struct LawExplanation: Hashable, Sendable {
        package var regime: String
        /// The law's own deadline.
        package var due: Instant
        /// The internal alarm target before it.
        package var safe: Instant
        /// What the internal target alone gives; nil for a STATUTORY clock.
        package var internalDue: Instant?
        /// True when the safe target is the earlier one and binds.
        package var isBinding: Bool

        package init(regime: String, due: Instant, safe: Instant, internalDue: Instant? = nil, isBinding: Bool) {
            self.regime = regime
            self.due = due
            self.safe = safe
            self.internalDue = internalDue
            self.isBinding = isBinding
        }
    }

    package struct FormerGeneration: Hashable, Sendable {
        package var generation: Int
        package var cause: GenerationCause
        package var budget: String
        package var due: Instant?
        package var openedAt: Instant
        package var state: ComplaintClock.State

        package init(
            generation: Int, cause: GenerationCause, budget: String, due: Instant? = nil, openedAt: Instant,
            state: ComplaintClock.State
        ) {
            self.generation = generation
            self.cause = cause
            self.budget = budget
            self.due = due
            self.openedAt = openedAt
            self.state = state
        }
    }
}
