import Glibc
package import WorkingTime

/// One look at the machine's clocks: the wall clock, which may jump, and the time since it was started, which cannot.
package struct ClockReading: Sendable, Hashable {
    package var wall: Instant
    /// Microseconds since the machine started, sleep included; comparable with readings of the same `boot` only.
    package var sinceBoot: Int64
    package var boot: String

    package init(wall: Instant, sinceBoot: Int64, boot: String) {
        self.wall = wall
        self.sinceBoot = sinceBoot
        self.boot = boot
    }

    /// The clocks as they stand.
    package static func now() -> ClockReading {
        ClockReading(wall: Clock.now(), sinceBoot: Clock.sinceBoot(), boot: thisBoot)
    }

    /// How far the wall clock has run ahead of the time that really passed since `earlier`; nil across a restart.
    func jump(since earlier: ClockReading) -> Int64? {
        guard boot == earlier.boot else { return nil }
        return wall.microseconds - earlier.wall.microseconds - (sinceBoot - earlier.sinceBoot)
    }

    private static let thisBoot: String = {
        let bytes = (try? HostFile.readSecret("/proc/sys/kernel/random/boot_id", limit: 64)) ?? nil
        return String(decoding: (bytes ?? []).prefix { $0 > 32 }, as: UTF8.self)
    }()
}

/// Bounds of what the engine believes of a clock.
package enum ClockLimits {
    /// A wall clock further behind the last tick than this is wrong: nothing fires.
    package static let backwardMicrosecondsMax: Int64 = 2_000_000
    /// A wall clock further from the time that really passed than this is doubtful.
    package static let jumpMicrosecondsMax: Int64 = 120_000_000
    /// A doubtful clock that stays as it is is believed after this long, unless a supervisor says so before.
    package static let holdMicrosecondsMax: Int64 = 600_000_000
}

/// Nothing fires: the clock is doubtful.
package struct EngineHold: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Behind the last tick: `E_CLOCK_BACKWARD`.
        case clockBackward = "clock_backward"
        /// The wall clock and the time that really passed differ.
        case clockJumped = "clock_jumped"
    }

    package var reason: Reason
    /// The doubtful reading that began it.
    package var began: ClockReading

    package init(reason: Reason, began: ClockReading) {
        self.reason = reason
        self.began = began
    }

    /// True once it has lasted as long as a hold may.
    func isOver(_ now: ClockReading) -> Bool {
        let lasted =
            now.boot == began.boot
            ? now.sinceBoot - began.sinceBoot : abs(now.wall.microseconds - began.wall.microseconds)
        return lasted >= ClockLimits.holdMicrosecondsMax
    }
}
