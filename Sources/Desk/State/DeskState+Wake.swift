package import WorkingTime

extension DeskState {
    /// When the desk next changes by itself: the minute, or a message or a chance to undo whose time is over.
    ///
    /// The runtime sleeps until then at the latest and sends `tick`.
    package var wakeAt: Instant {
        let minute: Int64 = 60_000_000
        let nextMinute = Instant(microseconds: (floorQuotient(now.microseconds, minute) + 1) * minute)
        var undoEnds = nextMinute
        if case .write(_, let until) = undo { undoEnds = until }
        return min(
            nextMinute, notice?.goneAt ?? nextMinute, undoEnds, queueAdmitsAt ?? nextMinute,
            colleaguesChangeAt ?? nextMinute)
    }
}
