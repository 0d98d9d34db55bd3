import TerminalKit
import WorkingTime

extension Painter {
    /// The message row: what happened, what can be undone, where the keyboard is.
    mutating func paintMessage() {
        let row = layout.messageRow
        let place = shown("[" + placeName + "] " + wording.tabHint)
        let placeColumn = columns - place.width
        grid.put(place, row: row, column: placeColumn, role: .dim)
        var end = placeColumn - 2
        if let until = state.undoEndsAt {
            let seconds = max(0, (until.microseconds - state.now.microseconds + 999_999) / 1_000_000)
            let hint = shown(wording.undoHint(seconds))
            let column = end - hint.width
            if column > 30 {
                grid.put(hint, row: row, column: column, role: .hintText)
                end = column - 2
            }
        }
        guard let notice = state.notice else { return }
        put(wording.sentence(notice.text), row: row, column: 1, role: role(of: notice.kind), width: end - 1)
    }

    func role(of kind: NoticeKind) -> Role {
        switch kind {
        case .done: .success
        case .information: .text
        case .warning: .warning
        case .error: .error
        }
    }

    private var placeName: String {
        switch state.topOverlay {
        case .form(let form): wording.title(form.purpose)
        case .choice: wording.place(state.focus)
        case .help: wording.helpTitle
        case .palette: wording.paletteTitle
        case .menu: wording[DeskCommand[.menu].label]
        case .log: wording.logTitle
        case .entry: wording.entryTitle
        case .why: wording.whyTitle
        case .importing: wording.importName
        case .duplicates: wording.duplicatesName
        case .profile: wording[DeskCommand[.customerProfile].label]
        case nil: wording.place(state.focus)
        }
    }

    /// The hint bar: F-keys in fixed places, those that do nothing now set back.
    mutating func paintHints() {
        let row = layout.hintRow
        var column = 1
        for hint in hints {
            let key = shown(hint.keys)
            let word = shown(hint.word)
            guard column + key.width + word.width <= columns - 1 else { return }
            let isOn = state.whyNot(hint.id) == nil
            column = grid.put(key, row: row, column: column, role: isOn ? .hintKey : .hintDisabled)
            column = grid.put(word, row: row, column: column, role: isOn ? .hintText : .hintDisabled) + 1
        }
    }

    /// What keys mean in the queue instead.
    private var inQueue: [CommandID: CommandID] {
        var meant: [CommandID: CommandID] = [.pickList: .filterQueue, .newComplaint: .assignCase]
        if state.call == nil { meant[.openCall] = .nextUnclaimed }
        return meant
    }

    /// The commands hinted at this width: on a narrow screen those less needed are left out, never moved about.
    private var hints: [(id: CommandID, keys: String, word: String)] {
        let functions: [CommandID] = [
            .help, .goToLookup, .goBack, .pickList, .reload, .newComplaint, .pageBack, .pageForward, .openCall, .menu,
            .cancel,
        ]
        let others: [CommandID] = [.nextPane, .palette, .save, .undo]
        let leftOut: Set<CommandID> = columns < 80 ? [.pageBack, .pageForward, .reload] : []
        return (functions + others).filter { !leftOut.contains($0) }.compactMap { id in
            let key = DeskCommand[id].keys.first
            let meant = state.showsQueue ? inQueue[id] ?? id : id
            guard let hint = DeskCommand[meant].hint, let key else { return nil }
            return (meant, wording.name(of: key) + (key.isFunction ? "" : wording.isChinese ? "" : "="), wording[hint])
        }
    }
}

extension Key {
    var isFunction: Bool { if case .named(.function, _) = self { true } else { false } }
}
