package import WorkingTime

/// One look at a machine's clocks: the wall clock, which may jump, and the time since it was started, which cannot.
package struct ClockStamp: Hashable, Sendable {
    package var wall: Instant
    /// Since the machine was started, sleep included; comparable with stamps of the same `boot` only.
    package var sinceBoot: TimeLength
    /// Names one run of one machine: another after each start, and on each other machine.
    package var boot: String

    package init(wall: Instant, sinceBoot: TimeLength, boot: String) {
        self.wall = wall
        self.sinceBoot = sinceBoot
        self.boot = boot
    }

    /// How far the wall clock ran ahead of the time that really passed since `earlier`; nil across a start.
    package func gained(since earlier: ClockStamp) -> TimeLength? {
        boot == earlier.boot ? (wall - earlier.wall) - (sinceBoot - earlier.sinceBoot) : nil
    }

    /// Whichever was taken later by the clock that cannot jump; `own`, which this process took, where they share none.
    package static func latest(own: ClockStamp?, noted: ClockStamp?) -> ClockStamp? {
        guard let own, let noted, own.boot == noted.boot else { return own ?? noted }
        return noted.sinceBoot > own.sinceBoot ? noted : own
    }
}

/// A reading that could not be believed: from it on nothing fires.
package struct ClockDoubt: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable, Hashable {
        /// Behind what was trusted last: `E_CLOCK_BACKWARD`.
        case backward = "clock_backward"
        /// Apart from the time that really passed.
        case jumped = "clock_jumped"
    }

    package var reason: Reason
    /// The first doubtful reading.
    package var began: ClockStamp

    package init(_ reason: Reason, began: ClockStamp) {
        self.reason = reason
        self.began = began
    }
}
