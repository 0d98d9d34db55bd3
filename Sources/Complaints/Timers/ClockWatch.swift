package import WorkingTime

/// Whether the engine may trust the time it is told; a value the engine's process keeps and asks before each round.
///
/// Timers fire by the wall clock, so a clock that jumps would fire early or twice. Backwards nothing fires and somebody
/// is alarmed; far forwards a person is asked first; apart from the machine's own uptime firing is held a while.
package struct ClockWatch: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case sound
        /// Nothing fires (`E_CLOCK_BACKWARD`): by how much it went back.
        case backward(TimeLength)
        /// Nothing fires until a person says go: by how much it jumped while the machine ran on.
        case forward(TimeLength)
        /// Wall clock and uptime drifted apart by this: held until this uptime, or until a person says go.
        case doubtful(TimeLength, heldUntil: TimeLength)
    }

    private struct Reading: Hashable, Sendable {
        var now: Instant
        var sinceBoot: TimeLength
    }

    /// The last reading that was trusted; without uptime when it comes from before this process.
    private var trusted: Reading?
    private var lastSeen: Instant?
    private var heldUntil: TimeLength?

    /// A clock further back than this stops the engine.
    package static let backwardMax = TimeLength(seconds: TimerLimits.backwardSecondsMax)
    /// At the start of a process a clock further back than this stops it: another machine's clock may differ a little.
    package static let backwardAtStartMax = TimeLength(minutes: 2)
    /// A jump further forward than this is asked about.
    package static let forwardMax = TimeLength(minutes: 60)
    /// Wall clock and uptime further apart than this are doubted.
    package static let driftMax = TimeLength(seconds: 120)
    /// So long firing is held while in doubt.
    package static let holdMax = TimeLength(minutes: 10)

    /// - Parameter lastSeen: the latest time the store has seen; nil for a new one.
    package init(lastSeen: Instant?) { self.lastSeen = lastSeen }

    /// Judges the wall clock against the last one trusted and against the time since boot, sleep included.
    ///
    /// Downtime of the engine is no jump: only what the wall clock gained on the machine's own clock counts.
    package mutating func look(now: Instant, sinceBoot: TimeLength) -> Verdict {
        guard let trusted else {
            if let lastSeen, lastSeen - now > Self.backwardAtStartMax { return .backward(lastSeen - now) }
            trust(now, sinceBoot)
            return .sound
        }
        let gained = (now - trusted.now) - (sinceBoot - trusted.sinceBoot)
        let back = trusted.now - now
        if back > Self.backwardMax { return .backward(back) }
        if gained > Self.forwardMax { return .forward(gained) }
        let drift = gained < .zero ? TimeLength.zero - gained : gained
        if drift > Self.driftMax {
            let until = heldUntil ?? sinceBoot + Self.holdMax
            if sinceBoot < until {
                heldUntil = until
                return .doubtful(gained, heldUntil: until)
            }
        }
        trust(now, sinceBoot)
        return .sound
    }

    /// A person has looked at the clock and says go.
    package mutating func confirm(now: Instant, sinceBoot: TimeLength) { trust(now, sinceBoot) }

    private mutating func trust(_ now: Instant, _ sinceBoot: TimeLength) {
        trusted = Reading(now: now, sinceBoot: sinceBoot)
        heldUntil = nil
    }
}
