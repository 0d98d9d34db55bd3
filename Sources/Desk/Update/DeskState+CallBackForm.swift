import Complaints
import Customers
import Dossier
import TerminalKit
import WorkingTime

extension DeskState {
    /// A call-back of the customer on the screen, about the case if one is open: time, number and reason filled in.
    mutating func openCallBackForm() {
        guard let customer else { return }
        let complaint = caseScreen?.file?.complaint ?? (focus == .complaints ? actedOn : nil)
        var form = Form(
            purpose: .callBack(customer.id, complaint?.caseNumber), fields: callBackFields(customer.card?.customer))
        let known = [
            "due": typed(usualMoment), "text": note.text.text.oneLine,
            "phone": primaryPhone(customer.card?.customer), "for": Self.forMe,
        ]
        for at in form.fields.indices {
            guard let value = known[form.fields[at].id] ?? nil, !value.isEmpty else { continue }
            form.fields[at] = FormField(
                id: form.fields[at].id, kind: form.fields[at].kind, isRequired: form.fields[at].isRequired,
                value: value)
        }
        form.focused = form.fields.firstIndex { $0.isRequired && $0.value.isEmpty } ?? form.fields.count
        openForm(form)
    }

    /// The fields, empty; the customer's numbers and the teams as lists where there are several.
    func callBackFields(_ customer: Customer?) -> [FormField] {
        let numbers = customer?.phones.map { $0.e164 ?? $0.raw } ?? []
        let owners = [Self.forMe] + promises.teams
        return [
            FormField(id: "due", kind: .date, isRequired: true),
            FormField(id: "text", kind: .line, isRequired: true),
            FormField(id: "phone", kind: (2...9).contains(numbers.count) ? .choice(numbers) : .line),
            FormField(id: "for", kind: owners.count > 9 ? .line : .choice(owners)),
        ]
    }

    private static let forMe = "me"

    private func primaryPhone(_ customer: Customer?) -> String? {
        let phone = customer?.phones.first(where: \.isPrimary) ?? customer?.phones.first
        return phone.map { $0.e164 ?? $0.raw }
    }

    /// `2026-11-22 18:00`, as the field takes it.
    private func typed(_ instant: Instant) -> String {
        String(zone.localDateTime(at: instant).description.prefix(16).map { $0 == "T" ? " " : $0 })
    }

    /// The full half hour after the next hour: what is promised most.
    private var usualMoment: Instant {
        let half: Int64 = 1_800
        return Instant(seconds: (now.seconds + 3_600 + half - 1) / half * half)
    }

    /// `18:00` is today, or tomorrow when that is over; a date alone is 17:00 of that day; nil for anything else.
    func moment(_ text: String) -> Instant? {
        let text = Self.narrowed(text.trimmedSpaces)
        let today = zone.localDate(at: now)
        if let local = LocalDateTime(text) { return zone.instants(of: local).earliest }
        if let date = LocalDate(text) {
            return zone.instants(of: LocalDateTime(date: date, hour: 17, minute: 0, second: 0)).earliest
        }
        guard let local = LocalDateTime("\(today)T\(text.utf8.count == 4 ? "0" : "")\(text)") else { return nil }
        let instant = zone.instants(of: local).earliest
        guard instant <= now else { return instant }
        return zone.instants(
            of: LocalDateTime(
                date: today.advanced(byDays: 1), hour: local.hour, minute: local.minute, second: local.second)
        ).earliest
    }

    /// Sends the form; a time that is over is no promise.
    mutating func sendCallBack(_ form: Form) -> [DeskEffect] {
        guard case .callBack(let id, let number) = form.purpose else { return [] }
        guard let due = moment(form["due"]?.value ?? ""), due > now else {
            changeTopForm { form in
                form.refusal = .unreadable(fieldID: "due")
                form.focused = form.fields.firstIndex { $0.id == "due" } ?? 0
            }
            return []
        }
        let phone = form["phone"]?.value.trimmedSpaces ?? ""
        let owner = form["for"]?.value.trimmedSpaces ?? ""
        let request = nextRequest()
        writes[request] = .form
        changeTopForm { form in
            form.pendingRequest = request
            form.sent = Dictionary(form.fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        let call = NewCallBack(
            customer: id, caseNumber: number, due: due, phone: phone.isEmpty ? nil : phone,
            text: form["text"]?.value.trimmedSpaces ?? "",
            team: owner.isEmpty || owner == Self.forMe ? nil : owner)
        return [.promiseCall(request: request, call)]
    }
}
