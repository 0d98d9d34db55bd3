import Complaints
import Dossier
import WorkingTime

extension Session {
    /// A case's trail, oldest first.
    func events(of complaint: Int64) throws(StoreError) -> [Event] {
        try all(
            """
            SELECT sequence, event_id, type, occurred_at, recorded_at, actor, role, fields FROM complaint_events
            WHERE complaint = $1 ORDER BY sequence
            """, complaint
        ) { row throws(StoreError) in
            Event(
                sequence: row.int(0), eventID: row.text(1), type: try row.value(2), occurredAt: row.instant(3),
                recordedAt: row.instant(4), actor: row.text(5), role: try row.value(6), fields: try row.fields(7))
        }
    }

    func recordedEvents(of complaint: Int64) throws(StoreError) -> [RecordedEvent] {
        try all(
            """
            SELECT e.sequence, e.event_id, e.type, e.occurred_at, e.recorded_at, e.actor, e.role, e.fields, a.hash
            FROM complaint_events e JOIN audit_trail a ON a.number = e.trail
            WHERE e.complaint = $1 ORDER BY e.sequence
            """, complaint
        ) { row throws(StoreError) in
            RecordedEvent(
                event: Event(
                    sequence: row.int(0), eventID: row.text(1), type: try row.value(2), occurredAt: row.instant(3),
                    recordedAt: row.instant(4), actor: row.text(5), role: try row.value(6),
                    fields: try EventText.fields(row.text(7))),
                hash: hexadecimal(row.bytes(8)))
        }
    }

    /// The case as its events leave it; as its row leaves it when its policy is not at hand. Nil for no such case.
    func complaint(_ number: Int64, _ book: RulesBook?) throws(StoreError) -> Complaint? {
        guard let policy = try policy(of: number) else { return nil }
        guard let rules = book?.rules(of: policy) else { return try complaintRow(number) }
        return try folded(number, rules)
    }

    /// The case as its events leave it. They name who complained then; merged since, the customer is who that is now.
    func folded(_ number: Int64, _ rules: Rules) throws(StoreError) -> Complaint? {
        var complaint = replay(try events(of: number), rules)
        if let customer = complaint?.customer { complaint?.customer = try current(customer) }
        return complaint
    }

    /// The case by its row and clocks alone: what lists show, without offers, tasks and escalations.
    func complaintRow(_ number: Int64) throws(StoreError) -> Complaint? {
        try first(
            """
            SELECT number, customer, channel, summary, owner, policy, received_at, state, severity, category, product,
                level, handler, version
            FROM complaints WHERE number = $1
            """, number
        ) { row throws(StoreError) in
            var complaint = Complaint(
                caseNumber: ComplaintKey.caseNumber(row.integer(0)), customer: row.optionalInteger(1),
                channel: row.text(2), summary: row.text(3), owner: row.text(4), policy: row.text(5),
                receivedAt: row.instant(6))
            complaint.state = try row.value(7)
            complaint.severity = try row.value(8)
            complaint.category = row.optionalText(9)
            complaint.product = row.optionalText(10)
            complaint.level = row.int(11)
            complaint.handler = row.text(12)
            complaint.version = row.int(13)
            complaint.clocks = try clocks(of: number)
            return complaint
        }
    }

    private func clocks(of complaint: Int64) throws(StoreError) -> [ComplaintClock] {
        try all(
            """
            SELECT name, generation, start, budget, due, state, is_provisional, met_at FROM complaint_clocks
            WHERE complaint = $1 AND is_current = 1 ORDER BY start, name
            """, complaint
        ) { row throws(StoreError) in
            ComplaintClock(
                name: row.text(0), generation: row.int(1), start: row.instant(2), budget: row.text(3),
                due: row.optionalInstant(4), state: try row.value(5), isProvisional: row.bool(6),
                metAt: row.optionalInstant(7))
        }
    }

    /// Case numbers of a list, earliest due first, those without a due time last.
    func complaintNumbers(_ filter: ComplaintFilter, limit: Int) throws(StoreError) -> [Int64] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        func add(_ condition: String, _ value: any SQLBindable) {
            values.append(value)
            conditions.append(condition + "$\(values.count)")
        }
        if let owner = filter.owner { add("owner = ", owner) }
        if let customer = filter.customer { add("customer = ", customer) }
        if let due = filter.dueBefore { add("next_due < ", due) }
        if let states = filter.states {
            if states == ComplaintFilter.open.states {
                conditions.append("is_open = 1")
            } else {
                let list = states.sorted { $0.rawValue < $1.rawValue }.map { state in
                    values.append(state.rawValue)
                    return "$\(values.count)"
                }
                conditions.append("state IN (\(list.joined(separator: ", ")))")
            }
        }
        values.append(limit)
        let statement = try statement(
            "SELECT number FROM complaints WHERE " + (conditions + ["number > 0"]).joined(separator: " AND ")
                + " ORDER BY next_due NULLS LAST, number LIMIT $\(values.count)")
        statement.bindAll(values)
        defer { statement.reset() }
        var numbers: [Int64] = []
        while try statement.step() { numbers.append(statement.integer(0)) }
        return numbers
    }
}
