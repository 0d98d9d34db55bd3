package import Complaints
package import WorkingTime

/// What a tick did, and what is left.
package struct TickReport: Sendable, Hashable {
    /// Cases something happened to.
    package var cases = 0
    /// Stages that happened: warnings, breaches, rungs, caps, expiries, reviews.
    package var fired = 0
    /// Stages slept through, recorded without anybody being told.
    package var superseded = 0
    /// Messages put into the outbox; a summary counts once.
    package var notices = 0
    /// Cases that are due and could not be looked at: their policy is not at hand, or the case is ahead of the clock.
    package var passedOver = 0
    /// When the next timer may fire; nil when none waits.
    package var nextDue: Instant?
    /// True when the tick ended with timers still due: tick again at once.
    package var isUnfinished = false
    /// Nothing fired because the clock is doubtful.
    package var hold: EngineHold?
    package var microseconds: Int64 = 0

    package init() {}
}

/// How the engine stands, for whoever asks.
package struct EngineStatus: Sendable, Hashable {
    /// Some process holds the engine's lock.
    package var isRunning: Bool
    /// Who took the role last: `pid 812 on desk-3`.
    package var holder: String?
    package var takenAt: Instant?
    package var epoch: Int64
    /// Kept with every effect and once a minute without.
    package var lastTick: Instant?
    /// Nothing fires since this reading of the clock.
    package var doubt: ClockDoubt?
    /// When the next timer may fire, or might have fired.
    package var nextDue: Instant?
    /// Cases with a timer that may fire already.
    package var backlog: Int
    /// Messages nobody has been given yet, of those that may be delivered.
    package var undelivered: Int
}
