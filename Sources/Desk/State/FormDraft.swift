import Complaints
package import Customers

/// A form as the journal keeps it: every field as typed, sent or not.
package struct FormDraft: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package var name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    package var purpose: FormPurpose
    package var fields: [Field]
    package var expectedVersion: Int?
    /// The record's values when the form was opened: what a later change by others is told apart by.
    package var base: [String: String] = [:]
    /// Whose it is, for the pick list; nil when the customer is not known.
    package var caller: Caller?

    package init(purpose: FormPurpose, fields: [Field], expectedVersion: Int?, caller: Caller? = nil) {
        self.purpose = purpose
        self.fields = fields
        self.expectedVersion = expectedVersion
        self.caller = caller
    }
}

extension FormPurpose {
    /// The journal's name of a form, `complaint:C000123`; nil for forms that are not kept.
    package var journalKey: String? {
        switch self {
        case .newCustomer: "customer:"
        case .editCustomer(let id): "customer:\(id)"
        case .newComplaint(let id): "complaint:" + (id.map(\.description) ?? "")
        case .event(let number, let type): "event:\(number):\(type.rawValue)"
        case .callBack(let id, let number): "call:\(id):" + (number?.description ?? "")
        case .queueEvent, .saveView: nil
        }
    }

    /// Reads `journalKey`; nil for anything else.
    package init?(journalKey: String) {
        let parts = journalKey.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("customer", 2) where parts[1].isEmpty: self = .newCustomer
        case ("customer", 2):
            guard let id = CustomerID(text: parts[1]) else { return nil }
            self = .editCustomer(id)
        case ("complaint", 2) where parts[1].isEmpty: self = .newComplaint(nil)
        case ("complaint", 2):
            guard let id = CustomerID(text: parts[1]) else { return nil }
            self = .newComplaint(id)
        case ("event", 3):
            guard let number = CaseNumber(text: parts[1]), let type = EventType(rawValue: parts[2]) else { return nil }
            self = .event(number, type)
        case ("call", 3):
            guard let id = CustomerID(text: parts[1]) else { return nil }
            self = .callBack(id, CaseNumber(text: parts[2]))
        default: return nil
        }
    }

    /// The customer it is about, where the form itself says so.
    package var customer: CustomerID? {
        switch self {
        case .editCustomer(let id): id
        case .newComplaint(let id): id
        case .callBack(let id, _): id
        case .newCustomer, .event, .queueEvent, .saveView: nil
        }
    }
}

extension Form {
    /// The form as the journal keeps it; nil for one that is not kept.
    var draft: FormDraft? {
        guard purpose.journalKey != nil else { return nil }
        var draft = FormDraft(
            purpose: purpose, fields: fields.map { FormDraft.Field(name: $0.id, text: $0.value) },
            expectedVersion: expectedVersion)
        // Only a change of something that is there already can meet another's.
        if expectedVersion != nil { draft.base = base }
        return draft
    }
}
