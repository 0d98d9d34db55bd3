package import Complaints
package import Customers
package import WorkingTime

/// A call-back somebody owes: promised to a customer, or due because a complaint was resolved.
package struct DueFollowUp: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case promised
        case resolved
    }

    package var kind: Kind
    package var due: Instant
    package var customer: CustomerID?
    package var caseNumber: CaseNumber?
    package var owner: String
    package var text: String
}

extension Store {
    /// Call-backs not yet made and due before `dueBefore`, earliest first; of one person, or of all.
    package func dueFollowUps(
        owner: String? = nil, dueBefore: Instant? = nil, limit: Int
    ) throws(StoreError) -> [DueFollowUp] {
        let before = dueBefore ?? Instant(microseconds: .max)
        return try engine.read { session throws(StoreError) in
            let promised = try session.all(
                """
                SELECT due, customer, case_number, owner, text FROM follow_ups
                WHERE done_at IS NULL AND due < $1 AND ($2 IS NULL OR owner = $2) ORDER BY due, id LIMIT $3
                """, before, owner, limit
            ) { Self.followUp(.promised, $0) }
            let resolved = try session.all(
                """
                SELECT k.due, c.customer, c.number, c.owner, c.summary
                FROM complaints c JOIN complaint_clocks k ON k.complaint = c.number
                WHERE c.is_open = 1 AND c.state = 'RESOLVED' AND k.name = 'FOLLOW_UP' AND k.is_current = 1
                    AND k.met_at IS NULL AND k.state IN ('running', 'breached') AND k.due < $1
                    AND ($2 IS NULL OR c.owner = $2)
                ORDER BY k.due, c.number LIMIT $3
                """, before, owner, limit
            ) { Self.followUp(.resolved, $0) }
            return Array((promised + resolved).sorted { $0.due < $1.due }.prefix(limit))
        }
    }

    private static func followUp(_ kind: DueFollowUp.Kind, _ row: any Statement) -> DueFollowUp {
        DueFollowUp(
            kind: kind, due: row.instant(0), customer: row.optionalInteger(1).map { CustomerID($0) },
            caseNumber: row.optionalInteger(2).map { ComplaintKey.caseNumber($0) }, owner: row.text(3),
            text: row.text(4))
    }
}
