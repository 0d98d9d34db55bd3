import Complaints
import Dispatch
import Dossier
import Synchronization
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
        let start = TrailCheck(key: try earliestKey(seed), checkpoints: checkpoints)
        let rows = RowCheck(self, stopsAtFirst: stopsAtFirst)
        let walked = Mutex<Result<Walk, StoreError>>(.success(Walk(check: start)))
        // The chain can only be followed line by line; the cases are checked beside it, and then by both.
        DispatchQueue.concurrentPerform(iterations: Self.auditThreads) { part in
            if part == 0 {
                let result = Result { () throws(StoreError) in try followed(from: start) }
                if stopsAtFirst, case .success(let walk) = result, walk.fault != nil { rows.stop() }
                walked.withLock { $0 = result }
            }
            rows.work()
        }
        let walk = try walked.withLock { $0 }.get()
        var report = AuditReport()
        report.lines = Int(walk.check.number)
        report.head = hexadecimal(walk.check.hash)
        report.firstKeyedLine = walk.check.firstKeyedLine
        if let fault = walk.fault ?? walk.check.cutTail {
            report.faults.append(fault)
        } else if let missing = try eventsMissing(of: walk.check.events) {
            report.faults.append(missing)
        }
        try rows.add(to: &report)
        return report
    }

    /// The trail knows more events than there are.
    private func eventsMissing(of known: Int) throws(StoreError) -> AuditVerdict? {
        let events = try engine.read { session throws(StoreError) in
            Int(try session.integer("SELECT COUNT(*) FROM complaint_events") ?? 0)
        }
        return events < known ? .eventsMissing(count: known - events) : nil
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

    /// A walk through the lines: how far it came, and the first fault.
    private struct Walk: Sendable {
        var check: TrailCheck
        var fault: AuditVerdict?
    }

    private func followed(from start: TrailCheck) throws(StoreError) -> Walk {
        var check = start
        while true {
            let before = check.number
            let fault = try engine.read { session throws(StoreError) -> AuditVerdict? in
                let lines = try session.statement(
                    "SELECT \(TrailCheck.columns) FROM audit_trail WHERE number > $1 ORDER BY number LIMIT $2")
                lines.bind(before, at: 1)
                lines.bind(Int64(Self.auditLinesPerRead), at: 2)
                defer { lines.reset() }
                while try lines.step() { if let fault = check.take(lines) { return fault } }
                return nil
            }
            if fault != nil || check.number == before { return Walk(check: check, fault: fault) }
        }
    }

    private static let auditThreads = 2
    /// Lines checked in one read transaction.
    static let auditLinesPerRead = 20_000
}
