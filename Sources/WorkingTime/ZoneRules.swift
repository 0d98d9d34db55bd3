/// The offsets of one time zone: past transitions, and the rule that goes on after the last of them.
///
/// Read from the system's TZif files by `Configuration`; the arithmetic is here, so that it needs no Foundation.
package struct ZoneRules: Sendable, Hashable {
    /// The zone's name in the tz database, such as `Asia/Taipei`.
    package let name: String
    /// Release of the tz database the rules came from, such as `2025b`; empty when unknown.
    package let version: String
    /// UTC seconds at which the offset changes, rising.
    let transitions: [Int64]
    /// `offsets[i]` holds before `transitions[i]`, the last one after all of them; seconds east of Greenwich.
    let offsets: [Int32]
    /// What holds after the last transition; nil keeps the last offset for ever.
    let footer: PosixRule?

    /// More transitions than any zone has (the largest has about 250) are refused.
    package static let transitionsMax = 4096
    /// RFC 8536 allows offsets from -25 to 26 hours, both excluded.
    package static let offsetsAllowed: ClosedRange<Int32> = -89_999...93_599

    package init(
        name: String, version: String = "", transitions: [Int64], offsets: [Int32], footer: PosixRule?
    ) throws(ZoneRulesError) {
        guard transitions.count <= Self.transitionsMax else { throw .tooManyTransitions(count: transitions.count) }
        guard offsets.count == transitions.count + 1 else {
            throw .offsetCount(offsets.count, transitions: transitions.count)
        }
        for index in transitions.indices.dropFirst() where transitions[index] <= transitions[index - 1] {
            throw .transitionsNotRising(index: index)
        }
        for offset in offsets where !Self.offsetsAllowed.contains(offset) {
            throw .offsetOutOfRange(seconds: Int64(offset))
        }
        self.name = name
        self.version = version
        self.transitions = transitions
        self.offsets = offsets
        self.footer = footer
    }

    /// A zone that never changes; the offset is clamped to what is allowed.
    package init(name: String, fixedOffsetSeconds: Int32) {
        self.name = name
        version = ""
        transitions = []
        let allowed = Self.offsetsAllowed
        offsets = [min(max(fixedOffsetSeconds, allowed.lowerBound), allowed.upperBound)]
        footer = nil
    }

    package static let utc = ZoneRules(name: "UTC", fixedOffsetSeconds: 0)

    /// Seconds east of Greenwich at this instant.
    package func offsetSeconds(at instant: Instant) -> Int32 {
        segment(at: instant.seconds).offsetSeconds
    }

    /// What the wall clock shows at this instant.
    package func localDateTime(at instant: Instant) -> LocalDateTime {
        LocalDateTime(localMicroseconds: instant.microseconds(shiftedBySeconds: offsetSeconds(at: instant)))
    }

    package func localDate(at instant: Instant) -> LocalDate { localDateTime(at: instant).date }
}

/// Why zone rules were refused.
package enum ZoneRulesError: Error, Hashable, Sendable {
    case tooManyTransitions(count: Int)
    case offsetCount(Int, transitions: Int)
    case transitionsNotRising(index: Int)
    case offsetOutOfRange(seconds: Int64)
    case unreadableRule(String)
}
