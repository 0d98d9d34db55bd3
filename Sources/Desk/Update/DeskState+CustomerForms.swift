import Customers
import Dossier

extension DeskState {
    /// A form for a new customer with what was typed already in its place.
    func newCustomerForm(prefilledFrom answer: LookupAnswer?) -> Form {
        let typed = answer?.query ?? ""
        return switch answer?.kind {
        case .phone: customerForm(.newCustomer, phones: typed)
        case .plate: customerForm(.newCustomer, plates: typed)
        case .name: customerForm(.newCustomer, name: typed, focused: 1)
        case .customer, .case, nil: customerForm(.newCustomer)
        }
    }

    func newCustomerForm(phone: String) -> Form { customerForm(.newCustomer, phones: phone) }

    func editCustomerForm() -> Form {
        guard let customer = customer?.card?.customer else { return customerForm(.newCustomer) }
        var form = customerForm(
            .editCustomer(customer.id), name: customer.name ?? "",
            phones: customer.phones.map(\.raw).joined(separator: "; "),
            plates: customer.plates.map(\.display).joined(separator: "; "))
        form.expectedVersion = customer.version
        let values = Self.formValues(of: customer)
        for at in form.fields.indices {
            guard let value = values[form.fields[at].id] ?? nil else { continue }
            form.fields[at] = FormField(id: form.fields[at].id, kind: form.fields[at].kind, value: value)
        }
        return form
    }

    private func customerForm(
        _ purpose: FormPurpose, name: String = "", phones: String = "", plates: String = "", focused: Int = 0
    ) -> Form {
        Form(
            purpose: purpose,
            fields: [
                FormField(id: "name", kind: .line, value: name),
                FormField(id: "phones", kind: .line, value: phones),
                FormField(id: "plates", kind: .line, value: plates),
            ] + Self.particulars,
            focused: focused)
    }

    /// What a customer form asks the store to keep; an empty field is nil.
    func customerDraft(_ form: Form) -> CustomerDraft {
        var draft = CustomerDraft()
        draft.name = filled(form, "name")
        draft.phones = filled(form, "phones")
        draft.plates = filled(form, "plates")
        draft.sex = filled(form, "sex")
        draft.birthYear = filled(form, "birth_year").flatMap { Int(Self.narrowed($0)) }
        draft.address = filled(form, "address")
        draft.hint = filled(form, "hint")
        draft.preferences = filled(form, "preferences")
        addParticulars(form, to: &draft)
        return draft
    }

    func filled(_ form: Form, _ id: String) -> String? {
        guard let value = form[id]?.value.trimmedSpaces, !value.isEmpty else { return nil }
        return value
    }
}

extension String {
    /// Without the white space at both ends.
    var trimmedSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
