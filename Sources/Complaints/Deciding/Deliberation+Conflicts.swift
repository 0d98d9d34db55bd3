extension Deliberation {
    /// What even the person complained of may do: take it in, write down, pass it on.
    private static let openToTheAccused: Set<EventType> = [
        .acknowledge, .note, .contact, .escalate, .identify, .link, .correct,
    ]
    /// Approvals: closed to direct subordinates of the person complained of as well.
    private static let approvals: Set<EventType> = [.acceptEscalation, .decideEscalation, .extend, .defer, .merge]

    func checkConflicts() throws(Refusal) {
        if let accused = complaint.complainedOf {
            let isAccused = command.actor == accused && !Self.openToTheAccused.contains(command.type)
            let isSubordinate =
                Self.approvals.contains(command.type)
                && context.staff.isSubordinate(command.actor, of: accused)
            let isGivenTheCase = command.type == .transferOwner && fields.text("to") == accused
            if isAccused || isSubordinate || isGivenTheCase { throw Refusal(.conflictOfInterest) }
        }
        switch command.type {
        case .acceptEscalation, .decideEscalation:
            if fields.count("escalation") != nil, try escalation().proposer == command.actor {
                throw Refusal(.selfApproval)
            }
        case .offerRemedy, .extend:
            if let approval, approval.decidedBy == command.actor { throw Refusal(.selfApproval) }
        case .resolve, .resolveNow: try checkSecondReader()
        default: break
        }
    }

    /// The decided escalation that the `approval` field names.
    var approval: Escalation? {
        fields.count("approval").flatMap { sequence in
            complaint.escalations.first { $0.decisionSequence == sequence }
        }
    }

    /// "Not upheld" for a vulnerable customer is read by two: not by whoever assessed it alone.
    private func checkSecondReader() throws(Refusal) {
        let isVulnerable =
            complaint.isVulnerable == true || context.customer.isVulnerable
        guard policy.intake.needsSecondReaderWhenVulnerable, isVulnerable,
            fields.text("outcome") == Outcome.notUpheld.rawValue
        else { return }
        let assessor = complaint.assessedBy ?? command.actor
        let isReadByAnother = complaint.escalations.contains {
            $0.decidedBy != nil && $0.decidedBy != command.actor
        }
        guard assessor != command.actor || isReadByAnother else {
            throw Refusal(.selfApproval, lowestRole: .supervisor)
        }
    }
}
