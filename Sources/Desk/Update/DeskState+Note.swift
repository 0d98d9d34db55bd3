import Customers
import TerminalKit

extension DeskState {
    /// Keys in the call note; Enter is a new line there.
    mutating func noteTakes(_ key: Key) -> [DeskEffect]? {
        let columns = max(2, (Layout(self).panes[.note]?.columns ?? 40) - 2)
        var draft = note
        let before = draft.text.text
        switch key {
        case .pageUp, .pageDown, .function(7), .function(8):
            let rows = Layout(self).panes[.note]?.rows ?? 2
            let step: Key = key == .pageUp || key == .function(7) ? .up : .down
            for _ in 0..<max(1, rows - 1) { _ = draft.text.handle(step, columns: columns) }
        case .character, .enter:
            if draft.text.count >= NoteDraft.glyphsMax {
                post(.warning, .textFull(glyphsMax: NoteDraft.glyphsMax))
                return []
            }
            _ = draft.text.handle(key, columns: columns)
        default:
            guard draft.text.handle(key, columns: columns) else { return nil }
        }
        return keep(draft, changed: draft.text.text != before)
    }

    mutating func noteTakes(text: String) -> [DeskEffect] {
        var draft = note
        let room = max(0, NoteDraft.glyphsMax - draft.text.count)
        if !draft.text.insert(String(text.prefix(room))) || text.count > room {
            post(.warning, .textFull(glyphsMax: NoteDraft.glyphsMax))
        }
        return keep(draft, changed: true)
    }

    private mutating func keep(_ draft: NoteDraft, changed: Bool) -> [DeskEffect] {
        let key = draftKey
        drafts[key] = draft
        guard changed else { return [] }
        if draft.isEmpty { drafts[key] = nil }
        return [journal(key)]
    }

    /// The journal's line for a draft. A note on its way to the store stays in it until it is there.
    func journal(_ key: DraftKey) -> DeskEffect {
        let draft = drafts[key] ?? NoteDraft()
        var texts: [String] = []
        for case (_, .note(let note)) in writes.sorted(by: { $0.key < $1.key })
        where .customer(note.customer) == key { texts.append(note.text) }
        if !draft.text.isEmpty { texts.append(draft.text.text) }
        if texts.isEmpty, draft.wrapUp == nil { return .discardDraft(key) }
        return .saveDraft(key, text: texts.joined(separator: "\n"), wrapUp: draft.wrapUp)
    }

    /// Keys on the wrap-up line: digits choose, Enter saves.
    mutating func wrapUpTakes(_ key: Key) -> [DeskEffect]? {
        let count = min(wrapUpCodes.count, WrapUpCode.codesMax)
        let chosen = wrapUpCodes.prefix(count).firstIndex { $0.id == note.wrapUp }
        switch key {
        case .enter: return saveNote()
        case .left, .up: return chooseWrapUp(row: (chosen ?? 1) - 1)
        case .right, .down: return chooseWrapUp(row: (chosen ?? -1) + 1)
        case .backspace, .delete:
            wrapUpDigits = ""
            return setWrapUp(nil)
        case .character(let scalar):
            let digit = Self.narrowed(scalar)
            guard ("0"..."9").contains(digit) else { return nil }
            let longer = wrapUpDigits + String(digit)
            let number = Int(longer).flatMap { (1...count).contains($0) ? $0 : nil }
            wrapUpDigits = number == nil ? String(digit) : longer
            guard let row = number ?? Int(wrapUpDigits), (1...max(1, count)).contains(row), count > 0 else {
                wrapUpDigits = ""
                post(.warning, .disabled(.noSuchCode(longer)))
                return []
            }
            return chooseWrapUp(row: row - 1)
        default: return nil
        }
    }

    private mutating func chooseWrapUp(row: Int) -> [DeskEffect] {
        let count = min(wrapUpCodes.count, WrapUpCode.codesMax)
        guard count > 0 else { return [] }
        return setWrapUp(wrapUpCodes[min(max(0, row), count - 1)].id)
    }

    mutating func setWrapUp(_ id: String?) -> [DeskEffect] {
        var draft = note
        guard draft.wrapUp != id else { return [] }
        draft.wrapUp = id
        return keep(draft, changed: true)
    }

    /// Saves the note on the screen; without a wrap-up code the list of them comes first and saves when one is chosen.
    mutating func saveNote() -> [DeskEffect] {
        if let why = whyNot(.save) {
            post(.warning, .disabled(why))
            return []
        }
        guard let id = customer?.id else { return [] }
        let draft = note
        guard let wrapUp = draft.wrapUp ?? (wrapUpCodes.isEmpty ? "" : nil) else {
            openWrapUpList(saves: true)
            return []
        }
        let saved = NoteToSave(customer: id, text: draft.text.text, wrapUp: wrapUp)
        let request = nextRequest()
        writes[request] = .note(saved)
        drafts[.customer(id)] = nil
        wrapUpDigits = ""
        return [.saveNote(request: request, saved)]
    }

    mutating func noteSaved(_ request: Int, undoToken: String?) -> [DeskEffect] {
        guard case .note(let saved)? = writes.removeValue(forKey: request) else { return [] }
        offerUndo(undoToken.map { .token($0, note: saved) })
        let name = recent.first { $0.customer == saved.customer }?.name
        post(.done, .noteSaved(name ?? saved.customer.description))
        return [journal(.customer(saved.customer))]
            + (customer?.id == saved.customer ? reloadQuietly() : [])
    }

    /// A note that was not kept comes back in front of what was typed since.
    mutating func giveBack(_ saved: NoteToSave) -> [DeskEffect] {
        let key = DraftKey.customer(saved.customer)
        let since = drafts[key] ?? NoteDraft()
        let text = [saved.text, since.text.text].filter { !$0.isEmpty }.joined(separator: "\n")
        drafts[key] = NoteDraft(text: text, wrapUp: since.wrapUp ?? saved.wrapUp)
        return [journal(key)]
    }

    mutating func clearNote() -> [DeskEffect] {
        let key = draftKey
        guard let draft = drafts[key], !draft.isEmpty else { return [] }
        undo = .clearedNote(key, draft)
        drafts[key] = nil
        return [journal(key)]
    }

    /// Notes from the journal; one typed since the start wins.
    mutating func restore(_ restored: [RestoredDraft]) {
        for draft in restored.prefix(Self.draftsMax) {
            if (drafts[draft.key] ?? NoteDraft()).isEmpty {
                drafts[draft.key] = NoteDraft(text: draft.text, wrapUp: draft.wrapUp)
            }
            if let caller = draft.caller, !recent.contains(where: { $0.customer == caller.customer }),
                recent.count < Self.recentMax
            {
                recent.append(caller)
            }
        }
    }
}
