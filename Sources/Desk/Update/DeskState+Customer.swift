import Complaints
import Customers
import Dossier
import TerminalKit

extension DeskState {
    /// Puts a customer on the screen; the note of the one before stays as a draft.
    mutating func open(_ caller: Caller) -> [DeskEffect] {
        closeOverlays()
        caseScreen = nil
        lookup.isFinished = !lookup.text.isEmpty
        lookup.enterWaits = false
        lookup.selected = -1
        if focus != .note { focus = .lookup }
        if customer?.id == caller.customer { return reload() }
        var effects = takeNoteAlong(to: caller.customer)
        let request = nextRequest()
        customer = OpenCustomer(id: caller.customer, caller: caller, request: request)
        effects.append(
            .loadCard(request: request, customer: caller.customer, timelineLimit: OpenCustomer.timelineFirst))
        effects.append(remember(caller))
        return effects
    }

    /// A note begun before the customer was known goes to the one opened next, if that one has none yet.
    private mutating func takeNoteAlong(to id: CustomerID) -> [DeskEffect] {
        let target = DraftKey.customer(id)
        guard customer == nil, let draft = drafts[.unassigned], !draft.isEmpty,
            (drafts[target] ?? NoteDraft()).isEmpty
        else { return [] }
        drafts[.unassigned] = nil
        drafts[target] = draft
        post(.information, .noteTakenAlong)
        return [journal(target), .discardDraft(.unassigned)]
    }

    private mutating func remember(_ caller: Caller) -> DeskEffect {
        recent.removeAll { $0.customer == caller.customer }
        recent.insert(caller, at: 0)
        if recent.count > Self.recentMax { recent.removeLast(recent.count - Self.recentMax) }
        return .rememberRecent(recent.map(\.customer))
    }

    /// Reads the customer, and the case if one is open, again.
    mutating func reload() -> [DeskEffect] {
        if showsQueue { return loadQueue(asked: true) }
        var effects = reloadQuietly()
        if caseScreen == nil, customer == nil, !lookup.text.isEmpty, !lookup.isFinished { effects += lookupChanged() }
        return effects
    }

    mutating func reloadQuietly() -> [DeskEffect] {
        var effects: [DeskEffect] = []
        if customer != nil {
            let request = nextRequest()
            customer?.request = request
            if let customer {
                effects.append(
                    .loadCard(request: request, customer: customer.id, timelineLimit: customer.timelineLimit))
            }
        }
        if showsQueue { effects += loadQueue(asked: false) }
        if let number = caseScreen?.caseNumber {
            let request = nextRequest()
            caseScreen?.request = request
            effects.append(.loadCase(request: request, caseNumber: number))
        }
        return effects
    }

    mutating func cardLoaded(_ request: Int, _ card: CustomerCard) -> [DeskEffect] {
        guard request == customer?.request else { return [] }
        let caller = Caller(card)
        customer?.card = card
        customer?.caller = caller
        customer?.fault = nil
        if let row = customer?.selectedEntry {
            customer?.selectedEntry = min(row, max(0, card.timeline.count - 1))
        }
        if let at = recent.firstIndex(where: { $0.customer == caller.customer }) { recent[at] = caller }
        mergeStaleForms(card)
        return []
    }

    mutating func cardFailed(_ request: Int, _ fault: DeskFault) {
        guard request == customer?.request else { return }
        customer?.fault = fault
        post(.error, .fault(fault))
    }

    /// Takes the customer off the screen; the note stays as a draft.
    mutating func closeCustomer() {
        caseScreen = nil
        customer = nil
        focus = restingPane
        clearLookup()
    }

    /// Keys in the list of open complaints.
    mutating func complaintsTake(_ key: Key) -> [DeskEffect]? {
        guard let customer, !customer.complaints.isEmpty else { return nil }
        if key == .enter { return perform(.openCase) }
        let rows = Layout(self).panes[.complaints].map { max(1, $0.rows / 2) } ?? 1
        guard let row = moved(customer.selectedComplaintRow, by: key, count: customer.complaints.count, page: rows)
        else { return nil }
        self.customer?.selectedCase = customer.complaints[row].caseNumber
        return []
    }

    mutating func selectComplaint(by steps: Int) {
        guard let customer, !customer.complaints.isEmpty else { return }
        let row = min(max(0, customer.selectedComplaintRow + steps), customer.complaints.count - 1)
        self.customer?.selectedCase = customer.complaints[row].caseNumber
        if caseScreen == nil, focus != .note { focus = .complaints }
    }

    /// Keys in the history; near its end more is asked for.
    mutating func historyTakes(_ key: Key) -> [DeskEffect]? {
        guard let customer, !customer.timeline.isEmpty else { return nil }
        if key == .enter {
            overlays.append(.entry(row: customer.selectedEntry))
            return []
        }
        let rows = Layout(self).panes[.history]?.rows ?? 1
        guard let row = moved(customer.selectedEntry, by: key, count: customer.timeline.count, page: rows) else {
            return nil
        }
        self.customer?.selectedEntry = row
        guard row > customer.timeline.count - 2 * max(1, rows), customer.timeline.count >= customer.timelineLimit,
            customer.timelineLimit < OpenCustomer.timelineMax
        else { return [] }
        self.customer?.timelineLimit = min(OpenCustomer.timelineMax, customer.timelineLimit * 4)
        return reloadQuietly()
    }

    /// The row a movement key goes to in a list; nil when the key is none.
    func moved(_ row: Int, by key: Key, count: Int, page: Int) -> Int? {
        let page = max(1, page - 1)
        let target: Int
        switch key {
        case .up: target = row - 1
        case .down: target = row + 1
        case .pageUp, .function(7): target = row - page
        case .pageDown, .function(8): target = row + page
        case .home: target = 0
        case .end: target = count - 1
        default: return nil
        }
        return min(max(0, target), max(0, count - 1))
    }
}
