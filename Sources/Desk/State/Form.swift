package import Complaints
package import Customers
package import Dossier
package import TerminalKit

/// A form laid over the lower part of the screen; what is typed survives every refusal.
package struct Form: Equatable, Sendable {
    package var purpose: FormPurpose
    package var fields: [FormField]
    /// Row of the field that has the keyboard; `fields.count` is the line that sends the form.
    package var focused = 0
    /// Why the last attempt was refused, shown beside the fields until the next attempt.
    package var refusal: FormRefusal?
    /// Number of the attempt under way; keys go on working, sending again does not.
    package var pendingRequest: Int?
    /// The note's text the form took along, so that the note can be cleared once it is kept.
    package var carriedNote: String?
    /// Version of the record when the form was opened.
    package var expectedVersion: Int?
    /// Values sent with the form that nobody types.
    package var given: [String: String] = [:]
    /// The values as they were sent last: what is typed after that is told apart from them.
    package var sent: [String: String] = [:]
    /// The agent's limit and what else counts here; nil until the store answers.
    package var brief: CaseBrief?
    /// What sending it now would bring; of the text as it was when the answer was asked for.
    package var foresight: Foresight?
    /// What others did to the case since the form was opened; shown with the refusal of a stale version.
    package var since: [Event] = []
    /// The values the record had when the form was opened, or when theirs were last taken in.
    package var base: [String: String] = [:]
    /// Fields that others changed too and that must be chosen before the form is sent.
    package var conflicts: [FieldConflict] = []
    /// Fields that now say what others wrote.
    package var takenOver: Set<String> = []
    /// Refused as stale, and the record has not been read again yet.
    var awaitsTheirs = false
    /// Customers a new one looks like, most alike first.
    package var lookalikes: [Lookalike] = []
    var lookalikesRequest: Int?
    var conflictRequest: Int?
    var briefRequest: Int?
    var foresightRequest: Int?

    package init(purpose: FormPurpose, fields: [FormField], focused: Int = 0) {
        self.purpose = purpose
        self.fields = fields
        self.focused = focused
    }

    package var isOnSendLine: Bool { focused >= fields.count }
    package var isTouched: Bool { fields.contains(where: \.isTouched) }
    package subscript(id: String) -> FormField? { fields.first { $0.id == id } }
}

/// What sending a form does.
package enum FormPurpose: Hashable, Sendable {
    case newCustomer
    case editCustomer(CustomerID)
    case newComplaint(CustomerID?)
    case event(CaseNumber, EventType)
    /// One event on each of these cases of the queue.
    case queueEvent([CaseNumber], EventType)
    case saveView
    /// A call-back promised to the customer, about a case or about none.
    case callBack(CustomerID, CaseNumber?)
}

/// One field of a form.
package struct FormField: Equatable, Sendable {
    /// What the field takes and how its keys work.
    package enum Kind: Hashable, Sendable {
        case line
        /// Text of several lines.
        case prose
        case number
        /// An amount as people write it; sent in minor units.
        case money
        /// Yes, no, or not answered.
        case yesNo
        /// A date `2026-03-02`, or with a time `2026-03-02 10:00`.
        case date
        /// One of these values, chosen by digit or arrow; no free text.
        case choice([String])
    }

    /// Name of the field in commands and in the trail.
    package var id: String
    package var kind: Kind
    package var isRequired: Bool
    package var input: FieldInput
    /// True once the agent changed it.
    package var isTouched = false

    package init(id: String, kind: Kind, isRequired: Bool = false, value: String = "") {
        self.id = id
        self.kind = kind
        self.isRequired = isRequired
        self.input = kind == .prose ? .prose(TextArea(value)) : .line(TextField(value))
    }

    package var value: String { input.text }

    /// Values the field may have; empty for free text.
    package var choices: [String] {
        switch kind {
        case .choice(let values): values
        case .yesNo: ["true", "false"]
        case .line, .prose, .number, .money, .date: []
        }
    }
}

/// The text of a field, of one line or of several.
package enum FieldInput: Hashable, Sendable {
    case line(TextField)
    case prose(TextArea)

    package var text: String {
        switch self {
        case .line(let field): field.text
        case .prose(let area): area.text
        }
    }
}

/// Why a form was not taken.
package enum FormRefusal: Hashable, Sendable {
    case missing(fieldID: String)
    case unreadable(fieldID: String)
    case refused(Refusal)
    case fault(DeskFault)
}

/// What the new- and edit-customer forms hold; the runtime reads phones and plates with the full parser.
package struct CustomerDraft: Hashable, Sendable {
    package var name: String?
    /// As typed, one or several separated by `;`.
    package var phones: String?
    package var plates: String?
    /// `male`, `female` or nil.
    package var sex: String?
    package var birthYear: Int?
    package var address: String?
    package var hint: String?
    package var preferences: String?
    /// As typed: a date, or a year of the Republic.
    package var birthDate: String?
    package var idNumber: String?
    package var addressParts = AddressParts()
    package var taboos: String?
    package var contactPreference: String?
    package var vulnerableNeed: String?
    package var creditGrade: CreditGrade?
    package var responsible: String?
    package var consents: [Consent] = []

    package init() {}
}
