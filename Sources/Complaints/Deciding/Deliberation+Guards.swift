import WorkingTime

extension Deliberation {
    /// What remains after the checks every event has in common.
    func checkGuards() throws(Refusal) {
        switch command.type {
        case .acknowledge: try checkAcknowledgement()
        case .identify:
            guard complaint.customer == nil else { throw Refusal(.badValue, field: "customer") }
        case .link:
            guard fields.text("to") != complaint.caseNumber.description else {
                throw Refusal(.badValue, field: "to")
            }
        case .resolveNow: try checkResolutionInOneCall()
        case .offerRemedy: try checkOffer()
        case .acceptOffer: try checkAnswer(isAcceptance: true)
        case .declineOffer: try checkAnswer(isAcceptance: false)
        case .offerExpired: try checkExpiry()
        case .confirmExecuted: try checkExecution()
        case .acceptEscalation:
            guard try escalation().state == .raised else { throw Refusal(.tooLate, field: "escalation") }
        case .decideEscalation:
            guard try escalation().state.isOpen else { throw Refusal(.tooLate, field: "escalation") }
        case .dispatch: try checkDispatch()
        case .taskUpdate: try checkTaskUpdate()
        case .wait: try checkPause()
        case .defer: try checkFuture("review_on")
        case .resolve: try checkResolution()
        case .followUp: try checkFollowUp()
        case .close: try checkClosing()
        case .withdraw:
            guard fields.isGiven("evidence") else { throw Refusal(.evidenceRequired, field: "evidence") }
        case .merge: try checkMerge()
        case .transferOwner: try checkTransfer()
        case .extend: try checkExtension()
        case .externalCase:
            guard externalCase == nil else { throw Refusal(.badValue, field: "reference") }
        case .answerExternal:
            guard let known = externalCase, known.answeredAt == nil else {
                throw Refusal(.badValue, field: "reference")
            }
        case .contact:
            let isOutbound = fields.text("direction") == ContactDirection.outbound.rawValue
            guard !isOutbound || complaint.hasContactRoute else { throw Refusal(.noContact) }
        case .correct:
            guard let line = fields.count("seq"), (1...complaint.version).contains(line) else {
                throw Refusal(.badValue, field: "seq")
            }
        case .register, .assess, .reassess, .escalate, .resume, .reopen, .unmerge, .note: break
        case .warned, .breached, .escalated, .levelVacant, .fallbackNotified, .superseded, .pauseEnded, .reviewDue,
            .absorbed, .released, .recalculated, .migrated, .ownerAbsent:
            preconditionFailure("The engine's own lines are refused as unknown events before any guard.")
        }
    }

    func checkFuture(_ name: String) throws(Refusal) {
        guard let instant = fields.instant(name), instant > command.occurredAt else {
            throw Refusal(.badValue, field: name)
        }
    }

    private var externalCase: ExternalCase? {
        complaint.externalCases.first { $0.reference == fields.text("reference") }
    }

    private func checkAcknowledgement() throws(Refusal) {
        guard let sent = fields.instant("sent_at") else { return }
        guard complaint.receivedAt <= sent, sent <= command.recordedAt else {
            throw Refusal(.badValue, field: "sent_at")
        }
    }

    private func checkTransfer() throws(Refusal) {
        guard let to = fields.text("to"), context.staff.isActive(to) else {
            throw Refusal(.ownerInvalid, field: "to")
        }
        let isOffer = (fields.word("status") ?? TransferStatus.offered) == .offered
        guard !isOffer || to != complaint.owner else { throw Refusal(.ownerInvalid, field: "to") }
    }

    /// Merging needs the same customer: across customers cases are linked to one problem instead.
    private func checkMerge() throws(Refusal) {
        guard let other = context.other else { throw Refusal(.unknownCase, field: "into") }
        guard other.caseNumber != complaint.caseNumber, other.state.isOpen, other.customer != nil,
            other.customer == complaint.customer
        else { throw Refusal(.badValue, field: "into") }
        guard other.currency == nil || complaint.currency == nil || other.currency == complaint.currency else {
            throw Refusal(.currency)
        }
    }

    /// Permitted, in time, and later than what was promised.
    private func checkExtension() throws(Refusal) {
        let name = fields.text("clock") ?? ClockName.resolve
        let isOurs = [ClockName.resolve, ClockName.remedy].contains(name)
        guard let clock = complaint.clock(name), clock.isOpen,
            isOurs || ClockName.isStatutory(name) || name.hasPrefix(ClockName.external("")),
            let until = fields.instant("until")
        else { throw Refusal(.badValue, field: "clock") }
        let due = clock.due ?? complaint.dueIfResumed(clock, at: command.occurredAt, context.rules)
        guard clock.state != .breached, due.map({ command.occurredAt < $0 }) ?? true else {
            throw Refusal(.tooLate, field: "clock")
        }
        guard until > due ?? command.occurredAt else { throw Refusal(.badValue, field: "until") }
        if ClockName.isStatutory(name), regimeExtension == nil { throw Refusal(.floor, field: "until") }
        if name == ClockName.resolve, let ceiling = clock.course.ceiling, until > ceiling {
            throw Refusal(.floor, field: "until")
        }
    }
}
