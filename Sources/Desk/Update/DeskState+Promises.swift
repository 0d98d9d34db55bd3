import Complaints
import Customers
import Dossier
import TerminalKit
import Valuation
package import WorkingTime

extension DeskState {
    /// Asks for what is promised until the end of the agent's day.
    mutating func readPromises() -> [DeskEffect] {
        promises.request = nextRequest()
        return [.loadPromises(request: promises.request, until: endOfToday)]
    }

    /// Midnight after now on the agent's wall clock.
    package var endOfToday: Instant {
        let tomorrow = zone.localDate(at: now).advanced(byDays: 1)
        return zone.instants(of: LocalDateTime(date: tomorrow, hour: 0, minute: 0)).earliest
    }

    mutating func promisesLoaded(_ request: Int, _ calls: [PromisedCall]) {
        guard request == promises.request else { return }
        promises.calls = Array(calls.prefix(PromiseBook.callsMax))
        guard case .choice(var list)? = overlays.last, list.title == .promises, list.digits.isEmpty else { return }
        let chosen = list.items.indices.contains(list.selected) ? list.items[list.selected].action : nil
        list.items = promiseItems
        list.selected =
            list.items.firstIndex { $0.action == chosen } ?? min(list.selected, max(0, list.items.count - 1))
        overlays[overlays.count - 1] = .choice(list)
    }

    /// Ctrl-N: what this agent owes today, late first.
    mutating func openPromises() -> [DeskEffect] {
        closeOverlays()
        overlays.append(.choice(ChoiceList(title: .promises, items: promiseItems)))
        return readPromises()
    }

    private var promiseItems: [ChoiceItem] {
        promises.calls.map { ChoiceItem(.promise($0), .openPromise($0.identity)) }
    }

    /// Opens the customer, and the case if it is about one, with the promise in hand.
    mutating func openPromise(_ identity: String) -> [DeskEffect] {
        guard let call = promises[identity] else { return [] }
        promises.inHand = identity
        var effects: [DeskEffect] = []
        clearLookup()
        if let id = call.customer {
            let caller = Caller(customer: id, name: call.customerName, tier: .unrated)
            effects += open(recent.first { $0.customer == id } ?? caller)
        }
        if let number = call.caseNumber { effects += openCase(number) }
        post(.information, .promiseOpened(call))
        return effects
    }

    /// The promise that a result belongs to: the one opened, else one of the case or customer on the screen.
    var promiseInHand: PromisedCall? {
        if case .choice(let list)? = overlays.last, list.title == .promises, list.items.indices.contains(list.selected),
            case .openPromise(let identity) = list.items[list.selected].action
        {
            return promises[identity]
        }
        if let call = promises.inHand.flatMap({ promises[$0] }), isOnScreen(call) { return call }
        return promises.calls.first { $0.caseNumber != nil && $0.caseNumber == caseScreen?.caseNumber }
            ?? promises.calls.first { $0.customer != nil && $0.customer == customer?.id }
            ?? answerable
    }

    private func isOnScreen(_ call: PromisedCall) -> Bool {
        call.customer == nil ? call.caseNumber == caseScreen?.caseNumber : call.customer == customer?.id
    }

    /// A resolved or offered case on the screen that is not in the list yet.
    private var answerable: PromisedCall? {
        guard let complaint = actedOn else { return nil }
        let isOffered = complaint.pendingTransfer?.to == agent.login
        guard isOffered || complaint.state == .resolved else { return nil }
        return PromisedCall(
            kind: isOffered ? .transfer : .followUp, customer: complaint.customer.map { CustomerID($0) },
            customerName: customer?.caller?.name, phone: nil, caseNumber: complaint.caseNumber,
            owner: complaint.owner, text: complaint.summary, due: now)
    }

    /// Ctrl-Q: what became of the promise, one digit.
    mutating func openResults() {
        guard let call = promiseInHand else { return }
        if promises[call.identity] == nil { promises.calls.append(call) }
        promises.inHand = call.identity
        if case .choice(let list)? = overlays.last, list.title == .promises { overlays.removeLast() }
        let items: [ChoiceItem] =
            switch call.kind {
            case .callBack:
                CallResult.allCases.map { ChoiceItem(.callResult($0), .recordCall($0)) }
            case .followUp:
                [CallResult.reached, .notReached].map { ChoiceItem(.callResult($0), .recordCall($0)) }
            case .transfer:
                [TransferStatus.accepted, .declined].map {
                    ChoiceItem(.fieldValue(fieldID: "status", value: $0.rawValue), .answerTransfer($0))
                }
            }
        overlays.append(.choice(ChoiceList(title: .callResult(call), items: items)))
    }

