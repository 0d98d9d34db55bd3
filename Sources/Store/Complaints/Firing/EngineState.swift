import WorkingTime

/// The engine's row: whose effects count, and the clock as the engine last saw and believed it.
struct EngineState {
    var epoch: Int64
    var holder: String?
    var takenAt: Instant?
    /// The last reading that was believed; nil before the first tick.
    var believed: ClockReading?
    var hold: EngineHold?
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
                state.believed = ClockReading(wall: row.instant(3), sinceBoot: row.integer(4), boot: row.text(5))
            }
            if let reason: EngineHold.Reason = try row.optionalValue(6) {
                let began = ClockReading(wall: row.instant(7), sinceBoot: row.integer(8), boot: row.text(9))
                state.hold = EngineHold(reason: reason, began: began)
            }
            return state
        }
        guard let state else { throw .engine(code: -1, message: "the engine's row is missing", sql: nil) }
        return state
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
    func believe(_ reading: ClockReading) throws(StoreError) {
        try run(
            """
            UPDATE engine_state SET last_tick = $1, last_since_boot = $2, boot = $3, hold = NULL, held_at = NULL,
                held_since_boot = NULL, held_boot = NULL
            WHERE id = 1
            """, reading.wall, reading.sinceBoot, reading.boot)
    }

    func hold(_ hold: EngineHold) throws(StoreError) {
        try run(
            "UPDATE engine_state SET hold = $1, held_at = $2, held_since_boot = $3, held_boot = $4 WHERE id = 1",
            hold.reason.rawValue, hold.began.wall, hold.began.sinceBoot, hold.began.boot)
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
