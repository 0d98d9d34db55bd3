import Complaints
import WorkingTime

extension CommandWork {
    /// Writes everything an accepted command, or a fired timer, brings; `before` is the case as it was.
    mutating func keep(_ acceptance: Acceptance, before: Complaint?) throws(StoreError) {
        let policy = acceptance.complaint.policy
        guard let rules = book.rules(of: policy) else { throw .rulesMissing(policy: policy) }
        try keep(PreparedCase(acceptance, before: before, rules))
    }

    mutating func keep(_ prepared: PreparedCase) throws(StoreError) {
        let (acceptance, number) = (prepared.acceptance, prepared.number)
        if acceptance.events.first?.type == .register {
            try session.takeCaseNumber(acceptance.complaint.caseNumber)
        }
        try session.save(acceptance.complaint, since: prepared.before, number)
        for line in prepared.lines { try append(line, to: number) }
        try saveFold(
            acceptance.complaint, since: prepared.before, number, events: acceptance.events, timer: prepared.timer)
        try keepEffects(of: acceptance, number, sequence: acceptance.events.first?.sequence ?? 0)
        for line in acceptance.elsewhere { try keepElsewhere(line) }
        try keepActivity(of: acceptance, before: prepared.before)
        if !isImporting { try keepLikeness(acceptance.complaint, before: prepared.before, number) }
    }

    /// The customer's page: when they were last in contact, and how many cases are open.
    private func keepActivity(of acceptance: Acceptance, before: Complaint?) throws(StoreError) {
        let after = acceptance.complaint
        if let old = before?.customer, old != after.customer { try session.countOpenComplaints(of: old) }
        guard let customer = after.customer else { return }
        if let event = acceptance.events.first, event.role != .timer {
            try session.touch(
                customer, first: after.receivedAt, last: isImporting ? event.occurredAt : event.recordedAt,
                atDesk: !isImporting)
        }
        if before?.customer != customer || before?.state.isOpen != after.state.isOpen {
            try session.countOpenComplaints(of: customer)
        }
    }

    /// The rows folded from a case: its own, its clocks, its next timer, its place in the queue.
    private func saveFold(
        _ complaint: Complaint, since before: Complaint?, _ number: Int64, events: [Event], timer: CaseTimer?
    ) throws(StoreError) {
        try session.saveClocks(of: complaint, since: before, number)
        if complaint.tasks != before?.tasks { try session.saveTasks(of: complaint, number) }
        try session.save(timer, of: number)
        try session.saveQueueCase(complaint, number, book.rules(of: complaint.policy), events: events)
    }

    private func append(_ line: PreparedCase.Line, to number: Int64) throws(StoreError) {
        let event = line.event
        let trail = try session.appendTrail(
            chain, at: event.recordedAt, actor: event.actor, act: AuditAct.event,
            subject: ComplaintKey.caseNumber(number).description, detail: line.digest)
        try session.run(
            """
            INSERT INTO complaint_events (complaint, sequence, event_id, type, occurred_at, recorded_at, actor, role,
                fields, trail)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, number, event.sequence, event.eventID, event.type.rawValue, event.occurredAt, event.recordedAt,
            event.actor, event.role.rawValue, line.fields, trail.number)
    }

    /// A line for another case, with everything it brings there.
    private mutating func keepElsewhere(_ line: ElsewhereEvent) throws(StoreError) {
        let number = ComplaintKey.number(line.caseNumber)
        guard let complaint = try session.complaint(number, book), let rules = book.rules(of: complaint.policy) else {
            throw .unknownCase(line.caseNumber)
        }
        try keep(carry(line, onto: complaint, rules), before: complaint)
    }
}

extension Event {
    /// SHA-256 over everything an event says, so that the trail's line vouches for the event's row.
    func digest(case number: Int64, fields: String) -> String {
        var bytes: [UInt8] = []
        for text in [
            String(number), String(sequence), eventID, type.rawValue, String(occurredAt.microseconds),
            String(recordedAt.microseconds), actor, role.rawValue, fields,
        ] {
            withUnsafeBytes(of: Int64(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: text.utf8)
        }
        return sha256Hexadecimal(bytes)
    }
}
