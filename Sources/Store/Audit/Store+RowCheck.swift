import Complaints
import WorkingTime

extension Store {
    /// Holds every event's row against the trail and every case's rows against its events.
    ///
    /// `eventsInTrail` is nil when the trail itself is broken and its count means nothing.
    func checkRows(into report: inout AuditReport, eventsInTrail: Int?, _ stopsAtFirst: Bool) throws(StoreError) {
        if let eventsInTrail {
            let events = try engine.read { session throws(StoreError) in
                Int(try session.integer("SELECT COUNT(*) FROM complaint_events") ?? 0)
            }
            if events < eventsInTrail { report.faults.append(.eventsMissing(count: eventsInTrail - events)) }
            if stopsAtFirst, !report.faults.isEmpty { return }
        }
        var after: Int64 = -1
        let book = book
        while report.faults.count < AuditReport.faultsMax {
            let numbers = try engine.read { session throws(StoreError) -> [Int64] in
                let numbers = try session.all(
                    "SELECT number FROM complaints WHERE number > $1 ORDER BY number LIMIT $2", after,
                    Self.casesPerRead
                ) { $0.integer(0) }
                for number in numbers {
                    let found = try session.checkCase(number, book)
                    report.events += found.events
                    report.cases += 1
                    report.faults += found.faults
                    if report.faults.count >= AuditReport.faultsMax || (stopsAtFirst && !report.faults.isEmpty) {
                        break
                    }
                }
                return numbers
            }
            guard let last = numbers.last, !(stopsAtFirst && !report.faults.isEmpty) else { break }
            after = last
        }
    }

    /// Cases checked in one read transaction.
    private static let casesPerRead = 500
}

extension Session {
    /// One case: its events against the trail, its rows against its events.
    fileprivate func checkCase(
        _ number: Int64, _ book: RulesBook?
    ) throws(StoreError) -> (events: Int, faults: [AuditVerdict]) {
        let name = ComplaintKey.caseNumber(number).description
        let rows = try statement(
            """
            SELECT e.sequence, e.event_id, e.type, e.occurred_at, e.recorded_at, e.actor, e.role, e.fields, a.detail
            FROM complaint_events e LEFT JOIN audit_trail a ON a.number = e.trail
            WHERE e.complaint = $1 ORDER BY e.sequence
            """)
        rows.bind(number, at: 1)
        defer { rows.reset() }
        var events: [Event] = []
        while try rows.step() {
            let changed = AuditVerdict.eventChanged(caseNumber: name, sequence: rows.int(0))
            guard rows.int(0) == events.count + 1 else {
                return (events.count, [.eventMissing(caseNumber: name, sequence: events.count + 1)])
            }
            guard let type = EventType(rawValue: rows.text(2)),
                let role = Role(rawValue: rows.text(6))
            else { return (events.count + 1, [changed]) }
            let fields = rows.text(7)
            var event = Event(
                sequence: rows.int(0), eventID: rows.text(1), type: type, occurredAt: rows.instant(3),
                recordedAt: rows.instant(4), actor: rows.text(5), role: role, fields: [:])
            guard event.digest(case: number, fields: fields) == rows.optionalText(8),
                let values = try? EventText.fields(fields)
            else { return (events.count + 1, [changed]) }
            event.fields = values
            events.append(event)
        }
        return (events.count, try checkFold(of: events, number, name, book))
    }

    /// The rows a case's events leave, folded anew.
    private func checkFold(
        of events: [Event], _ number: Int64, _ name: String, _ book: RulesBook?
    ) throws(StoreError) -> [AuditVerdict] {
        guard let book else { return [] }
        let policy = try policy(of: number) ?? ""
        guard let rules = book.rules(of: policy) else {
            // The row may only name a policy that one of the events named.
            let isNamed = events.contains { $0.fields["policy"] == .text(policy) }
            return [
                isNamed
                    ? .caseNotChecked(caseNumber: name, policy: policy)
                    : .rowChanged(caseNumber: name, table: "complaints")
            ]
        }
        guard var complaint = replay(events, rules) else { return [.eventChanged(caseNumber: name, sequence: 1)] }
        // The trail names who complained then; merged since, the rows name who that is now.
        if let customer = complaint.customer { complaint.customer = try current(customer) }
        var tables = try changedTables(complaint, number)
        if try isTimerChanged(complaint.nextTimer(rules), number) { tables.append("complaint_timers") }
        if try areEffectsChanged(events, number) { tables.append("complaint_effects") }
        return tables.map { .rowChanged(caseNumber: name, table: $0) }
    }
}
