import Complaints
package import Customers
import Dossier
import TerminalKit
import Valuation

extension DeskState {
    /// F4: the values of the field, else the customers of late and the notes begun.
    mutating func openPickList() {
        if let form = topForm {
            openFieldValues(form)
            return
        }
        if focus == .wrapUp {
            openWrapUpList(saves: false)
            return
        }
        overlays.append(.choice(ChoiceList(title: .recent, items: recentItems())))
    }

    /// What an earlier desk left comes when it has been read: a list that is open already gets it below its last row.
    mutating func admitRestored() {
        guard case .choice(let list)? = overlays.last, list.title == .recent else { return }
        let added = recentItems().filter { item in !list.items.contains { $0.action == item.action } }
        var grown = ChoiceList(title: .recent, items: list.items + added, selected: list.selected)
        grown.digits = list.digits
        overlays[overlays.count - 1] = .choice(grown)
    }

    /// Customers of late, forms and notes begun.
    private func recentItems() -> [ChoiceItem] {
        var items: [ChoiceItem] = []
        if let draft = drafts[.unassigned], !draft.isEmpty {
            items.append(ChoiceItem(.unassignedDraft(draft.text.text), .openUnassignedNote))
        }
        items += recent.map { caller in
            ChoiceItem(.recent(caller, hasDraft: hasDraft(caller.customer)), .open(caller))
        }
        items += parkedForms.filter { $0.purpose.journalKey != nil }.map {
            ChoiceItem(.parkedForm($0.purpose), .openForm($0.purpose))
        }
        let listed = Set(recent.map(\.customer))
        for case (.customer(let id), let draft) in drafts.sorted(by: { $0.key < $1.key })
        where !listed.contains(id) && !draft.isEmpty {
            let caller = Caller(customer: id, name: nil, tier: .unrated)
            items.append(ChoiceItem(.recent(caller, hasDraft: true), .open(caller)))
        }
        return items
    }

    /// True when something begun for the customer waits: a note or a half-filled form.
    package func hasDraft(_ id: CustomerID) -> Bool {
        !(drafts[.customer(id)] ?? NoteDraft()).isEmpty || isParked(.newComplaint(id))
            || isParked(.editCustomer(id))
    }

    mutating func openWrapUpList(saves: Bool) {
        let codes = wrapUpCodes.prefix(WrapUpCode.codesMax)
        let items = codes.map { ChoiceItem(.phrase($0.label), .setWrapUp(id: $0.id, saves: saves)) }
        let selected = codes.firstIndex { $0.id == note.wrapUp } ?? 0
        overlays.append(.choice(ChoiceList(title: .wrapUp, items: items, selected: selected)))
    }

    mutating func openThemeList() {
        let items = themeNames.map { ChoiceItem(.plain($0), .setTheme($0)) }
        let selected = themeNames.firstIndex(of: themeName) ?? 0
        overlays.append(.choice(ChoiceList(title: .theme, items: items, selected: selected)))
    }

    mutating func openLanguageList() {
        let items = Language.allCases.map { ChoiceItem(.plain($0.endonym), .setLanguage($0)) }
        let selected = Language.allCases.firstIndex(of: wording.language) ?? 0
        overlays.append(.choice(ChoiceList(title: .language, items: items, selected: selected)))
    }

    mutating func openPresenceList() {
        let items = Presence.allCases.map { ChoiceItem(.presence($0), .setPresence($0)) }
        let selected = Presence.allCases.firstIndex(of: presence) ?? 0
        overlays.append(.choice(ChoiceList(title: .presence, items: items, selected: selected)))
    }

    mutating func openCopyList() {
        var texts: [String] = []
        if let number = caseScreen?.caseNumber ?? selectedCase { texts.append(number.description) }
        if let customer = customer?.card?.customer {
            texts += customer.phones.map { $0.e164 ?? $0.raw } + customer.plates.map(\.display)
            texts.append(customer.id.description)
        }
        overlays.append(.choice(ChoiceList(title: .copy, items: texts.map { ChoiceItem(.plain($0), .copy($0)) })))
    }

    mutating func openLogOutQuestion() {
        let items = [
            ChoiceItem(.phrase(Phrase("返回工作", "返回工作", "Stay")), .back),
            ChoiceItem(.phrase(Phrase("登出", "退出", "Log out")), .logOut),
        ]
        overlays.append(.choice(ChoiceList(title: .confirmLogOut, items: items)))
    }

    mutating func openDiscardNoteQuestion() {
        let items = [
            ChoiceItem(.phrase(Phrase("保留備註", "保留备注", "Keep the note")), .back),
            ChoiceItem(.phrase(Phrase("捨棄備註", "丢弃备注", "Discard it")), .discardNote),
        ]
        overlays.append(.choice(ChoiceList(title: .confirmDiscardNote, items: items)))
    }
}

extension DraftKey: Comparable {
    /// The unassigned note first, then by customer number.
    package static func < (a: DraftKey, b: DraftKey) -> Bool {
        switch (a, b) {
        case (.unassigned, .customer): true
        case (.customer(let a), .customer(let b)): a < b
        case (_, .unassigned): false
        }
    }
}
