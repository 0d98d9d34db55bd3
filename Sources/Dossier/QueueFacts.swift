package import Complaints
package import WorkingTime

/// What ordering, filters and counters look at of one open case: small, since a hundred thousand are held at once.
package struct QueueFacts: Sendable, Hashable {
    /// A case number as the store's integer.
    package var number: Int64
    package var state: CaseState
    package var severity: Severity
    /// Places in the table of logins.
    package var owner: UInt16
    package var handler: UInt16
    /// Microseconds UTC; `.max` when no clock runs.
    package var due: Int64
    /// From here on the tier at receipt no longer counts: three quarters of the budget are used.
    package var tierUntil: Int64
    /// From here on law or safety puts the case first; `.max` for never.
    package var riskFrom: Int64
    package var movedAt: Int64
    package var change: Int64
    /// 0 green, 1 yellow, 2 everybody else.
    package var tierRank: UInt8
    package var bounces: UInt8
    package var isVulnerable: Bool
    package var isPaused: Bool
    package var hasEscalation: Bool
    package var isClaimed: Bool

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
        self.due = due
        self.tierUntil = tierUntil
        self.riskFrom = riskFrom
        self.movedAt = movedAt
        self.change = change
        self.tierRank = tierRank
        self.bounces = bounces
        self.isVulnerable = isVulnerable
        self.isPaused = isPaused
        self.hasEscalation = hasEscalation
        self.isClaimed = isClaimed
    }

    /// The place in the queue as one number, smallest first: legal risk and safety, severity, least slack, vulnerable,
    /// tier last.
    ///
    /// Slack is compared by the minute. Past three quarters of the budget a case counts as of the best tier, so that low
    /// tiers cannot starve. What has no due time comes after what has.
    package func rank(now: Int64) -> UInt64 {
        let risk: UInt64 = riskFrom <= now ? 0 : 1
        let minute = UInt64(clamping: due == .max ? Self.minuteMax : min(max(0, due / 60_000_000), Self.minuteMax - 1))
        let tier: UInt64 = tierUntil <= now ? 0 : UInt64(tierRank)
        return risk << 52 | severity.rank << 50 | minute << 10 | (isVulnerable ? 0 : 1) << 8 | tier
    }

    /// Minutes since the epoch that fit into the rank: far beyond any due time.
    private static let minuteMax: Int64 = 1 << 38

    package func isIn(_ view: QueueFilter.View, now: Int64, asker: UInt16?) -> Bool {
        switch view {
        case .all: true
        case .overdue: isOverdue(now: now)
        case .dueSoon: due != .max && !isOverdue(now: now) && due - now <= QueueCounts.soonSeconds * 1_000_000
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
    package func isOverdue(now: Int64) -> Bool { due != .max && now / 1_000_000 > due / 1_000_000 }
    package func isStuck(now: Int64) -> Bool {
        QueueCounts.isStuck(state, movedAt: Instant(microseconds: movedAt), now: Instant(microseconds: now))
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
