import WorkingTime

/// Decides a command: what happens, or why nothing does. Pure: the same arguments always give the same decision.
///
/// `complaint` is nil when there is no such case, which only `register` may meet.
package func decide(_ complaint: Complaint?, _ command: Command, _ context: DecisionContext) -> Decision {
    if let sequence = complaint?.knownEvents[command.eventID] { return .replay(sequence: sequence) }
    do throws(Refusal) {
        if let complaint {
            return .accepted(try Deliberation(complaint, command, context).decide())
        }
        guard command.type == .register else { throw Refusal(.unknownCase) }
        return .accepted(try Registration(command: command, context: context).decide())
    } catch {
        var refusal = error
        refusal.legal = complaint?.legal ?? []
        refusal.state = complaint?.state
        return .refused(refusal)
    }
}

/// Everything a decision about an existing case looks at, and the order in which it looks.
struct Deliberation {
    let complaint: Complaint
    let command: Command
    let context: DecisionContext

    init(_ complaint: Complaint, _ command: Command, _ context: DecisionContext) {
        self.complaint = complaint
        self.command = command
        self.context = context
    }

    var fields: EventFields { command.fields }
    var policy: Policy { _read { yield context.rules.policy } }

    /// The checks in the order of the specification; the first that fails is the answer.
    func decide() throws(Refusal) -> Acceptance {
        try checkVersion()
        try command.checkFields()
        try checkState()
        let role = try actingRole()
        try checkConflicts()
        try checkRequiredFields()
        try checkAuthority()
        try checkConsent()
        try checkGuards()
        return accept(as: role)
    }

    private func checkVersion() throws(Refusal) {
        guard let expected = command.expectedVersion, expected != complaint.version else { return }
        throw Refusal(.staleVersion, version: complaint.version)
    }

    private func checkState() throws(Refusal) {
        switch Matrix.cell(command.type, in: complaint.state) {
        case .stays, .goes: return
        case .illegal: throw Refusal(.illegalTransition)
        case .refused(let code): throw Refusal(code)
        }
    }
}

extension Command {
    /// Unknown events, unknown fields, values of the wrong kind; times that have not come yet.
    func checkFields() throws(Refusal) {
        guard !type.isEngineOnly else { throw Refusal(.unknownEvent) }
        let unknown = fields.keys.filter { EventSchema.field($0, of: type) == nil }.min()
        if let name = unknown {
            throw Refusal(.unknownField, field: name, legalFields: EventSchema.fields(of: type).map(\.name))
        }
        for field in EventSchema.fields(of: type) {
            guard let value = fields[field.name] else { continue }
            guard field.accepts(value) else {
                throw Refusal(.badValue, field: field.name, choices: field.kind.choices, kind: field.kind)
            }
        }
        guard occurredAt <= recordedAt else { throw Refusal(.badValue, field: "occurred_at") }
    }
}
