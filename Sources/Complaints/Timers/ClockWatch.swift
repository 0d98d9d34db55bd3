package import WorkingTime

/// Whether the engine may trust the time it is told; a value the engine's process keeps and asks before each round.
///
/// Timers fire by the wall clock, so a clock that jumps would fire early or twice: backwards nothing fires and somebody
/// is alarmed; far forwards, or away from the machine's own uptime, a person is asked first.
package struct ClockWatch: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case sound
        /// Nothing fires (`E_CLOCK_BACKWARD`), by how much it went back.
        case backward(TimeLength)
        /// Nothing fires until a person says go, by how much it jumped.
        case forward(TimeLength)
        /// The wall clock and the uptime drifted apart: held until this instant or until a person says go.
        case doubtful(TimeLength, heldUntil: TimeLength)
    }

    package init(lastSeen: Instant?) {}

    /// Judges the wall clock against the last one seen and against the time since boot, sleep included.
    package mutating func look(now: Instant, sinceBoot: TimeLength) -> Verdict { .sound }

    /// A person has looked at the clock and says go.
    package mutating func confirm(now: Instant, sinceBoot: TimeLength) {}
}
