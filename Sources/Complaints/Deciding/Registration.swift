import Money
import WorkingTime

/// The one decision that has no case yet.
struct Registration {
    let command: Command
    let context: DecisionContext

    private var fields: EventFields { command.fields }
    private var policy: Policy { _read { yield context.rules.policy } }

    func decide() throws(Refusal) -> Acceptance {
        try command.checkFields()
        try checkValues()
        let role = Permissions.order.first {
            command.roles.contains($0) && Permissions.reach(of: $0, for: .register) != .none
        }
        guard let role else { throw Refusal(.forbiddenRole, lowestRole: .agent) }
        try checkRequired()
        guard let number = context.newCaseNumber else {
            preconditionFailure("A case is registered with the number the store has assigned to it.")
        }
        let receivedAt = fields.instant("received_at") ?? command.occurredAt
        guard context.staff.isActive(command.actor) else { throw Refusal(.ownerInvalid) }

        let draft = Draft(nil, context.rules)
        draft.append(command, role: role, fields: pinned(number: number, receivedAt: receivedAt))
        if fields.boolean("live") == true {
            draft.append(
                .acknowledge, after: command, role: role,
                fields: ["told": .boolean(true), "sent_at": .instant(command.occurredAt)])
        }
        var effects: [CaseEffect] = []
        if fields.text("complained_of") == command.actor {
            effects.append(
                CaseEffect(
                    at: command.occurredAt, kind: .notice, target: Role.supervisor.rawValue,
                    topic: .registeredByAccused))
        }
        return draft.acceptance(since: nil, adding: effects)
    }

    /// People who may speak for one group of complainants.
    static let representativesMax = 5

    private func checkValues() throws(Refusal) {
        if let received = fields.instant("received_at"), received > command.recordedAt {
            throw Refusal(.badValue, field: "received_at")
        }
        let people = fields.text("representative")?.split { ",;、，；\n".contains($0) } ?? []
        guard people.count <= Self.representativesMax else { throw Refusal(.badValue, field: "representative") }
    }

    private func checkRequired() throws(Refusal) {
        for name in ["channel", "summary"] where !fields.isGiven(name) { throw Refusal(.missingField, field: name) }
        guard fields.isGiven("customer") || fields.isGiven("contact") else {
            throw Refusal(.missingField, field: "contact")
        }
        if fields.isGiven("representative"), !fields.isGiven("proof") { throw Refusal(.missingField, field: "proof") }
    }

    /// What the case must remember of the world as it was at receipt, beside what was asked.
    private func pinned(number: CaseNumber, receivedAt: Instant) -> EventFields {
        var pinned = fields
        pinned["case"] = .text(number.description)
        pinned["received_at"] = .instant(receivedAt)
        pinned["policy"] = .text(policy.reference)
        pinned["severity"] = .text(policy.intake.initialSeverity.rawValue)
        pinned["band"] = .text(context.customer.band.rawValue)
        let team = context.staff.people[command.actor]?.team
        let own = context.rules.pin(team.flatMap { policy.calendars.byUnit[$0] } ?? policy.calendars.standard).name
        pinned["calendar"] = .text(own)
        let region = fields.text("jurisdiction") ?? context.customer.jurisdiction
        for name in context.rules.calendarNames(own: own, region: region) {
            let pin = context.rules.pin(name)
            pinned.pin(CalendarReference(pin.name, pin.version))
        }
        if let region {
            pinned["jurisdiction"] = .text(region)
            if let currency = Registration.currency(of: region) { pinned["currency"] = .text(currency.rawValue) }
        }
        if context.customer.isVulnerable { pinned["vulnerable"] = .text("yes") }
        return pinned
    }

    /// The currency a region's cases are kept in.
    static func currency(of region: String) -> Currency? {
        switch region {
        case "TW": .twd
        case "CN": .cny
        case "HK": .hkd
        default: nil
        }
    }
}
