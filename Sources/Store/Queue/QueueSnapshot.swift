import Complaints
package import Dossier
package import WorkingTime

/// Every open case in the queue's order as of one moment, small enough to be held: filters and counters ask it, not the
/// database.
package struct QueueSnapshot: Sendable {
    /// The first to be saved first.
    private let facts: [QueueFacts]
    private let logins: [String]
    private let counts: QueueCounts
    package let takenAt: Instant
    /// The newest change of any case in it.
    package let change: Int64

    init(unordered: [QueueFacts], logins: [String], endedLately: Int, takenAt: Instant) {
        self.logins = logins
        self.takenAt = takenAt
        facts = QueueSnapshot.ordered(unordered, now: takenAt.microseconds)
        change = facts.reduce(0) { max($0, $1.change) }
        counts = QueueSnapshot.counts(facts, logins, endedLately: endedLately, now: takenAt.microseconds)
    }

    /// The cases of a filter; `login` is who asks for theirs, `since` the change after which a case is fresh.
    package func listing(_ filter: QueueFilter, for login: String, since: Int64? = nil) -> QueueListing {
        let now = takenAt.microseconds
        let asker = place(of: login)
        let owner = filter.owner.map { place(of: $0) ?? .max }
        var numbers: [CaseNumber] = []
        if filter == QueueFilter() { numbers.reserveCapacity(facts.count) }
        var fresh = 0
        for fact in facts {
            guard fact.isIn(filter.view, now: now, asker: asker), filter.state == nil || filter.state == fact.state,
                filter.severity == nil || filter.severity == fact.severity, owner == nil || owner == fact.owner
            else { continue }
            numbers.append(ComplaintKey.caseNumber(fact.number))
            if let since, fact.change > since { fresh += 1 }
        }
        var counts = counts
        counts.byView[.mine] = asker.map { asker in facts.count { $0.isIn(.mine, now: now, asker: asker) } } ?? 0
        return QueueListing(numbers: numbers, counts: counts, change: change, fresh: fresh)
    }

    private func place(of login: String) -> UInt16? { logins.firstIndex(of: login).map { UInt16(clamping: $0) } }

    /// Ranks are sorted as plain numbers with their place behind them; equals keep the table's order.
    private static func ordered(_ facts: [QueueFacts], now: Int64) -> [QueueFacts] {
        precondition(facts.count < 1 << placeBits, "more open cases than a place has bits for")
        var keys = facts.indices.map { facts[$0].rank(now: now) << UInt64(placeBits) | UInt64($0) }
        keys.sort()
        let places: UInt64 = (1 << UInt64(placeBits)) - 1
        return keys.map { facts[Int($0 & places)] }
    }

    private static let placeBits = 63 - QueueFacts.rankBits

    private static func counts(
        _ facts: [QueueFacts], _ logins: [String], endedLately: Int, now: Int64
    ) -> QueueCounts {
        var counts = QueueCounts()
        counts.open = facts.count
        counts.endedLately = endedLately
        let views = QueueFilter.View.allCases
        let states = CaseState.allCases
        var byView = [Int](repeating: 0, count: views.count)
        var byState = [Int](repeating: 0, count: states.count)
        var bySeverity = [Int](repeating: 0, count: Severity.allCases.count + 1)
        var byOwner = [Int](repeating: 0, count: logins.count)
        // One walk over all of them: a hundred thousand are counted while somebody waits.
        for fact in facts {
            for (place, view) in views.enumerated() where fact.isIn(view, now: now, asker: nil) { byView[place] += 1 }
            byState[fact.state.queueCode] += 1
            bySeverity[fact.severity.queueCode] += 1
            if Int(fact.owner) < byOwner.count { byOwner[Int(fact.owner)] += 1 }
        }
        for (view, count) in zip(views, byView) where view != .mine { counts.byView[view] = count }
        for (state, count) in zip(states, byState) where state.isOpen { counts.byState[state] = count }
        for severity in Severity.allCases { counts.bySeverity[severity] = bySeverity[severity.queueCode] }
        for (login, count) in zip(logins, byOwner) where count > 0 { counts.byOwner[login] = count }
        return counts
    }
}
