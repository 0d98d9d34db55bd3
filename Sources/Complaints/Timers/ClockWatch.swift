package import WorkingTime

/// Whether the engine may trust the time it is told: the one rule, asked before each round.
///
/// Timers fire by the wall clock, so a clock that jumps would fire them early. Behind what was trusted last nothing
/// fires; apart from the time that really passed it is held a while; by more than an hour a person is asked. Downtime
/// is no jump: only what the wall clock gained on the machine's own clock counts, so a process that starts on the
/// machine that noted the last stamp tells one from the other. After a restart, or on another machine, only the wall
/// clocks can be compared: what is later then counts as downtime.
///
/// **The caller keeps `trusted` and `doubt` where all engines of the store see them, and nothing else.**
/// - `trusted`: whenever a look says `sound`. It may be written seldom (once a minute, and with every round that fired),
///   as long as the process holds its own latest in memory and hands in `ClockStamp.latest(own:noted:)`. It is not
///   written while in doubt: all processes measure from what was trusted before. A tick by hand is a process that has
///   just begun: it hands in what was noted, not nothing.
/// - `doubt`: as it is after each look, nil included.
/// - After `confirm` both, whoever called it.
package struct ClockWatch: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case sound
        /// Nothing fires: the wall clock is wrong by this much, negative when it is behind.
        ///
        /// `needsPerson`: until somebody says go or it comes right; else for `holdMax` at most.
        case held(by: TimeLength, needsPerson: Bool)
    }

    /// The last stamp that was believed; nil in a new store.
    package private(set) var trusted: ClockStamp?
    /// What was not believed since; nil while all is well.
    package private(set) var doubt: ClockDoubt?

    /// Further back than this the clock goes backwards.
    package static let backwardMax = TimeLength(seconds: TimerLimits.backwardSecondsMax)
    /// Another machine's clock, or this one's before it was started again, may differ by this much.
    package static let backwardElsewhereMax = TimeLength(minutes: 2)
    /// Wall clock and time since the start further apart than this are doubted.
    package static let driftMax = TimeLength(seconds: 120)
    /// Doubted for this long at most; then it is believed as it is.
    package static let holdMax = TimeLength(minutes: 10)
    /// Further wrong than this it is not believed before a person says so.
    package static let askMin = TimeLength(minutes: 60)

    package init(trusted: ClockStamp?, doubt: ClockDoubt? = nil) {
        self.trusted = trusted
        self.doubt = doubt
    }

    /// Judges a stamp, and notes it: as trusted, or as the beginning of a doubt.
    package mutating func look(_ seen: ClockStamp) -> Verdict {
        guard let (error, reason) = error(of: seen) else {
            confirm(seen)
            return .sound
        }
        let running = doubt ?? ClockDoubt(reason, began: seen)
        let needsPerson = abs(error) > Self.askMin
        if !needsPerson, lasted(running, seen) >= Self.holdMax {
            confirm(seen)
            return .sound
        }
        doubt = running
        return .held(by: error, needsPerson: needsPerson)
    }

    /// A person has looked at the clock and says go: it is believed as it is now.
    package mutating func confirm(_ seen: ClockStamp) {
        trusted = seen
        doubt = nil
    }

    /// By how much a stamp is wrong; nil when nothing speaks against it.
    private func error(of seen: ClockStamp) -> (TimeLength, ClockDoubt.Reason)? {
        guard let trusted else { return nil }
        let passed = seen.wall - trusted.wall
        let gained = seen.gained(since: trusted)
        let allowance = gained == nil ? Self.backwardElsewhereMax : Self.backwardMax
        if passed < TimeLength.zero - allowance { return (passed, .backward) }
        if let gained { return abs(gained) > Self.driftMax ? (gained, .jumped) : nil }
        // A jump somebody was asked about is not answered by starting the machine again, unless its clock is back.
        guard let doubt, let asked = doubt.began.gained(since: trusted), doubt.began.wall <= seen.wall else {
            return nil
        }
        return (asked, .jumped)
    }

    /// How long a doubt has lasted, by the clock that cannot jump where there is one.
    private func lasted(_ doubt: ClockDoubt, _ seen: ClockStamp) -> TimeLength {
        seen.boot == doubt.began.boot ? seen.sinceBoot - doubt.began.sinceBoot : abs(seen.wall - doubt.began.wall)
    }

    private func abs(_ length: TimeLength) -> TimeLength { length < .zero ? .zero - length : length }
}
