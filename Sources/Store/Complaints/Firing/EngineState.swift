import Complaints
import WorkingTime

/// The engine's row: whose effects count, and the clock as the engine last saw and believed it.
struct EngineState {
    var epoch: Int64
    var holder: String?
    var takenAt: Instant?
    /// The last reading that was believed; nil before the first tick.
    var believed: ClockStamp?
    /// What was not believed since: nothing fires.
    var doubt: ClockDoubt?
}

extension Session {
    func engineState() throws(StoreError) -> EngineState {
        let state = try first(
            """
            SELECT epoch, holder, taken_at, last_tick, last_since_boot, boot, hold, held_at, held_since_boot, held_boot
            FROM engine_state WHERE id = 1
            """
        ) { row throws(StoreError) in
            var state = EngineState(epoch: row.integer(0), holder: row.optionalText(1), takenAt: row.optionalInstant(2))
            if !row.isNull(3) {
                state.believed = Self.stamp(row, 3)
            }
            if let reason: ClockDoubt.Reason = try row.optionalValue(6) {
                state.doubt = ClockDoubt(reason, began: Self.stamp(row, 7))
            }
            return state
        }
        guard let state else { throw .engine(code: -1, message: "the engine's row is missing", sql: nil) }
        return state
    }

    private static func stamp(_ row: any Statement, _ column: Int) -> ClockStamp {
        ClockStamp(
            wall: row.instant(column), sinceBoot: TimeLength(microseconds: row.integer(column + 1)),
            boot: row.text(column + 2))
    }

    /// Refuses an engine whose role another has taken.
    func requireEpoch(_ epoch: Int64) throws(StoreError) {
        let current = try integer("SELECT epoch FROM engine_state WHERE id = 1") ?? 0
        guard current == epoch else { throw .engineSuperseded(epoch: epoch, current: current) }
    }

    /// The next epoch, which ends the one before.
    func raiseEpoch(holder: String, at now: Instant) throws(StoreError) -> Int64 {
        let epoch = try integer(
            "UPDATE engine_state SET epoch = epoch + 1, holder = $1, taken_at = $2 WHERE id = 1 RETURNING epoch",
            holder,
            now)
        guard let epoch else { throw .engine(code: -1, message: "the engine's row is missing", sql: nil) }
        return epoch
    }

    /// The clock was believed; a hold is over.
    func believe(_ reading: ClockStamp) throws(StoreError) {
        try run(
            """
            UPDATE engine_state SET last_tick = $1, last_since_boot = $2, boot = $3, hold = NULL, held_at = NULL,
                held_since_boot = NULL, held_boot = NULL
            WHERE id = 1
            """, reading.wall, reading.sinceBoot.microseconds, reading.boot)
    }

    /// Nothing fires; all processes measure from what was believed before.
    func doubt(_ doubt: ClockDoubt, since believed: ClockStamp?) throws(StoreError) {
        if let believed { try believe(believed) }
        try run(
            "UPDATE engine_state SET hold = $1, held_at = $2, held_since_boot = $3, held_boot = $4 WHERE id = 1",
            doubt.reason.rawValue, doubt.began.wall, doubt.began.sinceBoot.microseconds, doubt.began.boot)
    }

    /// When the next timer may fire.
    func nextTimer() throws(StoreError) -> Instant? {
        try integer("SELECT MIN(fire_at) FROM complaint_timers").map { Instant(microseconds: $0) }
    }

    /// Cases whose timer may fire at `now`.
    func backlog(at now: Instant) throws(StoreError) -> Int {
        Int(try integer("SELECT COUNT(*) FROM complaint_timers WHERE fire_at <= $1", now) ?? 0)
    }
}
