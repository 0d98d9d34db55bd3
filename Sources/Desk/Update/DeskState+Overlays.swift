import TerminalKit

extension DeskState {
    /// What the topmost layer makes of a key; nil leaves it to its everyday meaning.
    mutating func overlayTakes(_ key: Key) -> [DeskEffect]? {
        let own: [DeskEffect]? =
            switch overlays.last {
            case .choice(let list): choiceTakes(key, list)
            case .form(let form): formTakes(key, form)
            case .help(let page): helpTakes(key, page)
            case .palette(let search): paletteTakes(key, search)
            case .menu(let menu): menuTakes(key, menu)
            case .log(let scroll): logTakes(key, scroll: scroll)
            case .entry(let row): entryTakes(key, row: row)
            case .why(let page): whyTakes(key, page)
            case .duplicates: duplicatesTake(key)
            case .importing: importTakes(key)
            case .profile(let scroll): profileTakes(key, scroll: scroll)
            case nil: nil
            }
        if let own { return own }
        switch key {
        case .escape, .function(12), .function(3):
            closeTopOverlay()
            return []
        case .function(1), .control("l"):
            return nil
        case .function(2), .function(9):
            closeOverlays()
            return nil
        default:
            // A form stays under what a command lays over it; everything else makes room.
            guard let id = DeskCommand.meant(by: key), !isText(key) else { return [] }
            guard topForm == nil else {
                return id == .palette || id == .menu || id == .save || id == .undo ? nil : []
            }
            closeTopOverlay()
            return topForm == nil || id == .palette || id == .menu || id == .save ? perform(id) : []
        }
    }

    private func isText(_ key: Key) -> Bool { if case .character = key { true } else { false } }

    /// Takes the topmost layer away; a form half filled is kept for later.
    mutating func closeTopOverlay() {
        guard case .form(let form)? = overlays.popLast() else { return }
        park(form)
    }

    mutating func closeOverlays() {
        while !overlays.isEmpty { closeTopOverlay() }
    }

    private mutating func helpTakes(_ key: Key, _ page: HelpPage) -> [DeskEffect]? {
        var page = page
        if key == .function(1), !page.showsAllKeys {
            page.showsAllKeys = true
            page.scroll = 0
        } else if key == .enter {
            closeTopOverlay()
            return []
        } else {
            let rows = max(1, Layout(self).overlay.rows - 2)
            let last = max(1, helpLines(page).count - rows + 1)
            guard let scroll = moved(page.scroll, by: key, count: last, page: rows) else { return nil }
            page.scroll = scroll
        }
        overlays[overlays.count - 1] = .help(page)
        return []
    }

    private mutating func logTakes(_ key: Key, scroll: Int) -> [DeskEffect]? {
        if key == .enter {
            closeTopOverlay()
            return []
        }
        guard let row = moved(scroll, by: key, count: notices.count, page: Layout(self).overlay.rows) else {
            return nil
        }
        overlays[overlays.count - 1] = .log(scroll: row)
        return []
    }

    private mutating func entryTakes(_ key: Key, row: Int) -> [DeskEffect]? {
        if key == .enter {
            closeTopOverlay()
            return []
        }
        guard let count = customer?.timeline.count, let next = moved(row, by: key, count: count, page: 2) else {
            return nil
        }
        customer?.selectedEntry = next
        overlays[overlays.count - 1] = .entry(row: next)
        return []
    }

    private mutating func paletteTakes(_ key: Key, _ search: PaletteSearch) -> [DeskEffect]? {
        var search = search
        let found = commands(matching: search.text.text)
        switch key {
        case .enter:
            guard found.indices.contains(search.selected) else { return [] }
            closeTopOverlay()
            return perform(found[search.selected].id)
        case .up, .down, .pageUp, .pageDown:
            let rows = max(1, Layout(self).overlay.rows - 3)
            search.selected = moved(search.selected, by: key, count: found.count, page: rows) ?? 0
        case .control("c"): search.text.clear()
        default:
            let isFull = search.text.count >= PaletteSearch.glyphsMax
            guard search.text.handle(key) else { return nil }
            if isFull, isText(key) { post(.warning, .textFull(glyphsMax: PaletteSearch.glyphsMax)) }
            search.selected = 0
        }
        overlays[overlays.count - 1] = .palette(search)
        return []
    }

    private mutating func menuTakes(_ key: Key, _ menu: CodeMenu) -> [DeskEffect]? {
        var menu = menu
        switch key {
        case .character(let scalar):
            let digit = Self.narrowed(scalar)
            guard ("0"..."9").contains(digit) else { return [] }
            menu.digits.unicodeScalars.append(digit)
            if menu.digits.unicodeScalars.count == 2 {
                let digits = menu.digits
                closeTopOverlay()
                guard let command = Int(digits).flatMap(DeskCommand.withCode) else {
                    post(.warning, .disabled(.noSuchCode(digits)))
                    return []
                }
                return perform(command.id)
            }
        case .backspace, .control("c"): menu.digits = ""
        case .enter:
            let id = DeskCommand.all[min(menu.selected, DeskCommand.all.count - 1)].id
            closeTopOverlay()
            return perform(id)
        default:
            let rows = max(1, Layout(self).overlay.rows - 2)
            guard let row = moved(menu.selected, by: key, count: DeskCommand.all.count, page: rows) else {
                return nil
            }
            menu.selected = row
        }
        overlays[overlays.count - 1] = .menu(menu)
        return []
    }

    /// Commands the palette shows for a text: code, label, initials or English id; all of them for none.
    package func commands(matching text: String) -> [DeskCommand] {
        let wanted = Self.narrowed(text).lowercased().filter { $0 != " " }
        guard !wanted.isEmpty else { return DeskCommand.all }
        let first = DeskCommand.all.filter { begins($0, with: wanted) }
        let second = DeskCommand.all.filter { !first.contains($0) && holds($0, wanted) }
        return first + second
    }

    private func begins(_ command: DeskCommand, with wanted: String) -> Bool {
        String(command.code).hasPrefix(wanted) || command.id.rawValue.hasPrefix(wanted)
            || command.initials.traditional.hasPrefix(wanted) || command.initials.simplified.hasPrefix(wanted)
            || searchable(command.label).contains { $0.hasPrefix(wanted) }
    }

    private func holds(_ command: DeskCommand, _ wanted: String) -> Bool {
        command.id.rawValue.filter { $0 != "-" }.contains(wanted) || command.initials.simplified.contains(wanted)
            || command.initials.traditional.contains(wanted)
            || searchable(command.label).contains { $0.contains(wanted) }
    }

    private func searchable(_ label: Phrase) -> [String] {
        [label.traditional, label.simplified, label.english.lowercased().filter { $0 != " " }]
    }
}
