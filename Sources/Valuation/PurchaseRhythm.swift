/// When a customer bought, in days: all that the overdue test and the life-cycle stage need.
package struct PurchaseRhythm: Sendable, Equatable {
    /// Purchase days after the first one (days with a positive net amount).
    package var repeats: Int
    /// Days from the first purchase day to the last.
    package var firstToLast: Int
    /// Days from the first purchase day to now; never less than ``firstToLast``.
    package var firstToNow: Int
    /// True when a purchase was dated after now and the time since was set to zero: the row should be looked at.
    package var isFutureDated: Bool

    /// Nil for a customer without a purchase day. Days are counted from any fixed day.
    package init?(purchaseDays: Int, first: Int, last: Int, now: Int) {
        guard purchaseDays >= 1, last >= first else { return nil }
        repeats = purchaseDays - 1
        firstToLast = last - first
        firstToNow = max(now - first, last - first)
        isFutureDated = last > now
    }

    /// Days since the last purchase.
    package var silence: Int { firstToNow - firstToLast }
}

/// The usual gap of the whole portfolio: the sum of the repeaters' first-to-last days over their repeats.
package struct PooledGap: Sendable, Equatable {
    package private(set) var days = 0
    package private(set) var repeats = 0

    package init() {}

    /// Counts a customer; one without a repeat says nothing about gaps.
    package mutating func add(_ rhythm: PurchaseRhythm) {
        guard rhythm.repeats >= 1 else { return }
        days += rhythm.firstToLast
        repeats += rhythm.repeats
    }

    /// Days; nil before anybody came back.
    package var gap: Double? { repeats > 0 && days > 0 ? Double(days) / Double(repeats) : nil }
}
