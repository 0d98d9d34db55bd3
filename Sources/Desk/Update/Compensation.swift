import Complaints
import Dossier

/// How one event of a complaint is taken back, as data: what compensates it, or that nothing may.
enum Compensation: Equatable {
    /// Another event with these fields; a value in braces is filled in from the case.
    case event(EventType, [String: String])
    /// A line that says the other is wrong.
    case correction
    /// The customer or somebody above has been told, or a clock has been met: it stands.
    case never

    /// The events that have a way back.
    private static let table: [EventType: Compensation] = [
        .note: .correction,
        .wait: .event(.resume, ["reason": "{words}"]),
        .defer: .event(.resume, ["reason": "{words}"]),
        .merge: .event(.unmerge, ["reason": "{words}"]),
        .dispatch: .event(.taskUpdate, ["task": "{task}", "status": TaskStatus.recalled.rawValue, "note": "{words}"]),
        .acceptEscalation: .event(
            .decideEscalation,
            ["escalation": "{escalation}", "decision": EscalationDecision.handBack.rawValue, "text": "{words}"]),
    ]

    static func of(_ event: EventType) -> Compensation { table[event] ?? .never }
}

extension DeskState {
    /// The way back from an event that has just been taken; `ownerBefore` is known where the owner may have changed.
    func undoStep(_ event: EventType, _ after: Complaint?, ownerBefore: String? = nil) -> UndoStep {
        guard let after else { return .never(event) }
        if event == .transferOwner { return undoTransfer(after, ownerBefore) }
        let values = [
            "{words}": wording.takenBackWords, "{task}": after.tasks.last.map { String($0.number) },
            "{escalation}": after.escalations.last { $0.acceptedBy == agent.login }.map { String($0.sequence) },
        ]
        switch Compensation.of(event) {
        case .never: return .never(event)
        case .correction:
            let fields = ["seq": String(after.version), "text": wording.takenBackWords]
            return .events([command(.correct, fields, on: after, checksVersion: false)])
        case .event(let type, let fields):
            var filled: [String: String] = [:]
            for (name, value) in fields {
                guard let known = values[value] ?? value else { return .never(event) }
                filled[name] = known
            }
            return .events([command(type, filled, on: after)])
        }
    }

    /// Taken over: offered back to whoever had it. Offered to somebody: taken over by oneself and declined, so that the
    /// offer is gone and nothing has moved.
    private func undoTransfer(_ after: Complaint, _ ownerBefore: String?) -> UndoStep {
        let me = agent.login
        if let pending = after.pendingTransfer, pending.to != me, after.owner != me {
            return .events([
                command(.transferOwner, ["to": me, "status": TransferStatus.offered.rawValue], on: after),
                command(
                    .transferOwner, ["to": me, "status": TransferStatus.declined.rawValue], on: after,
                    checksVersion: false),
            ])
        }
        if let ownerBefore, after.owner == me, ownerBefore != me, after.pendingTransfer == nil {
            return .events([
                command(.transferOwner, ["to": ownerBefore, "status": TransferStatus.offered.rawValue], on: after)
            ])
        }
        return .never(.transferOwner)
    }

    /// A compensating command: refused when somebody has acted since, so that nobody else's work is taken back.
    private func command(
        _ type: EventType, _ fields: [String: String], on complaint: Complaint, checksVersion: Bool = true
    ) -> ComplaintCommand {
        ComplaintCommand(
            target: .existing(complaint.caseNumber, expectedVersion: checksVersion ? complaint.version : nil),
            type: type, fields: fields)
    }
}
