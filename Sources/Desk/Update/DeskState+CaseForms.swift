import Complaints
import Dossier
import Money
import TerminalKit
import WorkingTime

extension DeskState {
    /// The complaint an action is about: the case on the screen, else the one chosen among the customer's.
    var actedOn: Complaint? {
        if let caseScreen { return caseScreen.file?.complaint }
        guard let customer, !customer.complaints.isEmpty else { return nil }
        return customer.complaints[customer.selectedComplaintRow]
    }

    /// The form of an event with what is known in it, the keyboard in the first field that still needs something.
    mutating func openEventForm(_ event: EventType, of complaint: Complaint) -> [DeskEffect] {
        openForm(eventForm(event, of: complaint))
        let request = nextRequest()
        changeTopForm { $0.briefRequest = request }
        return [.loadBrief(request: request, complaint.caseNumber)]
    }

    mutating func briefLoaded(_ request: Int, _ brief: CaseBrief) {
        for at in overlays.indices {
            guard case .form(var form) = overlays[at], form.briefRequest == request else { continue }
            form.brief = brief
            // What the policy and the roster allow becomes a list, as long as nobody has typed there.
            for row in form.fields.indices where form.fields[row].value.isEmpty {
                let values = choices(of: form.fields[row].id, form.purpose, brief)
                if (1...9).contains(values.count) { form.fields[row].kind = .choice(values) }
            }
            overlays[at] = .form(form)
        }
    }

    /// What others did meanwhile: shown beside what was typed, which stays as it is.
    mutating func changesLoaded(_ request: Int, _ events: [Event]) {
        for at in overlays.indices {
            guard case .form(var form) = overlays[at], form.conflictRequest == request else { continue }
            form.since = events
            overlays[at] = .form(form)
        }
    }

    private func choices(of field: String, _ purpose: FormPurpose, _ brief: CaseBrief) -> [String] {
        guard case .event(_, let type) = purpose else { return [] }
        return switch (type, field) {
        case (.wait, "reason"): brief.pauseReasons
        case (.dispatch, "unit"): brief.units
        default: []
        }
    }

    /// Asks what the form on top would bring; an answer to an older text is dropped.
    mutating func lookAhead() -> [DeskEffect] {
        guard var form = topForm, case .event(let number, let type) = form.purpose else { return [] }
        let request = nextRequest()
        form.foresightRequest = request
        overlays[overlays.count - 1] = .form(form)
        let command = ComplaintCommand(
            target: .existing(number, expectedVersion: form.expectedVersion), type: type, fields: eventValues(form))
        return [.foresee(request: request, command)]
    }

    mutating func foreseen(_ request: Int, _ foresight: Foresight?) {
        guard topForm?.foresightRequest == request else { return }
        changeTopForm { $0.foresight = foresight }
    }

    mutating func changeTopForm(_ change: (inout Form) -> Void) {
        guard case .form(var form)? = overlays.last else { return }
        change(&form)
        overlays[overlays.count - 1] = .form(form)
    }

    /// Beyond the agent's limit: the same remedy goes up for approval in the same keystroke; the form waits for that.
    mutating func raiseForApproval(_ request: Int, _ refusal: Refusal) -> [DeskEffect]? {
        guard refusal.code == .authorityExceeded, case .form = writes[request] else { return nil }
        guard let form = form(waitingFor: request), case .event(let number, let type) = form.purpose,
            type == .offerRemedy || type == .resolveNow
        else { return nil }
        let values = eventValues(form)
        var fields = values.filter { ["remedy_type", "amount", "currency"].contains($0.key) }
        fields["reason"] = EscalationReason.authority.rawValue
        fields["summary"] = raiseWords(values, number)
        let next = nextRequest()
        withForm(waitingFor: request) { $0.pendingRequest = next }
        writes[request] = nil
        writes[next] = .raised(refusal.lowestRole)
        return [
            .complaint(
                request: next,
                ComplaintCommand(target: .existing(number, expectedVersion: nil), type: .escalate, fields: fields))
        ]
    }

    /// What is asked for, and what the case is about: the customer need not repeat it.
    private func raiseWords(_ values: [String: String], _ number: CaseNumber) -> String {
        let currency = values["currency"].flatMap { Currency(rawValue: $0) } ?? currency
        let amount = values["amount"].flatMap { Int64($0) }.map { Money(minorUnits: $0, currency: currency) }
        let remedy = values["remedy_type"].map { wording.value($0, field: "remedy_type") } ?? ""
        let about = actedOn?.caseNumber == number ? actedOn?.summary.oneLine : nil
        return wording.asksApproval([remedy, amount.map { wording.amount($0) } ?? ""], about: about)
    }

    /// An outcome in the customer's favour needs our error admitted and an apology: said so until the agent says otherwise.
    func completed(_ form: Form, after id: String) -> Form {
        guard id == "outcome", let outcome = form["outcome"]?.value else { return form }
        var form = form
        for at in form.fields.indices where ["error_admitted", "apology"].contains(form.fields[at].id) {
            guard !form.fields[at].isTouched else { continue }
            let value = outcome.isEmpty || outcome == Outcome.notUpheld.rawValue ? "" : "true"
            form.fields[at] = FormField(id: form.fields[at].id, kind: form.fields[at].kind, value: value)
        }
        return form
    }
}
