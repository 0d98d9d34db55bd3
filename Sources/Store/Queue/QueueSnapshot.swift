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

    private static func ordered(_ facts: [QueueFacts], now: Int64) -> [QueueFacts] {
        let ranks = facts.indices.map { (rank: facts[$0].rank(now: now), index: Int32($0)) }
        let order = ranks.sorted { $0.rank != $1.rank ? $0.rank < $1.rank : $0.index < $1.index }
        return order.map { facts[Int($0.index)] }
    }

    private static func counts(
        _ facts: [QueueFacts], _ logins: [String], endedLately: Int, now: Int64
    ) -> QueueCounts {
        var counts = QueueCounts()
        counts.open = facts.count
        counts.endedLately = endedLately
        for view in QueueFilter.View.allCases where view != .mine {
            counts.byView[view] = facts.count { $0.isIn(view, now: now, asker: nil) }
        }
        for state in CaseState.allCases where state.isOpen {
            counts.byState[state] = facts.count { $0.state == state }
        }
        for severity in Severity.allCases {
            counts.bySeverity[severity] = facts.count { $0.severity == severity }
        }
        var byOwner = [Int](repeating: 0, count: logins.count)
        for fact in facts where Int(fact.owner) < byOwner.count { byOwner[Int(fact.owner)] += 1 }
        for (login, count) in zip(logins, byOwner) where count > 0 { counts.byOwner[login] = count }
        return counts
    }
}
