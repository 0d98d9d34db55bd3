package import Complaints
import Dossier
import TerminalKit

extension DeskState {
    /// Opens the chosen complaint over the customer's lists.
    mutating func openCase() -> [DeskEffect] {
        selectedCase.map { openCase($0) } ?? []
    }

    mutating func openCase(_ number: CaseNumber) -> [DeskEffect] {
        let request = nextRequest()
        caseScreen = CaseScreen(caseNumber: number, request: request)
        focus = .caseActions
        return [.loadCase(request: request, caseNumber: number)]
    }

    mutating func caseLoaded(_ request: Int, _ file: ComplaintFile, legal: [EventType], pausedSeconds: [String: Int64])
    {
        guard request == caseScreen?.request else { return }
        let chosen = caseActions.indices.contains(caseScreen?.selectedAction ?? -1) ? caseScreen?.selectedAction : nil
        let event = chosen.map { caseActions[$0] }
        let isFirst = caseScreen?.file == nil
        caseScreen?.file = file
        caseScreen?.legal = legal
        caseScreen?.pausedSeconds = pausedSeconds
        caseScreen?.fault = nil
        mergeStaleForms(file.complaint)
        if isFirst {
            let row = caseActions.firstIndex { whyNot($0) == nil } ?? 0
            caseScreen?.selectedLine = max(0, file.events.count - 1)
            caseScreen?.selectedAction = row
        } else if let event, let row = caseActions.firstIndex(of: event) {
            caseScreen?.selectedAction = row
        }
    }

    mutating func caseFailed(_ request: Int, _ fault: DeskFault) {
        guard request == caseScreen?.request else { return }
        caseScreen?.fault = fault
        post(.error, .fault(fault))
    }

    /// What the case screen offers: the everyday events in their fixed order, then whatever else the case takes now.
    package var caseActions: [EventType] {
        guard let caseScreen, let file = caseScreen.file else { return Self.everydayEvents }
        let others = EventType.commandable.filter {
            caseScreen.legal.contains($0) && !Self.everydayEvents.contains($0) && !Self.eventsNotOffered.contains($0)
                && ($0 != .identify || file.complaint.customer == nil)
        }
        return Self.everydayEvents + others
    }

    private static let everydayEvents: [EventType] = [
        .acknowledge, .assess, .resolveNow, .resolve, .followUp, .close, .note, .escalate,
    ]

    /// Opening a case is F6, and the timer alone lets an offer expire.
    static let eventsNotOffered: Set<EventType> = [.register, .offerExpired]

    mutating func caseActionsTake(_ key: Key) -> [DeskEffect]? {
        guard let caseScreen else { return nil }
        let actions = caseActions
        if key == .enter {
            guard actions.indices.contains(caseScreen.selectedAction) else { return [] }
            return ask(actions[caseScreen.selectedAction])
        }
        let rows = Layout(self).panes[.caseActions]?.rows ?? 1
        guard let row = moved(caseScreen.selectedAction, by: key, count: actions.count, page: rows) else { return nil }
        self.caseScreen?.selectedAction = row
        return []
    }

    mutating func caseTrailTakes(_ key: Key) -> [DeskEffect]? {
        guard let caseScreen, let count = caseScreen.file?.events.count else { return nil }
        let rows = Layout(self).panes[.caseTrail]?.rows ?? 1
        guard let row = moved(caseScreen.selectedLine, by: key, count: count, page: rows) else { return nil }
        self.caseScreen?.selectedLine = row
        return []
    }

    /// Opens the form of an event, or says why the case does not take it.
    mutating func ask(_ event: EventType) -> [DeskEffect] {
        if let why = whyNot(event) {
            post(.warning, .disabled(why))
            return []
        }
        if showsQueue {
            openForm(queueForm(event))
            return []
        }
        guard let complaint = actedOn else { return [] }
        return openEventForm(event, of: complaint)
    }
}
