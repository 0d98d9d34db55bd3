import Complaints
import Money
import TerminalKit

extension DeskState {
    /// F6: a new complaint of the customer on the screen, with the note's text in it.
    ///
    /// Severity, category and vulnerability are the first assessment: given here they are sent right after the
    /// registration, so that one form does for a complaint taken on the phone.
    func newComplaintForm() -> Form {
        let carried = note.text.text
        var fields = [
            FormField(id: "summary", kind: .prose, isRequired: true, value: carried),
            FormField(id: "channel", kind: .choice(Self.channels), isRequired: true, value: "phone"),
            FormField(id: "live", kind: .yesNo, value: "true"),
            FormField(id: "severity", kind: .choice(Severity.allCases.map(\.rawValue))),
            FormField(id: "category", kind: .line),
            FormField(id: "vulnerable", kind: .choice(["yes", "no", "unknown"])),
            FormField(id: "remedy_sought", kind: .line),
        ]
        if customer == nil { fields.insert(FormField(id: "contact", kind: .line, isRequired: true), at: 1) }
        var form = Form(purpose: .newComplaint(customer?.id), fields: fields)
        form.carriedNote = carried.isEmpty ? nil : carried
        return form
    }

    static let channels = ["phone", "chat", "mail", "counter"]

    /// A form for an event, made from the event's schema.
    func eventForm(_ type: EventType, of complaint: Complaint) -> Form {
        let fields = EventSchema.fields(of: type).map { field in
            FormField(
                id: field.name, kind: kind(of: field), isRequired: field.isRequired,
                value: known(field.name, type, complaint))
        }
        var form = Form(purpose: .event(complaint.caseNumber, type), fields: fields)
        form.expectedVersion = complaint.version
        return form
    }

    func kind(of field: EventField) -> FormField.Kind {
        switch field.kind {
        case .choice(let words): .choice(words)
        case .boolean, .confirmation: .yesNo
        case .instant, .date: .date
        case .integer: field.name == "amount" ? .money : .number
        case .text: Self.proseFields.contains(field.name) ? .prose : .line
        case .login, .customer: .line
        }
    }

    private static let proseFields: Set<String> = ["summary", "text", "words", "explanation", "root_cause"]

    /// What the case says already, so that it need not be typed again.
    private func known(_ name: String, _ type: EventType, _ complaint: Complaint) -> String {
        switch (name, type) {
        case ("severity", .assess), ("severity", .resolveNow): complaint.severity.rawValue
        case ("category", .assess), ("category", .resolveNow): complaint.category ?? ""
        case ("product", .assess), ("product", .resolveNow): complaint.product ?? ""
        case ("currency", _): (complaint.currency ?? currency).rawValue
        case ("offer", _): complaint.openOffer.map { String($0.version) } ?? ""
        case ("root_cause", .close): complaint.rootCause ?? ""
        default: ""
        }
    }
}
