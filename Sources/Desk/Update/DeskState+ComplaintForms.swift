import Complaints
import Customers
import Dossier
import Money
import TerminalKit
import WorkingTime

extension DeskState {
    /// F6: a new complaint of the customer on the screen, with the note's text in it.
    ///
    /// Severity, category and vulnerability are the first assessment: given here they are sent right after the
    /// registration, so that one form does for a complaint taken on the phone.
    func newComplaintForm() -> Form {
        let carried = note.text.text
        let fields = newComplaintFields(of: customer?.id, text: carried)
        var form = Form(purpose: .newComplaint(customer?.id), fields: fields)
        form.carriedNote = carried.isEmpty ? nil : carried
        return form
    }

    func newComplaintFields(of customer: CustomerID?, text: String) -> [FormField] {
        var fields = [
            FormField(id: "summary", kind: .prose, isRequired: true, value: text),
            FormField(id: "channel", kind: .choice(Self.channels), isRequired: true, value: "phone"),
            FormField(id: "live", kind: .yesNo, value: "true"),
            FormField(id: "severity", kind: .choice(Severity.allCases.map(\.rawValue))),
            FormField(id: "category", kind: .line),
            FormField(id: "vulnerable", kind: .choice(["yes", "no", "unknown"])),
            FormField(id: "remedy_sought", kind: .line),
        ]
        if customer == nil { fields.insert(FormField(id: "contact", kind: .line, isRequired: true), at: 1) }
        return fields
    }

    static let channels = ["phone", "chat", "mail", "counter"]

    /// A form for an event, made from the event's schema.
    func eventForm(_ type: EventType, of complaint: Complaint) -> Form {
        let fields = eventFields(type).map { field in
            FormField(
                id: field.id, kind: field.kind, isRequired: field.isRequired, value: known(field.id, type, complaint))
        }
        var form = Form(purpose: .event(complaint.caseNumber, type), fields: fields)
        form.expectedVersion = complaint.version
        form.focused = fields.firstIndex { $0.isRequired && $0.value.isEmpty } ?? fields.count
        return form
    }

    /// The fields of an event, empty.
    func eventFields(_ type: EventType) -> [FormField] {
        // What settles a call comes before what only describes it.
        let schema = EventSchema.fields(of: type)
        let isLast = { (field: EventField) in type == .resolveNow && field.name == "product" }
        return (schema.filter { !isLast($0) } + schema.filter(isLast)).map {
            FormField(id: $0.name, kind: kind(of: $0), isRequired: $0.isRequired)
        }
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
        case ("vulnerable", .assess): complaint.isVulnerable == true ? "yes" : ""
        case ("currency", _): (complaint.currency ?? currency).rawValue
        case ("offer", .confirmExecuted): complaint.grantedOffer.map { String($0.version) } ?? ""
        case ("offer", _): complaint.openOffer.map { String($0.version) } ?? ""
        case ("root_cause", .close): complaint.rootCause ?? ""
        // Said in this very call; the agent sees it before it is sent.
        case ("told", .acknowledge), ("decision_told", .resolveNow): "true"
        case ("escalation", _): complaint.openEscalations.first.map { String($0.sequence) } ?? ""
        case ("task", .taskUpdate): complaint.openTasks.first.map { String($0.number) } ?? ""
        case ("summary", .escalate): complaint.summary
        case ("expires", .offerRemedy): day(after: Self.offerDays)
        case ("until", .wait): day(after: Self.waitDays)
        case ("approval", .offerRemedy): approved(complaint)?.decisionSequence.map(String.init) ?? ""
        case ("remedy_type", .offerRemedy): approved(complaint)?.remedy?.rawValue ?? ""
        case ("amount", .offerRemedy): approved(complaint)?.amount.map { $0.text() } ?? ""
        case ("to", .transferOwner), ("status", .transferOwner): transfer(name, complaint)
        default: ""
        }
    }

    /// Days an offer stands, and an answer is waited for, unless the agent says otherwise.
    private static let offerDays: Int64 = 7
    private static let waitDays: Int64 = 3

    private func day(after days: Int64) -> String {
        zone.localDate(at: Instant(seconds: now.seconds + days * 86_400)).description
    }

    /// The accepted remedy that has not been carried out yet.
    /// The newest approval that no offer has used yet.
    private func approved(_ complaint: Complaint) -> Escalation? {
        complaint.escalations.last { escalation in
            escalation.decision == .approve && escalation.remedy != nil
                && !complaint.offers.contains { $0.approval == escalation.decisionSequence }
        }
    }

    /// Whoever was offered the case answers; anybody else offers it.
    private func transfer(_ name: String, _ complaint: Complaint) -> String {
        guard let pending = complaint.pendingTransfer, pending.to == agent.login else { return "" }
        return name == "to" ? pending.to : TransferStatus.accepted.rawValue
    }
}
