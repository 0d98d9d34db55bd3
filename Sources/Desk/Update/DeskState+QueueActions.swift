import Complaints
import Dossier
import TerminalKit

extension DeskState {
    /// Takes the marked cases, or the one under the cursor: what was raised is accepted, anything else changes owner.
    mutating func claimCases() -> [DeskEffect] {
        act(on: queue?.targets ?? []) { state, row in
            if let escalation = row.escalation, !escalation.isAccepted {
                return QueueStep(.acceptEscalation, ["escalation": String(escalation.sequence)])
            }
            guard row.owner != state.agent.login else { return nil }
            // A transfer takes effect when the new owner accepts: here that is the same person.
            let next = QueueStep(.transferOwner, ["to": state.agent.login, "status": "accepted"])
            return QueueStep(
                .transferOwner, ["to": state.agent.login, "status": "offered"], then: [next], ownerBefore: row.owner)
        }
    }

    /// F6: who is on duty, least loaded first; the first line takes the case oneself.
    mutating func openAssignList() {
        guard let queue else { return }
        let others = queue.colleagues.filter { $0.login != agent.login }
        let sorted = others.sorted { a, b in
            if a.isOnDuty != b.isOnDuty { return a.isOnDuty }
            return (a.openCases, a.login) < (b.openCases, b.login)
        }
        var items = [ChoiceItem(.phrase(Phrase("自己接手", "自己认领", "Take it myself")), .claimCases)]
        items += sorted.map { ChoiceItem(.colleague($0), .assign(to: $0.login)) }
        overlays.append(.choice(ChoiceList(title: .assign(count: queue.targets.count), items: items)))
    }

    /// Offers the cases to a colleague; each changes owner when the colleague accepts.
    mutating func assignCases(to login: String) -> [DeskEffect] {
        act(on: queue?.targets ?? []) { _, row in
            row.owner == login ? nil : QueueStep(.transferOwner, ["to": login, "status": "offered"])
        }
    }

    /// Approve, reject, decide oneself or hand back what waits for a decision.
    mutating func openDecisions() {
        guard let queue else { return }
        let items = EscalationDecision.allCases.map {
            ChoiceItem(.fieldValue(fieldID: "decision", value: $0.rawValue), .decide($0))
        }
        overlays.append(.choice(ChoiceList(title: .decision(count: queue.targets.count), items: items)))
    }

    /// Approval goes at once in the standard words; everything else asks for the reason.
    mutating func decide(_ decision: EscalationDecision) -> [DeskEffect] {
        guard decision == .approve else {
            openForm(queueForm(.decideEscalation, given: ["decision": decision.rawValue]))
            return []
        }
        let words = wording.approvedWords
        return act(on: queue?.targets ?? []) { _, row in
            row.escalation.map {
                QueueStep(
                    .decideEscalation,
                    ["escalation": String($0.sequence), "decision": decision.rawValue, "text": words])
            }
        }
    }

    /// A form that is filled once and sent for each case it is about.
    func queueForm(_ type: EventType, given: [String: String] = [:]) -> Form {
        let targets = queue?.targets ?? []
        // The number of an escalation is each case's own.
        let own: Set<String> = ["escalation", "offer", "task"]
        let fields = EventSchema.fields(of: type).filter { !own.contains($0.name) && given[$0.name] == nil }.map {
            FormField(id: $0.name, kind: kind(of: $0), isRequired: $0.isRequired)
        }
        var form = Form(purpose: .queueEvent(targets, type), fields: fields)
        form.given = given
        return form
    }

    /// Sends a filled form to every case it is about.
    mutating func sendQueueForm(_ targets: [CaseNumber], _ type: EventType, _ values: [String: String]) -> [DeskEffect]
    {
        act(on: targets) { _, row in
            var values = values
            if EventSchema.field("escalation", of: type) != nil {
                guard let escalation = row.escalation else { return nil }
                values["escalation"] = String(escalation.sequence)
            }
            return QueueStep(type, values)
        }
    }

    /// Does a step for each case, one command each; a case the step has nothing to do for says so in its row.
    private mutating func act(
        on targets: [CaseNumber], _ step: (DeskState, QueueRow) -> QueueStep?
    ) -> [DeskEffect] {
        guard !targets.isEmpty else {
            post(.warning, .disabled(.noComplaint))
            return []
        }
        queue?.results = [:]
        undo = nil
        var effects: [DeskEffect] = []
        for number in targets {
            guard let row = queue?.rows[number], let step = step(self, row) else {
                queue?.results[number] = .refused(Refusal(.illegalTransition))
                continue
            }
            effects += send(step, to: number, version: row.version)
        }
        queue?.marked = []
        if effects.isEmpty { post(.warning, .nothingToDo) }
        return effects
    }

    private mutating func send(_ step: QueueStep, to number: CaseNumber, version: Int?) -> [DeskEffect] {
        let request = nextRequest()
        writes[request] = .queueStep(number, step)
        queue?.results[number] = .underWay
        return [
            .complaint(
                request: request,
                ComplaintCommand(
                    target: .existing(number, expectedVersion: version), type: step.type, fields: step.fields))
        ]
    }

    /// A step is done: its successor follows, or its row says so.
    mutating func queueStepDone(_ number: CaseNumber, _ step: QueueStep, _ after: Complaint?) -> [DeskEffect] {
        if var next = step.then.first {
            next.ownerBefore = step.ownerBefore
            return send(next, to: number, version: nil)
        }
        queue?.results[number] = .done(step.type)
        addUndo(undoStep(step.type, after, ownerBefore: step.ownerBefore))
        return tellResults() + loadRows(anew: true)
    }

    mutating func queueStepRefused(_ number: CaseNumber, _ refusal: FormRefusal) -> [DeskEffect] {
        switch refusal {
        case .refused(let refusal): queue?.results[number] = .refused(refusal)
        case .fault(let fault): queue?.results[number] = .fault(fault)
        case .missing, .unreadable: queue?.results[number] = nil
        }
        return tellResults() + loadRows(anew: true)
    }

    /// One message when the last row of an action is answered.
    private mutating func tellResults() -> [DeskEffect] {
        guard let results = queue?.results, !results.values.contains(.underWay) else { return [] }
        if results.count == 1, let (number, result) = results.first {
            switch result {
            case .done(let event): post(.done, .caseChanged(number, event))
            case .refused(let refusal): post(.error, .caseRefused(refusal))
            case .fault(let fault): post(.error, .fault(fault))
            case .underWay: break
            }
            return []
        }
        let done = results.values.count { if case .done = $0 { true } else { false } }
        post(done == results.count ? .done : .warning, .bulkDone(done: done, refused: results.count - done))
        return []
    }
}

/// One event on a case of the queue, and those that follow it.
struct QueueStep: Equatable, Sendable {
    var type: EventType
    var fields: [String: String]
    var then: [QueueStep]
    /// Who owned the case before, where the step changes that.
    var ownerBefore: String?

    init(_ type: EventType, _ fields: [String: String], then: [QueueStep] = [], ownerBefore: String? = nil) {
        self.type = type
        self.fields = fields
        self.then = then
        self.ownerBefore = ownerBefore
    }
}
