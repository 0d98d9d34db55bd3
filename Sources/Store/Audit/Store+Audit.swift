import Complaints
import Dossier
import WorkingTime

extension Store {
    /// Checks the whole trail with the key beside the store, and every complaint event against it: the first fault.
    package func verifyAudit() throws(StoreError) -> AuditVerdict {
        let report = try auditReport(stopsAtFirst: true)
        return report.faults.first ?? .intact(lines: report.lines, head: report.head)
    }

    /// Checks the trail, the events against it, and the rows that were folded from the events.
    ///
    /// `seed` reaches back to the first line; without it the lines before the key in the file are checked by their
    /// links alone. A seed that does not lead to the store's key is a bad value. The trail and the rows are read in
    /// pieces, so that a long check holds nobody up.
    package func auditReport(
        seed: String? = nil, checkpoints: [AuditCheckpoint] = [], stopsAtFirst: Bool = false
    ) throws(StoreError) -> AuditReport {
        var report = AuditReport()
        var check = TrailCheck(key: try earliestKey(seed), checkpoints: checkpoints)
        if let fault = try walk(&check) { report.faults.append(fault) }
        report.lines = Int(check.number)
        report.head = hexadecimal(check.hash)
        report.firstKeyedLine = check.firstKeyedLine
        if report.faults.isEmpty, let cut = check.cutTail { report.faults.append(cut) }
        if stopsAtFirst, !report.faults.isEmpty { return report }
        try checkRows(into: &report, eventsInTrail: report.faults.isEmpty ? check.events : nil, stopsAtFirst)
        return report
    }

    /// The number and hash of the last line, to be kept where nobody here can reach it.
    package func auditHead() throws(StoreError) -> AuditCheckpoint {
        let last = try engine.read { session throws(StoreError) in
            try session.first("SELECT number, hash FROM audit_trail ORDER BY number DESC LIMIT 1") {
                AuditCheckpoint(lines: $0.int(0), head: hexadecimal($0.bytes(1)))
            }
        }
        return last ?? AuditCheckpoint(lines: 0, head: hexadecimal(AuditChain.origin))
    }

    private func earliestKey(_ seed: String?) throws(StoreError) -> AuditKey {
        let present = chain.key
        guard let seed else { return present }
        guard let first = AuditKey(text: seed), first.day <= present.day, first.evolved(to: present.day) == present
        else { throw .badValue(field: "seed", value: "…") }
        return first
    }

    /// Through all lines; the first fault.
    private func walk(_ check: inout TrailCheck) throws(StoreError) -> AuditVerdict? {
        while true {
            let start = check.number
            let fault = try engine.read { session throws(StoreError) -> AuditVerdict? in
                let lines = try session.statement(
                    "SELECT \(TrailCheck.columns) FROM audit_trail WHERE number > $1 ORDER BY number LIMIT $2")
                lines.bind(start, at: 1)
                lines.bind(Int64(Self.auditLinesPerRead), at: 2)
                defer { lines.reset() }
                while try lines.step() { if let fault = check.take(lines) { return fault } }
                return nil
            }
            if fault != nil || check.number == start { return fault }
        }
    }

    /// Lines checked in one read transaction.
    static let auditLinesPerRead = 20_000
}
