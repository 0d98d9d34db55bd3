import Complaints
import WorkingTime

extension BulkBatch {
    /// Lets a case in, or brings one that was let in before up to date.
    mutating func write(
        _ content: ImportedCase, _ row: BulkRow, _ session: any Session
    ) throws(StoreError) -> RowFate {
        guard let desk = complaintDesk else { throw .rulesMissing(policy: nil) }
        let fingerprint = content.importFingerprint(customer: row.customerReference)
        let known = try session.first(
            "SELECT complaint, fingerprint FROM complaint_references WHERE source = $1 AND reference = $2", source,
            row.reference
        ) { (complaint: $0.integer(0), fingerprint: $0.integer(1)) }
        if let known, known.fingerprint == fingerprint { return .unchanged }
        if row.isOwnCase, try isKnownCase(row.reference, session) { return .unchanged }
        var work = desk.work(session)
        work.isImporting = true
        var imported = content
        imported.eventIDPrefix = "import/" + sha256Hexadecimal(Array("\(source)\n\(row.reference)".utf8))
        if row.customerReference != nil || row.origin?.customer != nil {
            imported.customer = try owner(of: row, session)
        }
        if let known {
            let fate = try renew(known.complaint, imported, &work)
            try note(row.reference, known.complaint, fingerprint, session)
            return fate
        }
        let number = try enter(imported, &work)
        try note(row.reference, number, fingerprint, session)
        return .inserted
    }

    private mutating func enter(_ content: ImportedCase, _ work: inout CommandWork) throws(StoreError) -> Int64 {
        var imported = content
        let staff = try work.staff(at: run.startedAt)
        if !staff.isActive(imported.owner) { imported.owner = run.by }
        var context = try work.context(imported.question, nil)
        // A case is numbered by the year it was received in.
        let year = Int(work.zone.localDateTime(at: imported.receivedAt).date.year)
        context.newCaseNumber = try work.session.freeCaseNumber(year: year)
        switch Complaints.enter(imported, context) {
        case .accepted(let acceptance):
            try work.keep(acceptance, before: nil)
            return ComplaintKey.number(acceptance.complaint.caseNumber)
        case .refused(let refusal):
            throw .badValue(field: refusal.field ?? "complaint", value: refusal.code.rawValue)
        case .replay: throw .alreadyTaken(field: "event_id", value: imported.eventIDPrefix)
        }
    }

    /// What the source says anew: that the case has ended, or else a note of what it says now.
    private func renew(
        _ number: Int64, _ imported: ImportedCase, _ work: inout CommandWork
    ) throws(StoreError) -> RowFate {
        guard let complaint = try work.session.complaint(number, work.book) else {
            throw .unknownCase(ComplaintKey.caseNumber(number))
        }
        let context = try work.context(imported.question, complaint)
        guard let acceptance = conclude(complaint, imported, context) else { return .unchanged }
        guard !acceptance.events.contains(where: { complaint.knownEvents[$0.eventID] != nil }) else {
            return .unchanged
        }
        try work.keep(acceptance, before: complaint)
        return .updated
    }

    private func isKnownCase(_ reference: String, _ session: any Session) throws(StoreError) -> Bool {
        guard let caseNumber = CaseNumber(text: reference) else { return false }
        return try session.policy(of: ComplaintKey.number(caseNumber)) != nil
    }

    private func note(
        _ reference: String, _ complaint: Int64, _ fingerprint: Int64, _ session: any Session
    ) throws(StoreError) {
        try session.run(
            """
            INSERT INTO complaint_references (source, reference, complaint, fingerprint) VALUES ($1, $2, $3, $4)
            ON CONFLICT (source, reference) DO UPDATE SET fingerprint = $4
            """, source, reference, complaint, fingerprint)
    }
}

/// What letting cases in needs beside the transaction.
struct ComplaintDesk: Sendable {
    let chain: AuditChain
    let book: RulesBook
    let zone: ZoneRules

    func work(_ session: any Session) -> CommandWork {
        CommandWork(session: session, chain: chain, book: book, zone: zone)
    }
}

extension Session {
    /// The next number of that year; taken when the case is kept.
    fileprivate func freeCaseNumber(year: Int) throws(StoreError) -> CaseNumber {
        let next = try integer("SELECT next FROM counters WHERE name = $1", Counter.caseCounter(year: year))
        return CaseNumber(year: year, sequence: Int(next ?? 1))
    }
}

extension ImportedCase {
    /// The command whose surroundings the entry is decided in.
    fileprivate var question: Command {
        Command(
            eventID: eventIDPrefix, type: .register, fields: customer.map { ["customer": .integer($0)] } ?? [:],
            actor: owner, roles: [.agent], occurredAt: receivedAt, recordedAt: recordedAt)
    }

    /// Over everything the row says.
    func importFingerprint(customer: String?) -> Int64 {
        var fingerprint = Fingerprint()
        for text in [
            customer, channel, summary, remedySought, contact, jurisdiction, severity?.rawValue, category, product,
            outcome?.rawValue, rootCause, disposition,
        ] { fingerprint.add(text) }
        for instant in [receivedAt, acknowledgedAt, resolvedAt, closedAt] {
            fingerprint.add(instant.map { Int($0.microseconds) } ?? -1)
        }
        fingerprint.add(isInProgress ? 1 : 0)
        return fingerprint.value
    }

    func check() throws(StoreError) {
        try Limit.text(summary, field: "summary", max: Limit.textBytesMax)
        for (field, text) in [
            ("channel", channel), ("remedy_sought", remedySought), ("contact", contact), ("category", category),
            ("product", product), ("root_cause", rootCause), ("disposition", disposition),
        ] { try Limit.text(text, field: field, max: Limit.fieldBytesMax) }
        guard !summary.isEmpty else { throw .badValue(field: "summary", value: "") }
        guard !channel.isEmpty else { throw .badValue(field: "channel", value: "") }
    }
}
