import Complaints
import Customers
import Dossier
import Money
import TerminalKit
import Valuation
import WorkingTime

extension DeskState {
    /// Sends the form on top; what is missing or cannot be read is said beside its field and gets the keyboard.
    mutating func sendForm() -> [DeskEffect] {
        guard var form = topForm, form.pendingRequest == nil else { return [] }
        if let conflict = form.conflicts.first {
            form.focusConflict()
            overlays[overlays.count - 1] = .form(form)
            post(.warning, .chooseFirst(fieldID: conflict.fieldID))
            return []
        }
        form.refusal = nil
        if let missing = form.fields.firstIndex(where: { $0.isRequired && $0.value.trimmedSpaces.isEmpty }) {
            form.refusal = .missing(fieldID: form.fields[missing].id)
            form.focused = missing
        } else if let row = form.fields.firstIndex(where: { !isReadable($0, in: form) }) {
            form.refusal = .unreadable(fieldID: form.fields[row].id)
            form.focused = row
        } else if form.isCustomerForm, ["name", "phones", "plates"].allSatisfy({ form[$0]?.value.isEmpty ?? true }) {
            form.refusal = .fault(.nothingToFindBy)
            form.focused = 0
        }
        guard form.refusal == nil else {
            overlays[overlays.count - 1] = .form(form)
            return []
        }
        switch form.purpose {
        case .queueEvent(let targets, let type):
            let values = fields(of: form, only: EventSchema.fields(of: type).map(\.name))
            overlays.removeLast()
            // Kept until every row has taken it: a refusal loses nothing that was typed.
            if form.isTouched { parkedForms.append(form) }
            return sendQueueForm(targets, type, values.merging(form.given) { typed, _ in typed })
        case .saveView: return saveQueueView(form)
        case .callBack:
            changeTopForm { $0 = form }
            return sendCallBack(form)
        case .newCustomer, .editCustomer, .newComplaint, .event: break
        }
        let request = nextRequest()
        form.pendingRequest = request
        form.sent = Dictionary(form.fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        overlays[overlays.count - 1] = .form(form)
        writes[request] = .form
        return [effect(of: form, request: request)]
    }

    private func effect(of form: Form, request: Int) -> DeskEffect {
        switch form.purpose {
        case .newCustomer:
            .createCustomer(request: request, customerDraft(form))
        case .editCustomer(let id):
            .editCustomer(
                request: request, customer: id, expectedVersion: form.expectedVersion ?? 0, customerDraft(form))
        case .newComplaint(let customer):
            .complaint(
                request: request,
                ComplaintCommand(
                    target: .new(customer: customer), type: .register,
                    fields: fields(of: form, only: EventSchema.fields(of: .register).map(\.name))))
        case .queueEvent, .saveView, .callBack:
            preconditionFailure("These forms are sent by ways of their own, before this one.")
        case .event(let number, let type):
            .complaint(
                request: request,
                ComplaintCommand(
                    target: .existing(number, expectedVersion: form.expectedVersion), type: type,
                    fields: eventValues(form)))
        }
    }

    /// The filled fields of an event's form.
    func eventValues(_ form: Form) -> [String: String] {
        guard case .event(_, let type) = form.purpose else { return [:] }
        return fields(of: form, only: EventSchema.fields(of: type).map(\.name))
    }

    /// The filled fields as the engine's reader takes them.
    private func fields(of form: Form, only names: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for field in form.fields where names.contains(field.id) {
            let text = field.value.trimmedSpaces
            guard !text.isEmpty else { continue }
            values[field.id] = sent(field, text, in: form)
        }
        // A currency without an amount says nothing.
        if values["amount"] == nil { values["currency"] = nil }
        return values
    }

    private func sent(_ field: FormField, _ text: String, in form: Form) -> String {
        switch field.kind {
        case .money: minorUnits(text, in: form).map(String.init) ?? text
        case .number, .date: Self.narrowed(text)
        case .line, .prose, .yesNo, .choice: text
        }
    }

    private func minorUnits(_ text: String, in form: Form) -> Int64? {
        let currency = form["currency"].flatMap { Currency(rawValue: $0.value) } ?? currency
        return try? Money(text: Self.narrowed(text), currency: currency).minorUnits
    }

    private func isReadable(_ field: FormField, in form: Form) -> Bool {
        let text = Self.narrowed(field.value.trimmedSpaces)
        guard !text.isEmpty else { return true }
        switch field.kind {
        case .line, .prose: return isReadableDate(field)
        case .number: return Int64(text) != nil && (field.id != "birth_year" || (1880...2200).contains(Int(text) ?? 0))
        case .money: return minorUnits(text, in: form) != nil
        case .date:
            if case .callBack = form.purpose { return moment(text) != nil }
            return LocalDate(text) != nil || LocalDateTime(text) != nil
        case .yesNo, .choice: return field.choices.contains(text)
        }
    }

    mutating func customerSaved(_ request: Int, _ id: CustomerID) -> [DeskEffect] {
        guard writes.removeValue(forKey: request) == .form,
            let (form, kept) = formTaken(request, case: nil, customer: id)
        else { return [] }
        guard form.purpose == .newCustomer else {
            post(.done, .customerSaved(id))
            return kept + (customer?.id == id ? reloadQuietly() : [])
        }
        let name = form["name"]?.value.trimmedSpaces
        let caller = Caller(customer: id, name: name?.isEmpty == false ? name : nil, tier: .unrated)
        let effects = overlays.isEmpty ? open(caller) : []
        post(.done, .customerCreated(id))
        return kept + effects
    }

    mutating func complaintDone(
        _ request: Int, _ number: CaseNumber, _ type: EventType, _ after: Complaint? = nil
    ) -> [DeskEffect] {
        switch writes.removeValue(forKey: request) {
        case .form:
            guard let (form, kept) = formTaken(request, case: number, customer: nil) else { return [] }
            offerUndo(undoStep(type, after))
            guard !form.purpose.isNewComplaint else { return kept + registered(number, form) }
            let key = after?.customer.map { DraftKey.customer(CustomerID($0)) } ?? .unassigned
            return kept + spendNote(form, of: key) + changed(number, type)
        case .raised(let role):
            guard let (_, kept) = formTaken(request, case: number, customer: nil) else { return [] }
            post(.done, .sentForApproval(number, role))
            offerUndo(.never(.escalate))
            return kept + reloadQuietly()
        case .assessment: return changed(number, type)
        case .direct(let number, let type):
            promises.inHand = nil
            offerUndo(undoStep(type, after))
            return changed(number, type) + readPromises()
        case .undoing: return compensated()
        case .queueStep(let number, let step): return queueStepDone(number, step, after)
        case .besides: return reloadQuietly()
        case .note, .undo, .view, .removedView, .call, .identity, nil: return []
        }
    }

    private mutating func changed(_ number: CaseNumber, _ type: EventType) -> [DeskEffect] {
        post(.done, .caseChanged(number, type))
        return reloadQuietly()
    }

    /// A case is registered: its note is spent, its first assessment follows if the form held one.
    private mutating func registered(_ number: CaseNumber, _ form: Form) -> [DeskEffect] {
        post(.done, .caseOpened(number))
        var effects: [DeskEffect] = []
        if case .newComplaint(let id) = form.purpose {
            effects += spendNote(form, of: id.map(DraftKey.customer) ?? .unassigned)
            if customer?.id == id {
                customer?.selectedCase = number
                if overlays.isEmpty, caseScreen == nil { focus = .complaints }
            }
        }
        let assessment = fields(of: form, only: ["severity", "category", "vulnerable"])
        if form["live"]?.value == "true", assessment.count == 3 {
            let request = nextRequest()
            writes[request] = .assessment(number, assessment)
            effects.append(
                .complaint(
                    request: request,
                    ComplaintCommand(
                        target: .existing(number, expectedVersion: nil), type: .assess, fields: assessment)))
        }
        return effects + reloadQuietly()
    }

    /// A form was not taken: it keeps its input and says why. One that was stale is read again and takes the new version,
    /// so that sending it once more is the agent's answer to what has changed.
    mutating func formRefused(_ request: Int, _ refusal: FormRefusal) -> [DeskEffect] {
        if case .refused(let refused) = refusal, let effects = raiseForApproval(request, refused) { return effects }
        guard let write = writes.removeValue(forKey: request) else { return [] }
        if case .besides = write { return [] }
        if case .assessment(let number, let fields) = write { keepAssessment(of: number, fields) }
        if case .queueStep(let number, _) = write { return queueStepRefused(number, refusal) }
        var changes: [DeskEffect] = []
        let conflict = nextRequest()
        let isFound = withForm(waitingFor: request) { form in
            form.pendingRequest = nil
            form.refusal = refusal
            form.awaitsTheirs = refusal.isStale
            if case .refused(let refusal) = refusal, refusal.code == .staleVersion {
                if case .event(let number, _) = form.purpose, let seen = form.expectedVersion {
                    form.conflictRequest = conflict
                    changes = [.loadChanges(request: conflict, number, after: seen)]
                }
                form.expectedVersion = refusal.version
            }
            if let field = refusal.fieldID, let row = form.fields.firstIndex(where: { $0.id == field }) {
                form.focused = row
            }
        }
        if !isFound || topForm?.refusal == nil { post(.error, refusal.notice) }
        return changes + (refusal.isStale ? reloadQuietly() : [])
    }

    /// An assessment that was not taken waits as a form of its own.
    private mutating func keepAssessment(of number: CaseNumber, _ values: [String: String]) {
        var form = Form(
            purpose: .event(number, .assess),
            fields: EventSchema.fields(of: .assess).map { field in
                FormField(
                    id: field.name, kind: kind(of: field), isRequired: field.isRequired, value: values[field.name] ?? ""
                )
            })
        for at in form.fields.indices { form.fields[at].isTouched = true }
        park(form)
    }

    mutating func writeFailed(_ request: Int, _ fault: DeskFault) -> [DeskEffect] {
        switch writes[request] {
        case .note(let saved):
            writes[request] = nil
            post(.error, .fault(fault))
            return giveBack(saved)
        case .form, .assessment, .queueStep, .raised, .direct, .undoing, .besides:
            return formRefused(request, .fault(fault))
        case .identity(let act):
            writes[request] = nil
            identityFailed(act, fault)
        case .undo, .view, .removedView, .call:
            writes[request] = nil
            post(.error, .fault(fault))
        case nil: break
        }
        return []
    }
}

extension Form {
    var isCustomerForm: Bool {
        switch purpose {
        case .newCustomer, .editCustomer: true
        case .newComplaint, .event, .queueEvent, .saveView, .callBack: false
        }
    }
}

extension FormPurpose {
    var isNewComplaint: Bool { if case .newComplaint = self { true } else { false } }
}

extension FormRefusal {
    var isStale: Bool {
        switch self {
        case .refused(let refusal): refusal.code == .staleVersion
        case .fault(let fault): fault == .staleVersion
        case .missing, .unreadable: false
        }
    }

    /// The message when the form itself is not in sight.
    var notice: NoticeText {
        switch self {
        case .refused(let refusal): .caseRefused(refusal)
        case .fault(let fault): .fault(fault)
        case .missing(let id), .unreadable(let id): .fault(.badValue(field: id, value: ""))
        }
    }

    /// The field it is about.
    var fieldID: String? {
        switch self {
        case .missing(let id), .unreadable(let id): id
        case .refused(let refusal): refusal.field
        case .fault(.badValue(let field, _)), .fault(.tooLong(let field, _)), .fault(.alreadyTaken(let field, _)): field
        case .fault: nil
        }
    }
}
