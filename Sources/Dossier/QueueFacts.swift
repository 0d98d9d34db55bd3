package import Complaints
package import WorkingTime

/// What ordering, filters and counters look at of one open case: forty bytes, since a hundred thousand are held at once.
package struct QueueFacts: Sendable, Hashable {
    /// A case number as the store's integer.
    package let number: Int64
    package let change: Int64
    private let dueSecond: UInt32
    private let tierSecond: UInt32
    private let riskSecond: UInt32
    private let movedSecond: UInt32
    /// Places in the table of logins.
    package let owner: UInt16
    package let handler: UInt16
    package let state: CaseState
    package let severity: Severity
    /// 0 green, 1 yellow, 2 everybody else.
    package let tierRank: UInt8
    package let bounces: UInt8
    private let flags: Flags

    private struct Flags: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let vulnerable = Flags(rawValue: 1)
        static let paused = Flags(rawValue: 2)
        static let escalation = Flags(rawValue: 4)
        static let claimed = Flags(rawValue: 8)
    }

    /// Times are microseconds UTC, kept to the second; `due` is `.max` when no clock runs, `riskFrom` for never.
    package init(
        number: Int64, state: CaseState, severity: Severity, owner: UInt16, handler: UInt16, due: Int64,
        tierUntil: Int64, riskFrom: Int64, movedAt: Int64, change: Int64, tierRank: UInt8, bounces: UInt8,
        isVulnerable: Bool, isPaused: Bool, hasEscalation: Bool, isClaimed: Bool
    ) {
        self.number = number
        self.state = state
        self.severity = severity
        self.owner = owner
        self.handler = handler
        dueSecond = Self.second(due)
        tierSecond = Self.second(tierUntil)
        riskSecond = Self.second(riskFrom)
        movedSecond = Self.second(movedAt)
        self.change = change
        self.tierRank = tierRank
        self.bounces = bounces
        flags = [
            isVulnerable ? .vulnerable : [], isPaused ? .paused : [], hasEscalation ? .escalation : [],
            isClaimed ? .claimed : [],
        ]
    }

    /// `.max` stands for never; nothing else lies beyond the year 2106.
    private static let never = UInt32.max

    private static func second(_ microseconds: Int64) -> UInt32 {
        microseconds == .max ? never : min(UInt32(clamping: microseconds / 1_000_000), never - 1)
    }

    package var isVulnerable: Bool { flags.contains(.vulnerable) }
    package var isPaused: Bool { flags.contains(.paused) }
    package var hasEscalation: Bool { flags.contains(.escalation) }
    package var isClaimed: Bool { flags.contains(.claimed) }

    /// The place in the queue as one number below `rankMax`, smallest first: legal risk and safety, severity, least
    /// slack, vulnerable, tier last.
    ///
    /// Slack is compared by the minute. Past three quarters of the budget a case counts as of the best tier, so that low
    /// tiers cannot starve. What has no due time comes after what has.
    package func rank(now: Int64) -> UInt64 {
        let second = Self.second(now)
        let risk: UInt64 = riskSecond <= second ? 0 : 1
        let minute = dueSecond == Self.never ? Self.minuteMax : UInt64(dueSecond / 60)
        let tier: UInt64 = tierSecond <= second ? 0 : UInt64(tierRank)
        return risk << 34 | severity.rank << 32 | minute << 3 | (isVulnerable ? 0 : 1) << 2 | tier
    }

    /// Every rank has at most this many bits.
    package static let rankBits = 35
    /// Minutes since the epoch that fit into the rank: more than `never` has.
    private static let minuteMax: UInt64 = 1 << 28

    package func isIn(_ view: QueueFilter.View, now: Int64, asker: UInt16?) -> Bool {
        switch view {
        case .all: true
        case .overdue: isOverdue(now: now)
        case .dueSoon:
            dueSecond != Self.never && !isOverdue(now: now)
                && Int64(dueSecond) - now / 1_000_000 <= QueueCounts.soonSeconds
        case .unclaimed: hasEscalation && !isClaimed
        case .decisions: hasEscalation
        case .mine: asker != nil && (owner == asker || handler == asker)
        case .unassessed: state == .received || state == .acknowledged
        case .paused: isPaused
        case .stuck: isStuck(now: now)
        case .bouncing: isBouncing
        }
    }

    /// The second of the due time is still in time.
    package func isOverdue(now: Int64) -> Bool { dueSecond != Self.never && now / 1_000_000 > Int64(dueSecond) }
    package func isStuck(now: Int64) -> Bool {
        QueueCounts.isStuck(state, movedAt: Instant(seconds: Int64(movedSecond)), now: Instant(microseconds: now))
    }
    package var isBouncing: Bool { bounces >= QueueCounts.bouncesMin }
}

extension Severity {
    fileprivate var rank: UInt64 {
        switch self {
        case .s1: 0
        case .s2: 1
        case .s3: 2
        case .s4: 3
        }
    }
}

extension QueueCounts {
    /// Waiting for somebody else by agreement, or for the follow-up call, is no standstill.
    package static func isStuck(_ state: CaseState, movedAt: Instant, now: Instant) -> Bool {
        guard state != .waiting, state != .deferred, state != .resolved else { return false }
        return now.seconds - movedAt.seconds > stuckSeconds
    }
}
