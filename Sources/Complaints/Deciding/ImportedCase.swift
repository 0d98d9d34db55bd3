package import WorkingTime

/// What another system knows of a case that ran there.
package struct ImportedCase: Hashable, Sendable {
    /// Begins the ids of the events it becomes: the same for the same case of the same source.
    package var eventIDPrefix: String
    /// Owner here; the login of an active person.
    package var owner: String
    package var importedBy: String
    package var channel: String
    package var summary: String
    package var remedySought: String?
    package var customer: Int64?
    /// A route to the complainant when they are no customer of ours; nil and no customer: anonymous.
    package var contact: String?
    package var jurisdiction: String?
    package var severity: Severity?
    package var category: String?
    package var product: String?
    package var isVulnerable: Bool?
    package var receivedAt: Instant
    package var acknowledgedAt: Instant?
    package var resolvedAt: Instant?
    package var closedAt: Instant?
    /// Somebody works on it, or did.
    package var isInProgress = false
    package var outcome: Outcome?
    package var rootCause: String?
    package var disposition: String?
    /// Now.
    package var recordedAt: Instant

    package init(
        eventIDPrefix: String, owner: String, importedBy: String, channel: String, summary: String,
        receivedAt: Instant, recordedAt: Instant
    ) {
        self.eventIDPrefix = eventIDPrefix
        self.owner = owner
        self.importedBy = importedBy
        self.channel = channel
        self.summary = summary
        self.receivedAt = receivedAt
        self.recordedAt = recordedAt
    }
}

/// Lets a case in that ran elsewhere, as the events that are known of it, each marked `imported`.
///
/// They are facts, so no guard that protects decisions made here is asked: nobody can offer a remedy in the past. The
/// clocks are those the policy gives, from the receipt; what is long past is breached at its due time, and nobody is
/// told or chased for it: no ladder begins. What lies ahead is timed as for any case.
package func enter(_ imported: ImportedCase, _ context: DecisionContext) -> Decision {
    do throws(Refusal) {
        var entry = CaseEntry(imported, context)
        return .accepted(try entry.enter())
    } catch {
        return .refused(error)
    }
}

/// Ends a case that was let in open and has ended elsewhere since; nil when it has ended here already.
package func conclude(_ complaint: Complaint, _ imported: ImportedCase, _ context: DecisionContext) -> Acceptance? {
    guard complaint.state.isOpen, imported.closedAt != nil else { return nil }
    var entry = CaseEntry(imported, context)
    entry.draft = Draft(complaint, context.rules)
    entry.bringForward()
    return entry.draft.acceptance(since: complaint)
}

/// The events of one case from elsewhere, in the order its states go through.
private struct CaseEntry {
    let imported: ImportedCase
    let context: DecisionContext
    var draft: Draft

    init(_ imported: ImportedCase, _ context: DecisionContext) {
        self.imported = imported
        self.context = context
        draft = Draft(nil, context.rules)
    }

    mutating func enter() throws(Refusal) -> Acceptance {
        try checkOrder()
        draft.append(try registration())
        bringForward()
        settlePast()
        return draft.acceptance(since: nil)
    }

    /// Receipt, acknowledgement, resolution and closing follow one another, and none lies ahead.
    private func checkOrder() throws(Refusal) {
        var last = imported.receivedAt
        for (field, instant) in [
            ("acknowledged_at", imported.acknowledgedAt), ("resolved_at", imported.resolvedAt),
            ("closed_at", imported.closedAt),
        ] {
            guard let instant else { continue }
            guard instant >= (field == "acknowledged_at" ? imported.receivedAt : last) else {
                throw Refusal(.badValue, field: field)
            }
            if field != "acknowledged_at" { last = instant }
        }
        for (field, instant) in [("received_at", imported.receivedAt), ("closed_at", last)]
        where instant > imported.recordedAt { throw Refusal(.badValue, field: field) }
    }

