import Customers
import TerminalKit
import Valuation

extension DeskState {
    /// Keys in a numbered list: a digit chooses at once where no longer number can follow.
    mutating func choiceTakes(_ key: Key, _ list: ChoiceList) -> [DeskEffect]? {
        var list = list
        if let effects = removesView(key, list) { return effects }
        if list.title == .promises, key == .control("q") { return perform(.recordCall) }
        switch key {
        case .enter:
            let row = Int(list.digits).map { $0 - 1 } ?? list.selected
            guard list.items.indices.contains(row) else { return [] }
            return choose(list.items[row].action, from: list.title)
        case .character(let scalar):
            let digit = Self.narrowed(scalar)
            guard ("0"..."9").contains(digit) else { return [] }
            list.digits.unicodeScalars.append(digit)
            guard let number = Int(list.digits), number >= 1, number <= list.items.count else {
                post(.warning, .disabled(.noSuchCode(list.digits)))
                list.digits = ""
                break
            }
            if number * 10 > list.items.count { return choose(list.items[number - 1].action, from: list.title) }
            list.selected = number - 1
        case .backspace, .control("c"): list.digits = ""
        default:
            let rows = max(1, Layout(self).overlay.rows - 2)
            guard let row = moved(list.selected, by: key, count: list.items.count, page: rows) else {
                return closesList(key, list)
            }
            list.selected = row
            list.digits = ""
        }
        overlays[overlays.count - 1] = .choice(list)
        return []
    }

    /// Esc in the candidates of a look-up clears the look-up too: the agent redials.
    private mutating func closesList(_ key: Key, _ list: ChoiceList) -> [DeskEffect]? {
        guard key == .escape || key == .function(12), case .candidates = list.title else { return nil }
        closeTopOverlay()
        clearLookup()
        focus = .lookup
        return []
    }

    /// Brings a form back that was left half filled, with its customer where it has one.
    private mutating func reopen(_ purpose: FormPurpose) -> [DeskEffect] {
        guard let form = parkedForms.first(where: { $0.purpose == purpose }) else { return [] }
        var effects: [DeskEffect] = []
        if let id = purpose.customer, customer?.id != id {
            effects = open(recent.first { $0.customer == id } ?? Caller(customer: id, name: nil, tier: .unrated))
        }
        openForm(form)
        guard case .event(let number, _) = purpose else { return effects }
        let request = nextRequest()
        changeTopForm { $0.briefRequest = request }
        return effects + [.loadBrief(request: request, number)]
    }

    /// Does what a row stands for; the list goes first.
    private mutating func choose(_ action: ChoiceAction, from title: ChoiceTitle) -> [DeskEffect] {
        closeTopOverlay()
        switch action {
        case .back: return []
        case .open(let caller):
            if case .candidates = title { return open(caller) }
            clearLookup()
            return open(caller)
        case .openUnassignedNote:
            closeCustomer()
            focus = .note
        case .setWrapUp(let id, let saves):
            let effects = setWrapUp(id)
            return saves ? effects + saveNote() : effects
        case .copy(let text): return [.copy(text)]
        case .setTheme(let name): return [.setTheme(name)]
        case .setLanguage(let language):
            wording = Wording(language)
            post(.done, .languageChanged(language))
            return [.languageChanged(language)]
        case .setPresence(let presence):
            self.presence = presence
            return [.presenceChanged(presence)]
        case .setField(let id, let value): setField(id, to: value)
        case .imports(let choice): return choose(choice)
        case .logOut: return [.quit]
        case .discardNote: return clearNote()
        case .openForm(let purpose): return reopen(purpose)
        case .showQueue(let filter, let name): return showQueue(filter, named: name)
        case .claimCases: return claimCases()
        case .assign(let login): return assignCases(to: login)
        case .decide(let decision): return decide(decision)
        case .openPromise(let identity): return openPromise(identity)
        case .recordCall(let result): return recordCall(result)
        case .answerTransfer(let status): return answerTransfer(status)
        case .takeCall(let id, let caller):
            clearLookup()
            return [.callTaken(id: id)] + open(caller)
        }
        return []
    }
}
