import Complaints
import WorkingTime

extension CommandWork {
    /// Writes everything an accepted command brings.
    func keep(_ acceptance: Acceptance) throws(StoreError) {
        let number = ComplaintKey.number(acceptance.complaint.caseNumber)
        let before = try session.integer("SELECT customer FROM complaints WHERE number = $1", number)
        if acceptance.events.first?.type == .register {
            try session.takeCaseNumber(acceptance.complaint.caseNumber)
        }
        try session.save(acceptance.complaint, number)
        for event in acceptance.events { try append(event, to: number) }
        try session.saveClocks(of: acceptance.complaint, number)
        try session.saveQueueCase(
            acceptance.complaint, number, book.rules(of: acceptance.complaint.policy), events: acceptance.events)
        let sequence = acceptance.events.first?.sequence ?? 0
        for effect in acceptance.effects { try session.insert(effect, of: number, sequence: sequence) }
        for line in acceptance.elsewhere { try keepElsewhere(line) }
        if let before, before != acceptance.complaint.customer { try session.countOpenComplaints(of: before) }
        if let customer = acceptance.complaint.customer {
            let at = acceptance.events.first?.recordedAt ?? acceptance.complaint.receivedAt
            try session.touch(customer, first: acceptance.complaint.receivedAt, last: at, atDesk: true)
            try session.countOpenComplaints(of: customer)
        }
    }

    private func append(_ event: Event, to number: Int64) throws(StoreError) {
        let fields = EventText.text(event.fields)
        let trail = try session.appendTrail(
            chain, at: event.recordedAt, actor: event.actor, act: AuditAct.event,
            subject: ComplaintKey.caseNumber(number).description, detail: event.digest(case: number, fields: fields))
        try session.run(
            """
            INSERT INTO complaint_events (complaint, sequence, event_id, type, occurred_at, recorded_at, actor, role,
                fields, trail)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, number, event.sequence, event.eventID, event.type.rawValue, event.occurredAt, event.recordedAt,
            event.actor, event.role.rawValue, fields, trail.number)
    }

    /// A line for another case: appended, and that case folded anew.
    private func keepElsewhere(_ line: ElsewhereEvent) throws(StoreError) {
        let number = ComplaintKey.number(line.caseNumber)
        guard let complaint = try session.complaint(number, book), let rules = book.rules(of: complaint.policy) else {
            throw .unknownCase(line.caseNumber)
        }
        try append(line.event, to: number)
        var folded: Complaint? = complaint
        evolve(&folded, line.event, rules)
        guard let folded else { throw .unknownCase(line.caseNumber) }
        try session.save(folded, number)
        try session.saveClocks(of: folded, number)
        try session.saveQueueCase(folded, number, rules, events: [line.event])
        if let customer = folded.customer { try session.countOpenComplaints(of: customer) }
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

/// Acts whose trail lines are read again.
enum AuditAct {
    static let event = "event"
}
