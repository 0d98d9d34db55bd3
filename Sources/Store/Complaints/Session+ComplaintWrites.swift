import Complaints
import WorkingTime

extension Counter {
    static func caseCounter(year: Int) -> String { "case.\(year)" }
}

extension Session {
    func policy(of complaint: Int64) throws(StoreError) -> String? {
        try first("SELECT policy FROM complaints WHERE number = $1", complaint) { $0.text(0) }
    }

    func takeCaseNumber(_ caseNumber: CaseNumber) throws(StoreError) {
        try run(
            """
            INSERT INTO counters (name, next) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET next = $2
            """, Counter.caseCounter(year: caseNumber.year), caseNumber.sequence + 1)
    }

    /// The case's row, as its events leave it. What fires of itself mostly moves nothing that lists are ordered by: then
    /// their indexes are left alone.
    func save(_ complaint: Complaint, since before: Complaint?, _ number: Int64) throws(StoreError) {
        if let before, before.hasSamePlace(as: complaint) {
            try run(
                """
                UPDATE complaints SET state = $1, severity = $2, category = $3, product = $4, level = $5, handler = $6,
                    version = $7
                WHERE number = $8
                """, complaint.state.rawValue, complaint.severity.rawValue, complaint.category, complaint.product,
                complaint.level, complaint.handler, complaint.version, number)
            return
        }
        try run(
            """
            INSERT INTO complaints (number, customer, state, is_open, severity, category, product, summary, channel,
                level, owner, handler, version, policy, received_at, next_due)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (number) DO UPDATE SET customer = $2, state = $3, is_open = $4, severity = $5, category = $6,
                product = $7, summary = $8, channel = $9, level = $10, owner = $11, handler = $12, version = $13,
                policy = $14, received_at = $15, next_due = $16
            """, number, complaint.customer, complaint.state.rawValue, complaint.state.isOpen,
            complaint.severity.rawValue, complaint.category, complaint.product, complaint.summary, complaint.channel,
            complaint.level, complaint.owner, complaint.handler, complaint.version, complaint.policy,
            complaint.receivedAt, complaint.nextDue)
    }

    /// Clocks of all generations that are not as they were.
    func saveClocks(of complaint: Complaint, since before: Complaint?, _ number: Int64) throws(StoreError) {
        let old = before.map(ClockRow.rows) ?? []
        let new = ClockRow.rows(complaint)
        for row in new where !old.contains(row) { try insert(row.clock, of: number, isCurrent: row.isCurrent) }
        for row in old where !new.contains(where: { $0.hasKey(of: row) }) {
            try run(
                "DELETE FROM complaint_clocks WHERE complaint = $1 AND name = $2 AND generation = $3 AND subject = $4",
                number, row.clock.name, row.clock.generation, row.clock.subject ?? 0)
        }
    }

    /// The one timer of a case that comes first; none when nothing will happen by itself.
    func save(_ timer: CaseTimer?, of number: Int64) throws(StoreError) {
        guard let timer else {
            try run("DELETE FROM complaint_timers WHERE complaint = $1", number)
            return
        }
        try run(
            """
            INSERT INTO complaint_timers (complaint, fire_at, due, clock, generation, stage)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (complaint) DO UPDATE SET fire_at = $2, due = $3, clock = $4, generation = $5, stage = $6
            """, number, timer.fireAt, timer.due, timer.clock.name, timer.clock.generation, timer.stage.text)
    }

    private func insert(_ clock: ComplaintClock, of number: Int64, isCurrent: Bool) throws(StoreError) {
        try run(
            """
            INSERT INTO complaint_clocks (complaint, name, generation, subject, start, budget, due, state,
                is_provisional, met_at, is_current)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (complaint, name, generation, subject) DO UPDATE SET start = $5, budget = $6, due = $7,
                state = $8, is_provisional = $9, met_at = $10, is_current = $11
            """, number, clock.name, clock.generation, clock.subject ?? 0, clock.start, clock.budget, clock.due,
            clock.state.rawValue, clock.isProvisional, clock.metAt, isCurrent)
    }

    func insert(_ effect: CaseEffect, id: Int64, of number: Int64, sequence: Int) throws(StoreError) {
        try run(
            """
            INSERT INTO complaint_effects (id, complaint, sequence, kind, at, clock, generation, stage, target, due,
                late_minutes, before, after, topic, deliver_from)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """, id, number, sequence, effect.kind.rawValue, effect.at, effect.clock, effect.generation,
            effect.stage?.text, effect.target, effect.due, effect.lateMinutes, effect.from, effect.to,
            effect.topic?.rawValue, effect.deliverFrom)
    }

    /// What an event brought about, in the order it was told.
    func effects(of number: Int64, sequence: Int) throws(StoreError) -> [CaseEffect] {
        try all(
            """
            SELECT at, kind, clock, generation, stage, due, target, late_minutes, before, after, topic, deliver_from
            FROM complaint_effects WHERE complaint = $1 AND sequence = $2 ORDER BY id
            """, number, sequence
        ) { row throws(StoreError) in
            CaseEffect(
                at: row.instant(0), kind: try row.value(1), clock: row.optionalText(2), generation: row.optionalInt(3),
                stage: row.optionalText(4).flatMap(Stage.init(text:)), due: row.optionalInstant(5),
                target: row.optionalText(6), lateMinutes: row.optionalInteger(7), from: row.optionalText(8),
                to: row.optionalText(9), topic: try row.optionalValue(10), deliverFrom: row.optionalInstant(11))
        }
    }

    func countOpenComplaints(of customer: Int64) throws(StoreError) {
        try run(
            """
            UPDATE customer_activity SET open_complaints =
                (SELECT COUNT(*) FROM complaints WHERE customer = $1 AND is_open = 1)
            WHERE customer = $1
            """, customer)
    }
}

extension Complaint {
    /// True when no list has it at another place: the columns beside these are the same.
    fileprivate func hasSamePlace(as other: Complaint) -> Bool {
        customer == other.customer && state.isOpen == other.state.isOpen && owner == other.owner
            && nextDue == other.nextDue && policy == other.policy && receivedAt == other.receivedAt
            && summary == other.summary && channel == other.channel
    }
}

/// A clock as its row has it.
private struct ClockRow: Equatable {
    var clock: ComplaintClock
    var isCurrent: Bool

    /// Former generations first; a current one of the same key stands over them.
    static func rows(_ complaint: Complaint) -> [ClockRow] {
        let current = complaint.clocks.map { ClockRow(clock: $0, isCurrent: true) }
        let former = complaint.formerClocks.map { ClockRow(clock: $0, isCurrent: false) }
        return former.filter { row in !current.contains { $0.hasKey(of: row) } } + current
    }

    func hasKey(of other: ClockRow) -> Bool {
        clock.generation == other.clock.generation && clock.name == other.clock.name
            && (clock.subject ?? 0) == (other.clock.subject ?? 0)
    }
}