    /// Keeps the result: of a call-back in the store, of a follow-up as the engine's event.
    mutating func recordCall(_ result: CallResult) -> [DeskEffect] {
        guard let call = promises.inHand.flatMap({ promises[$0] }) else { return [] }
        switch call.kind {
        case .callBack(let number):
            let request = nextRequest()
            writes[request] = .call(call, result)
            return [.recordCall(request: request, number: number, result)]
        case .followUp:
            guard let number = call.caseNumber else { return [] }
            guard result == .reached else { return sendDirect(.followUp, ["reached": "false"], to: number) }
            return openFollowUp(number)
        case .transfer: return []
        }
    }

    mutating func answerTransfer(_ status: TransferStatus) -> [DeskEffect] {
        guard let number = promises.inHand.flatMap({ promises[$0] })?.caseNumber else { return [] }
        return sendDirect(.transferOwner, ["to": agent.login, "status": status.rawValue], to: number)
    }

    /// The customer was reached: only the answers are left to be typed.
    private mutating func openFollowUp(_ number: CaseNumber) -> [DeskEffect] {
        var form = Form(purpose: .event(number, .followUp), fields: eventFields(.followUp))
        if let complaint = actedOn, complaint.caseNumber == number { form = eventForm(.followUp, of: complaint) }
        openForm(form)
        let request = nextRequest()
        changeTopForm { form in
            if let at = form.fields.firstIndex(where: { $0.id == "reached" }) { form.fields[at].set("true") }
            form.focused = form.fields.firstIndex { $0.id == "satisfied" } ?? 0
            form.briefRequest = request
        }
        return [.loadBrief(request: request, number)]
    }

    /// One event without a form.
    mutating func sendDirect(_ type: EventType, _ fields: [String: String], to number: CaseNumber) -> [DeskEffect] {
        let request = nextRequest()
        writes[request] = .direct(number, type)
        return [
            .complaint(
                request: request,
                ComplaintCommand(target: .existing(number, expectedVersion: nil), type: type, fields: fields))
        ]
    }

    /// A promise or its result is durable.
    mutating func callKept(_ request: Int, undo token: String?) -> [DeskEffect] {
        switch writes[request] {
        case .form:
            writes[request] = nil
            guard let (form, kept) = formTaken(request, case: nil, customer: nil) else { return [] }
            if case .callBack(let id, _) = form.purpose, let due = moment(form["due"]?.value ?? "") {
                let name = recent.first { $0.customer == id }?.name
                post(.done, .callPromised(name, wording.dayAndTime(due, zone: zone)))
            }
            offerUndo(token.map { .token($0, note: nil) })
            return kept + reloadQuietly() + readPromises()
        case .call(let call, let result):
            writes[request] = nil
            post(.done, .callRecorded(call.customerName, result))
            offerUndo(token.map { .token($0, note: nil) })
            promises.inHand = nil
            return contact(call, result) + reloadQuietly() + readPromises()
        default: return []
        }
    }

    /// A call about a case stands in its trail too, where the caller may write there.
    private mutating func contact(_ call: PromisedCall, _ result: CallResult) -> [DeskEffect] {
        guard let number = call.caseNumber, result == .reached || result == .notReached else { return [] }
        undo = .write(.never(.contact), until: undoEndsAt ?? now)
        let request = nextRequest()
        writes[request] = .besides
        let fields = [
            "direction": ContactDirection.outbound.rawValue, "channel": "phone",
            "reached": result == .reached ? "true" : "false", "text": call.text,
        ]
        return [
            .complaint(
                request: request,
                ComplaintCommand(target: .existing(number, expectedVersion: nil), type: .contact, fields: fields))
        ]
    }

    /// Says when the time of a promised call has come: once, in the minute it is due.
    mutating func tellPromisesDue(since before: Instant) {
        for call in promises.calls where call.due > before && call.due <= now && !call.isLapsed {
            post(.warning, .promiseDue(call))
        }
    }
}
