package import WorkingTime

extension Store {
    /// When the timer of this place in the order of instants may fire, 1 for the first; of fewer the last.
    package func timerInstant(place: Int) throws(StoreError) -> Instant? {
        try engine.read { session throws(StoreError) in
            let found = try session.integer(
                "SELECT fire_at FROM complaint_timers ORDER BY fire_at, complaint LIMIT 1 OFFSET $1", max(place - 1, 0))
            if let found { return Instant(microseconds: found) }
            return try session.integer("SELECT MAX(fire_at) FROM complaint_timers").map { Instant(microseconds: $0) }
        }
    }
}
