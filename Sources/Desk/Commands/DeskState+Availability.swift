package import Complaints
import Dossier
import TerminalKit

extension DeskState {
    /// Why a command would do nothing now; nil when it would do something.
    package func whyNot(_ id: CommandID) -> WhyNot? {
        switch id {
        case .zoomPane: caseScreen == nil && Layout.zoomed(focus) != nil ? nil : .onlyHere
        case .reload: customer == nil && !showsQueue && lookup.text.isEmpty ? .noCustomer : nil
        case .editCustomer: needsCard
        case .explainTier: needsCard
        case .copy: customer?.card == nil && caseScreen == nil ? .nothingToCopy : nil
        case .openCall: call == nil ? .noCall : nil
        case .nextComplaint, .previousComplaint, .openCase: selectedCase == nil ? .noComplaint : nil
        case .clearLookup: nil
        case .switchLookupKind: lookup.text.isEmpty || lookup.isFinished ? nil : .lookupNotEmpty
        case .save: topForm != nil ? nil : customer == nil ? .noCustomer : nil
        case .discardNote: note.isEmpty ? .noNote : nil
        case .undo: whyNoUndo
        case .promiseCall: customer == nil ? .noCustomer : nil
        case .recordCall: promiseInHand == nil ? .noPromise : nil
        case .whyDeadline: actedOn == nil && !(showsQueue && queue?.selected != nil) ? .noComplaint : nil
        case .discardForm: topForm == nil ? .noForm : nil
        case .openQueue: mayWorkQueue ? nil : .notYourRole
        case .filterQueue, .saveView: showsQueue ? nil : .onlyInQueue
        case .removeView: !showsQueue ? .onlyInQueue : queue?.viewName == nil ? .noView : nil
        case .claimCase, .assignCase, .markRow, .nextUnclaimed:
            !showsQueue ? .onlyInQueue : queue?.selected == nil ? .noComplaint : nil
        case .decideCase:
            !showsQueue ? .onlyInQueue : whyNoDecision
        case .customerProfile: needsCard
        case .reviewDuplicates, .mergeCustomers, .differentCustomers, .switchSurvivor: whyNotDuplicates(id)
        case .importFile: agent.keepsCustomers ? nil : .notYourRole
        default: id.event.flatMap(whyNot)
        }
    }

    /// A decision needs something that waits for one.
    private var whyNoDecision: WhyNot? {
        guard let queue, queue.selected != nil else { return .noComplaint }
        return queue.marked.isEmpty && queue.selectedRow?.escalation == nil ? .nothingToDecide : nil
    }

    private var needsCard: WhyNot? {
        customer == nil ? .noCustomer : customer?.card == nil ? .loading : nil
    }

    /// Why an event would not be taken by the case on the screen.
    package func whyNot(_ event: EventType) -> WhyNot? {
        if showsQueue { return whyNotInQueue(event) }
        guard let complaint = actedOn else {
            return caseScreen != nil ? .loading : customer == nil ? .noCaseOpen : .noComplaint
        }
        guard let caseScreen else { return whyNot(event, in: complaint.state) ?? missingPart(for: event, complaint) }
        if caseScreen.legal.contains(event) { return missingPart(for: event, complaint) }
        return whyNot(event, in: complaint.state) ?? .caseState(complaint.state, event, .forbiddenRole)
    }

    /// What the event is about, an offer, a task, an escalation, the case may not have.
    private func missingPart(for event: EventType, _ complaint: Complaint) -> WhyNot? {
        switch event {
        case .confirmExecuted: complaint.grantedOffer == nil ? .noGrantedOffer : nil
        case .taskUpdate: complaint.openTasks.isEmpty ? .noOpenTask : nil
        case .acceptEscalation, .decideEscalation: complaint.openEscalations.isEmpty ? .nothingToDecide : nil
        default: nil
        }
    }

    /// Of several marked cases each says for itself what it takes.
    private func whyNotInQueue(_ event: EventType) -> WhyNot? {
        guard let queue, queue.selected != nil else { return .noComplaint }
        guard queue.marked.isEmpty else { return nil }
        guard let row = queue.selectedRow else { return .loading }
        return whyNot(event, in: row.state)
    }

    private func whyNot(_ event: EventType, in state: CaseState) -> WhyNot? {
        switch Matrix.cell(event, in: state) {
        case .refused(let code): .caseState(state, event, code)
        case .illegal: .caseState(state, event, .illegalTransition)
        case .stays, .goes: mayEver(event) ? nil : .notYourRole
        }
    }

    /// False where no role of the agent may ever do it; whether this case allows it the engine says.
    private func mayEver(_ event: EventType) -> Bool {
        switch event {
        // Rights of the person named in the case.
        case .taskUpdate: true
        case .transferOwner where actedOn?.pendingTransfer?.to == agent.login: true
        case .acceptEscalation, .decideEscalation: mayWorkQueue
        default: agent.roles.contains { Permissions.reach(of: $0, for: event) != .none }
        }
    }
}

extension CommandID {
    /// The event a command asks of the case on the screen; nil for all others.
    package var event: EventType? {
        Self.events[self]
    }

    private static let events: [CommandID: EventType] = [
        .addCaseNote: .note, .followUp: .followUp, .escalate: .escalate, .close: .close, .acknowledge: .acknowledge,
        .assess: .assess, .resolveNow: .resolveNow, .resolve: .resolve, .reassess: .reassess,
        .offerRemedy: .offerRemedy, .acceptOffer: .acceptOffer, .declineOffer: .declineOffer,
        .confirmExecuted: .confirmExecuted, .acceptEscalation: .acceptEscalation,
        .decideEscalation: .decideEscalation, .dispatch: .dispatch, .taskUpdate: .taskUpdate, .wait: .wait,
        .resume: .resume, .deferCase: .defer, .reopen: .reopen, .withdraw: .withdraw, .merge: .merge,
        .unmerge: .unmerge, .transferOwner: .transferOwner, .extend: .extend, .externalCase: .externalCase,
        .answerExternal: .answerExternal, .identify: .identify, .link: .link, .contact: .contact, .correct: .correct,
    ]

    private static let asking: [EventType: CommandID] = Dictionary(
        events.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    /// The command that asks for an event; nil for events that have no code of their own.
    package static func asking(for event: EventType) -> CommandID? {
        asking[event]
    }
}
