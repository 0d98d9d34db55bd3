import WorkingTime

/// Whether a reading of the clocks can be believed, given what was believed before.
struct ClockVerdict {
    /// Nothing may fire; nil when the reading is believed.
    var hold: EngineHold?
    /// Believed, and long enough after the last noted reading to be noted.
    var isWorthNoting = false

    /// `previous` is what the same process believed last: a process that has just begun cannot tell a jump from
    /// downtime, and only knows that a clock behind the last tick is wrong.
    init(_ reading: ClockReading, state: EngineState, previous: ClockReading?) {
        if let reason = Self.doubt(reading, state: state, previous: previous) {
            let running = state.hold ?? EngineHold(reason: reason, began: reading)
            if !running.isOver(reading) {
                hold = running
                return
            }
        }
        guard let believed = state.believed, believed.boot == reading.boot else {
            isWorthNoting = true
            return
        }
        isWorthNoting = abs(reading.wall.microseconds - believed.wall.microseconds) >= TickLimits.noteEveryMicroseconds
    }

    private static func doubt(
        _ reading: ClockReading, state: EngineState, previous: ClockReading?
    ) -> EngineHold.Reason? {
        let last = max(
            state.believed?.wall.microseconds ?? .min, newer(previous, state.believed)?.wall.microseconds ?? .min)
        if last != .min, reading.wall.microseconds < last - ClockLimits.backwardMicrosecondsMax {
            return .clockBackward
        }
        // While a hold lasts, all processes measure from what was believed before it.
        let origin = state.hold?.reason == .clockJumped ? state.believed : newer(previous, state.believed)
        guard previous != nil || state.hold?.reason == .clockJumped, let origin,
            let jump = reading.jump(since: origin)
        else { return nil }
        return abs(jump) > ClockLimits.jumpMicrosecondsMax ? .clockJumped : nil
    }

    /// The later of what this process believed and what any believed; nil for a process without a past.
    private static func newer(_ previous: ClockReading?, _ noted: ClockReading?) -> ClockReading? {
        guard let previous, let noted, previous.boot == noted.boot else { return previous }
        return noted.sinceBoot > previous.sinceBoot ? noted : previous
    }
}
