import Customers
import Dossier

extension DeskState {
    /// A new customer's form changed: whom it looks like is asked for again.
    mutating func seekLookalikes(since before: Form?) -> [DeskEffect] {
        guard let form = topForm, form.purpose == .newCustomer else { return [] }
        let draft = customerDraft(form)
        let known = before.flatMap { $0.purpose == .newCustomer ? customerDraft($0) : nil }
        guard known.map({ $0.identity != draft.identity }) ?? true else { return [] }
        guard draft.identity.contains(where: { $0 != nil }) else {
            changeTopForm { $0.lookalikes = [] }
            return []
        }
        let request = nextRequest()
        changeTopForm { $0.lookalikesRequest = request }
        return [.findLookalikes(request: request, draft)]
    }

    mutating func lookalikesFound(_ request: Int, _ found: [Lookalike]) {
        guard topForm?.lookalikesRequest == request else { return }
        changeTopForm { $0.lookalikes = found }
    }

    /// F6: the customer who is there already instead of a new one; what was typed stays as a draft.
    mutating func openLookalike(_ form: Form) -> [DeskEffect] {
        guard form.lookalikes.count > 1 else { return form.lookalikes.first.map { open(Caller($0.match)) } ?? [] }
        let items = form.lookalikes.map { ChoiceItem(.candidate(Candidate($0.match)), .open(Caller($0.match))) }
        overlays.append(.choice(ChoiceList(title: .lookalikes, items: items)))
        return []
    }
}

extension CustomerDraft {
    /// What people are told apart by.
    fileprivate var identity: [String?] { [name, phones, plates, idNumber, birthDate, address] }
}
