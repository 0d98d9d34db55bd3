package import Complaints
package import Dossier
import Money
import Synchronization
package import WorkingTime

extension Store {
    /// What a command would bring if it were given now; nothing is written. Nil for no such case.
    package func foresee(_ command: Command, on number: CaseNumber) throws(StoreError) -> Foresight? {
        try deliberate(on: number, command) { complaint, context in
            Complaints.foresee(complaint, command, context)
        }
    }

    /// What `agent` must know before acting on a case; nil for no such case.
    package func brief(of number: CaseNumber, for agent: Agent, now: Instant) throws(StoreError) -> CaseBrief? {
        // Dispatch is the one event whose context names the units.
        let asked = Command(
            eventID: "brief", type: .dispatch, fields: [:], actor: agent.login, roles: agent.roles, occurredAt: now,
            recordedAt: now, expectedVersion: nil)
        return try deliberate(on: number, asked) { complaint, context in
            let currency = complaint.currency ?? self.currency
            let limit = context.rules.policy.authority.limit(of: agent.roles, in: currency)
            return CaseBrief(
                limit: limit.map { Money(minorUnits: $0, currency: currency) },
                granted: Money(minorUnits: complaint.grantedMinorUnits, currency: currency),
                goodwill12Months: context.customer.goodwill12Months,
                legal: complaint.legal.filter { complaint.takes($0, from: asked, context) },
                pauseReasons: context.rules.policy.pauses.keys.sorted(), units: context.units.map(\.name).sorted(),
                logins: context.staff.people.values.filter(\.isActive).map(\.login).sorted())
        }
    }

    private var currency: Currency { cachedSettings.withLock { $0.currency } }

    private func deliberate<T>(
        on number: CaseNumber, _ command: Command, _ body: (Complaint, DecisionContext) -> T
    ) throws(StoreError) -> T? {
        guard let book else { throw .rulesMissing(policy: nil) }
        let zone = zoneRules.withLock { $0 }
        return try engine.read { session throws(StoreError) in
            var work = CommandWork(session: session, chain: chain, book: book, zone: zone)
            guard let complaint = try session.complaint(ComplaintKey.number(number), book) else { return nil }
            return body(complaint, try work.context(command, complaint))
        }
    }
}

extension Complaint {
    /// True when nothing but what the form asks for stands between the actor and the event.
    fileprivate func takes(_ event: EventType, from asked: Command, _ context: DecisionContext) -> Bool {
        var command = asked
        command.type = event
        switch event {
        case .acceptEscalation, .decideEscalation:
            guard let open = openEscalations.first else { return false }
            command.fields["escalation"] = .integer(Int64(open.sequence))
        case .transferOwner where pendingTransfer?.to == asked.actor:
            command.fields["status"] = .text(TransferStatus.accepted.rawValue)
        case .taskUpdate:
            guard let open = openTasks.first else { return false }
            command.fields["task"] = .integer(Int64(open.number))
        default: break
        }
        guard case .refused(let refusal) = decide(self, command, context) else { return true }
        return refusal.code != .forbiddenRole && refusal.code != .conflictOfInterest
    }
}
