package import Complaints
package import WorkingTime

extension ClockStamp {
    /// The clocks as they stand.
    package static func now() -> ClockStamp {
        ClockStamp(wall: Clock.now(), sinceBoot: TimeLength(microseconds: Clock.sinceBoot()), boot: thisBoot)
    }

    private static let thisBoot: String = {
        let bytes = (try? HostFile.readSecret("/proc/sys/kernel/random/boot_id", limit: 64)) ?? nil
        return String(decoding: (bytes ?? []).prefix { $0 > 32 }, as: UTF8.self)
    }()
}

/// Nothing fires: the clock is doubtful.
package struct EngineHold: Sendable, Hashable {
    package var doubt: ClockDoubt
    /// How wrong it is; negative when it is behind.
    package var by: TimeLength
    /// Until a supervisor says go or the clock comes right; else it ends by itself in a while.
    package var needsPerson: Bool

    package init(_ doubt: ClockDoubt, by: TimeLength, needsPerson: Bool) {
        self.doubt = doubt
        self.by = by
        self.needsPerson = needsPerson
    }
}
