import Complaints
import Synchronization
import WorkingTime

/// Holds every event's row against the trail and every case's rows against its events; several threads work at it, each
/// taking the next few hundred cases.
///
/// A case is folded by the policy and the calendars it is pinned to.
final class RowCheck: Sendable {
    private struct State {
        var after: Int64 = -1
        var isDone = false
        var cases = 0
        var events = 0
        var faults: [(number: Int64, verdict: AuditVerdict)] = []
        var error: StoreError?
    }

    private let engine: any Engine
    private let book: RulesBook?
    private let stopsAtFirst: Bool
    private let state = Mutex(State())

    init(_ store: Store, stopsAtFirst: Bool) {
        engine = store.engine
        book = store.book
        self.stopsAtFirst = stopsAtFirst
    }

    /// Checks until no case is left, enough faults are known, or somebody stops it.
    func work() {
        while true {
            let numbers = next()
            guard !numbers.isEmpty else { return }
            check(numbers)
        }
    }

    func stop() {
        state.withLock { $0.isDone = true }
    }

    /// What all threads found, in the order of the cases.
    func add(to report: inout AuditReport) throws(StoreError) {
        let (cases, events, faults, error) = state.withLock { state in
            let sorted = state.faults.sorted { $0.number < $1.number }.map(\.verdict)
            return (state.cases, state.events, sorted, state.error)
        }
        if let error { throw error }
        report.cases = cases
        report.events = events
        report.faults += faults.prefix(AuditReport.faultsMax)
    }

    private func next() -> [Int64] {
        state.withLock { state in
            guard !state.isDone, state.error == nil else { return [] }
            let after = state.after
            let read = Result { () throws(StoreError) in
                try engine.read { session throws(StoreError) in
                    try session.all(
                        "SELECT number FROM complaints WHERE number > $1 ORDER BY number LIMIT $2", after,
                        Self.casesPerRead
                    ) { $0.integer(0) }
                }
            }
            switch read {
            case .success(let numbers):
                state.after = numbers.last ?? after
                return numbers
            case .failure(let error):
                state.error = error
                return []
            }
        }
    }

    private func check(_ numbers: [Int64]) {
        var events = 0
        var faults: [(number: Int64, verdict: AuditVerdict)] = []
        let read = Result { () throws(StoreError) in
            try engine.read { session throws(StoreError) -> Void in
                for number in numbers {
                    let found = try session.checkCase(number, book)
                    events += found.events
                    faults += found.faults.map { (number: number, verdict: $0) }
                }
            }
        }
        state.withLock { [events, faults] state in
            state.cases += numbers.count
            state.events += events
            state.faults += faults
            if case .failure(let error) = read { state.error = error }
            let isEnough = state.faults.count >= AuditReport.faultsMax || (stopsAtFirst && !state.faults.isEmpty)
            if isEnough { state.isDone = true }
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
        guard rules.missing(of: complaint).isEmpty else { return [.caseNotChecked(caseNumber: name, policy: policy)] }
        // The trail names who complained then; merged since, the rows name who that is now.
        if let customer = complaint.customer { complaint.customer = try current(customer) }
        var tables = try changedTables(complaint, number)
        if try isTimerChanged(complaint.nextTimer(rules), number) { tables.append("complaint_timers") }
        if try areEffectsChanged(events, number) { tables.append("complaint_effects") }
        return tables.map { .rowChanged(caseNumber: name, table: $0) }
    }
}
