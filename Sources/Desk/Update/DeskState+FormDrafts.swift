import Complaints
import Customers
import TerminalKit

extension DeskState {
    /// What a key or paste did to the form on top: journaled, and looked ahead at.
    mutating func followForm(since before: Form?) -> [DeskEffect] {
        guard let form = topForm, form.fields != before?.fields || form.purpose != before?.purpose else { return [] }
        var effects: [DeskEffect] = []
        if form.isTouched, let draft = form.draft { effects.append(.saveForm(draft)) }
        return effects + lookAhead() + seekLookalikes(since: before)
    }

    /// The journal forgets a form that was taken or thrown away.
    func forget(_ purpose: FormPurpose) -> [DeskEffect] {
        purpose.journalKey.map { [.discardForm(key: $0)] } ?? []
    }

    /// Throws the form on top away; asked for by name, never by Esc.
    mutating func discardForm() -> [DeskEffect] {
        guard case .form(let form)? = overlays.last, form.pendingRequest == nil else { return [] }
        overlays.removeLast()
        parkedForms.removeAll { $0.purpose == form.purpose }
        return forget(form.purpose)
    }

    /// Forms an earlier desk left; one begun since the start wins.
    mutating func restore(_ drafts: [FormDraft]) {
        for draft in drafts.prefix(Self.parkedFormsMax) where !isParked(draft.purpose) {
            guard var form = blankForm(draft.purpose) else { continue }
            for field in draft.fields {
                guard let at = form.fields.firstIndex(where: { $0.id == field.name }) else { continue }
                form.fields[at].set(field.text)
            }
            form.expectedVersion = draft.expectedVersion
            form.base = draft.base
            parkedForms.append(form)
            if let caller = draft.caller, !recent.contains(where: { $0.customer == caller.customer }),
                recent.count < Self.recentMax
            {
                recent.append(caller)
            }
        }
    }

    /// The empty form of a purpose, before anything is known of what it is about.
    private func blankForm(_ purpose: FormPurpose) -> Form? {
        switch purpose {
        case .newCustomer: newCustomerForm(prefilledFrom: nil)
        case .editCustomer: Form(purpose: purpose, fields: newCustomerForm(prefilledFrom: nil).fields)
        case .newComplaint(let id): Form(purpose: purpose, fields: newComplaintFields(of: id, text: ""))
        case .event(_, let type): Form(purpose: purpose, fields: eventFields(type))
        case .callBack: Form(purpose: purpose, fields: callBackFields(nil))
        case .queueEvent, .saveView: nil
        }
    }

    /// A form was taken. What was typed into it after it was sent stays: as a note on the case, or as the form itself.
    mutating func formTaken(_ request: Int, case number: CaseNumber?, customer: CustomerID?) -> (Form, [DeskEffect])? {
        guard let form = removeForm(waitingFor: request) else { return nil }
        var effects = forget(form.purpose)
        let later = form.fields.filter { $0.value != form.sent[$0.id] ?? $0.value }
        guard !later.isEmpty else { return (form, effects) }
        if let number {
            effects += keepAsNote(later.map { $0.value.droppingPrefix(form.sent[$0.id] ?? "") }, on: number)
        } else if let customer {
            var rest = form
            rest.purpose = .editCustomer(customer)
            rest.pendingRequest = nil
            rest.sent = [:]
            rest.expectedVersion = form.expectedVersion.map { $0 + 1 } ?? 1
            parkedForms.append(rest)
            effects += rest.draft.map { [.saveForm($0)] } ?? []
        }
        post(.information, .typedLaterKept)
        return (form, effects)
    }

    private mutating func keepAsNote(_ texts: [String], on number: CaseNumber) -> [DeskEffect] {
        let purpose = FormPurpose.event(number, .note)
        var form = parkedForms.first { $0.purpose == purpose } ?? Form(purpose: purpose, fields: eventFields(.note))
        parkedForms.removeAll { $0.purpose == purpose }
        guard let at = form.fields.firstIndex(where: { $0.id == "text" }) else { return [] }
        let lines = [form.fields[at].value] + texts.map(\.trimmedSpaces)
        form.fields[at].set(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
        parkedForms.append(form)
        return form.draft.map { [.saveForm($0)] } ?? []
    }
}

extension String {
    /// What follows `prefix`; the whole text when it does not begin with it.
    fileprivate func droppingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