    private func registration() throws(Refusal) -> Event {
        var fields: EventFields = [
            "channel": .text(imported.channel), "summary": .text(imported.summary),
            "received_at": .instant(imported.receivedAt),
        ]
        if let customer = imported.customer {
            fields["customer"] = .integer(customer)
        } else {
            fields["contact"] = .text(imported.contact ?? "anonymous")
        }
        if let remedy = imported.remedySought { fields["remedy_sought"] = .text(remedy) }
        if let jurisdiction = imported.jurisdiction { fields["jurisdiction"] = .text(jurisdiction) }
        let command = Command(
            eventID: imported.eventIDPrefix, type: .register, fields: fields, actor: imported.owner, roles: [.agent],
            occurredAt: imported.receivedAt, recordedAt: imported.recordedAt)
        let acceptance = try Registration(command: command, context: context).decide()
        guard var event = acceptance.events.first else { throw Refusal(.badValue, field: "received_at") }
        event.fields["imported"] = .boolean(true)
        event.fields["imported_by"] = .text(imported.importedBy)
        return event
    }

    /// From where the case stands to where it stood elsewhere.
    mutating func bringForward() {
        let isWorkedOn = imported.isInProgress || imported.closedAt != nil || imported.resolvedAt != nil
        if draft.complaint?.state == .received, imported.acknowledgedAt != nil || isWorkedOn {
            // Where nobody noted it, it had happened by the first moment the case proves it.
            let at = imported.acknowledgedAt ?? imported.resolvedAt ?? imported.closedAt ?? imported.recordedAt
            append(.acknowledge, at: at, ["sent_at": .instant(at)])
        }
        if draft.complaint?.state == .acknowledged, isWorkedOn { assess() }
        guard let ended = imported.resolvedAt ?? imported.closedAt else { return }
        if draft.complaint?.state == .inProgress { append(.resolve, at: ended, resolution) }
        guard let closed = imported.closedAt, draft.complaint?.state == .resolved else { return }
        append(
            .close, at: closed,
            [
                "root_cause": .text(imported.rootCause ?? "unknown"),
                "disposition": .text(imported.disposition ?? "imported"),
            ])
    }

    /// As at receipt: the targets of its severity count from there, whenever somebody looked.
    private mutating func assess() {
        var fields: EventFields = [
            "severity": .text((imported.severity ?? context.rules.policy.intake.initialSeverity).rawValue),
            "category": .text(imported.category ?? "imported"),
            "vulnerable": .text(imported.isVulnerable.map { $0 ? "yes" : "no" } ?? "unknown"),
        ]
        if let product = imported.product { fields["product"] = .text(product) }
        append(.assess, at: imported.receivedAt, fields)
    }

    private var resolution: EventFields {
        var fields: EventFields = ["root_cause": .text(imported.rootCause ?? "unknown")]
        if let outcome = imported.outcome { fields["outcome"] = .text(outcome.rawValue) }
        return fields
    }

    /// Everything that fell due before the case came here.
    private mutating func settlePast() {
        for _ in 0..<TimerLimits.firingsPerRoundMax {
            guard let complaint = draft.complaint,
                let timer = complaint.timers(context.rules).first(where: { $0.fireAt <= imported.recordedAt })
            else { return }
            var fields: EventFields = [
                "clock": .text(timer.clock.name), "generation": .integer(Int64(timer.clock.generation)),
                "stage": .text(timer.stage.text), "due": .instant(timer.due), "imported": .boolean(true),
                "late_minutes": .integer((imported.recordedAt.seconds - timer.due.seconds) / 60),
            ]
            switch timer.stage {
            case .warning(let percent):
                fields["percent"] = .integer(Int64(percent))
                draft.append(engine: .superseded, fields, at: timer.due, recordedAt: imported.recordedAt)
            case .breach: draft.append(engine: .breached, fields, at: timer.due, recordedAt: imported.recordedAt)
            case .level, .fallback, .pauseCap, .review, .offerExpiry: return
            }
        }
    }

    private mutating func append(_ type: EventType, at occurred: Instant, _ fields: EventFields) {
        var fields = fields
        fields["imported"] = .boolean(true)
        draft.append(
            Event(
                sequence: draft.nextSequence, eventID: "\(imported.eventIDPrefix)/\(type.rawValue)", type: type,
                occurredAt: occurred, recordedAt: imported.recordedAt, actor: imported.importedBy, role: .agent,
                fields: fields))
    }
}
