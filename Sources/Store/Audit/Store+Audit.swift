import Complaints
import Dossier
import WorkingTime

/// What a check of the audit trail found.
package enum AuditVerdict: Sendable, Hashable {
    /// Every line follows from the one before and every event is as it was; the last line's hash.
    case intact(lines: Int, head: String)
    /// The first line that is not as it was written.
    case lineChanged(number: Int)
    /// The first number that is not there although later ones are.
    case lineMissing(number: Int)
    /// An event whose row says something else than the trail vouches for, or that the trail does not know.
    case eventChanged(caseNumber: String, sequence: Int)
    /// The trail knows more events than there are.
    case eventsMissing(count: Int)
}

extension Store {
    /// Checks the whole trail with the key beside the store, and every complaint event against it.
    package func verifyAudit() throws(StoreError) -> AuditVerdict {
        var previous = AuditChain.origin
        var number: Int64 = 0
        var events = 0
        while true {
            let step = try engine.read { session throws(StoreError) in
                try session.verifyTrail(chain, after: number, previous)
            }
            if let fault = step.fault { return fault }
            events += step.events
            if step.number == number { break }
            (number, previous) = (step.number, step.hash)
        }
        let fault = try engine.read { session throws(StoreError) in try session.verifyEvents(count: events) }
        return fault ?? .intact(lines: Int(number), head: hexadecimal(previous))
    }

    /// Lines checked in one read transaction.
    static let auditLinesPerRead = 20_000
}

/// How far a check of the trail has come.
private struct TrailStep {
    var number: Int64
    var hash: [UInt8]
    var events = 0
    var fault: AuditVerdict?
}

extension Session {
    fileprivate func verifyTrail(
        _ chain: AuditChain, after start: Int64, _ hash: [UInt8]
    ) throws(StoreError) -> TrailStep {
        var step = TrailStep(number: start, hash: hash)
        let lines = try statement(
            """
            SELECT number, at, actor, act, subject, detail, hash FROM audit_trail WHERE number > $1 ORDER BY number
            LIMIT $2
            """)
        lines.bind(start, at: 1)
        lines.bind(Int64(Store.auditLinesPerRead), at: 2)
        defer { lines.reset() }
        while try lines.step() {
            let line = AuditLine(
                number: lines.integer(0), at: lines.integer(1), actor: lines.text(2), act: lines.text(3),
                subject: lines.text(4), detail: lines.text(5))
            guard line.number == step.number + 1 else {
                step.fault = .lineMissing(number: Int(step.number + 1))
                return step
            }
            let expected = chain.hash(line, after: step.hash)
            guard expected == lines.bytes(6) else {
                step.fault = .lineChanged(number: Int(line.number))
                return step
            }
            (step.number, step.hash) = (line.number, expected)
            if line.act == AuditAct.event { step.events += 1 }
        }
        return step
    }

    fileprivate func verifyEvents(count: Int) throws(StoreError) -> AuditVerdict? {
        let rows = try statement(
            """
            SELECT e.complaint, e.sequence, e.event_id, e.type, e.occurred_at, e.recorded_at, e.actor, e.role,
                e.fields, a.detail
            FROM complaint_events e LEFT JOIN audit_trail a ON a.number = e.trail ORDER BY e.complaint, e.sequence
            """)
        defer { rows.reset() }
        var found = 0
        while try rows.step() {
            found += 1
            let number = rows.integer(0)
            let changed = AuditVerdict.eventChanged(
                caseNumber: ComplaintKey.caseNumber(number).description, sequence: rows.int(1))
            guard let type = EventType(rawValue: rows.text(3)), let role = Role(rawValue: rows.text(7)) else {
                return changed
            }
            let event = Event(
                sequence: rows.int(1), eventID: rows.text(2), type: type, occurredAt: rows.instant(4),
                recordedAt: rows.instant(5), actor: rows.text(6), role: role, fields: [:])
            guard event.digest(case: number, fields: rows.text(8)) == rows.optionalText(9) else { return changed }
        }
        return found < count ? .eventsMissing(count: count - found) : nil
    }
}
