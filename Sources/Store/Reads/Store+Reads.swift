package import Complaints
package import Customers
package import Dossier
import Synchronization
package import WorkingTime

extension Store {
    /// The customer whole; nil when there is none of that number.
    package func card(_ id: CustomerID, timelineLimit: Int = 50, now: Instant) throws(StoreError) -> CustomerCard? {
        let book = book
        return try engine.read { session throws(StoreError) in
            try session.card(id, timelineLimit: timelineLimit, now: now, book)
        }
    }

    package func customer(_ id: CustomerID) throws(StoreError) -> Customer? {
        try engine.read { session throws(StoreError) in try session.customer(id) }
    }

    /// The history from `cursor` on, or from the newest entry.
    package func timeline(_ id: CustomerID, from cursor: TimelineCursor? = nil, limit: Int) throws(StoreError)
        -> TimelinePage
    {
        let limit = max(1, limit)
        return try engine.read { session throws(StoreError) in
            let skip = cursor?.skip ?? 0
            let before = cursor.map { Instant(microseconds: $0.at.microseconds + 1) } ?? Instant(microseconds: .max)
            let customer = try session.current(id.number)
            let found = try session.timeline(of: customer, before: before, limit: skip + limit + 1)
            let entries = Array(found.dropFirst(skip).prefix(limit))
            guard found.count > skip + limit, let last = entries.last else {
                return TimelinePage(entries: entries, next: nil)
            }
            let shown = found.prefix(skip + limit).reversed().prefix { $0.at == last.at }.count
            return TimelinePage(entries: entries, next: TimelineCursor(at: last.at, skip: shown))
        }
    }

    package func complaint(_ number: CaseNumber) throws(StoreError) -> ComplaintFile? {
        let book = book
        return try engine.read { session throws(StoreError) in
            let key = ComplaintKey.number(number)
            guard let complaint = try session.complaint(key, book) else { return nil }
            return ComplaintFile(complaint: complaint, events: try session.recordedEvents(of: key))
        }
    }

    /// Earliest due first. From rows: without offers, tasks and escalations.
    package func complaints(_ filter: ComplaintFilter, limit: Int = 500) throws(StoreError) -> [Complaint] {
        try engine.read { session throws(StoreError) in
            var complaints: [Complaint] = []
            for number in try session.complaintNumbers(filter, limit: limit) {
                if let complaint = try session.complaintRow(number) { complaints.append(complaint) }
            }
            return complaints
        }
    }

    /// Promised call-backs not yet made, earliest first; of one agent, or of all.
    package func followUps(owner: String? = nil, dueBefore: Instant? = nil, limit: Int = 500) throws(StoreError)
        -> [FollowUp]
    {
        try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT due, text, owner, case_number, phone, team, tries, id FROM follow_ups
                WHERE done_at IS NULL AND due < $1 AND ($2 IS NULL OR owner = $2) ORDER BY due, id LIMIT $3
                """, dueBefore ?? Instant(microseconds: .max), owner, limit
            ) { $0.followUp() }
        }
    }

    package func agents() throws(StoreError) -> [Agent] {
        try engine.read { session throws(StoreError) in try session.agents() }
    }

    package func agent(login: String) throws(StoreError) -> Agent? {
        try agents().first { $0.login == login }
    }

    package func teams() throws(StoreError) -> [Team] {
        try engine.read { session throws(StoreError) in try session.teams() }
    }

    package func settings() throws(StoreError) -> CentreSettings {
        guard let settings = try engine.read({ session throws(StoreError) in try session.settings() }) else {
            throw .notAStore(path: path)
        }
        return settings
    }

    package func counts() throws(StoreError) -> StoreCounts {
        try engine.read { session throws(StoreError) in
            func count(_ table: String) throws(StoreError) -> Int {
                Int(try session.integer("SELECT COUNT(*) FROM \(table)") ?? 0)
            }
            return StoreCounts(
                customers: try count("customers"), purchases: try count("purchases"),
                unattributedPurchases: try count("unattributed_purchases"),
                interactions: try count("interactions"), complaints: try count("complaints"),
                openComplaints: try count("complaints WHERE is_open = 1"), agents: try count("agents"))
        }
    }

    /// A number that differs from the last one when any process has changed the store.
    package func changeCounter() throws(StoreError) -> Int64 {
        try engine.changeCounter()
    }
}
