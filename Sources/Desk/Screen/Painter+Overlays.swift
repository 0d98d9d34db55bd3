import Customers
import TerminalKit
import WorkingTime

extension Painter {
    /// What lies on top: it covers the block between the rules, whole rows of it.
    mutating func paintOverlay() {
        switch state.topOverlay {
        case .choice(let list): paint(list)
        case .form(let form): paint(form)
        case .help(let page): paint(page)
        case .palette(let search): paint(search)
        case .menu(let menu): paint(menu)
        case .log(let scroll): paintLog(scroll: scroll)
        case .entry(let row): paintEntry(row)
        case .why(let page): paint(page)
        case .duplicates: paintDuplicates()
        case .importing: paintImport()
        case .profile(let scroll): paintProfile(scroll: scroll)
        case nil: break
        }
    }

    /// Blanks the block an overlay takes and gives its inner rows.
    mutating func ground(title: String, rows wanted: Int, hint: String = "") -> Rectangle {
        let block = layout.overlay
        let rows = min(block.rows, max(3, wanted + 2))
        grid.fill(Rectangle(row: block.row, column: 0, rows: rows, columns: columns), role: .overlay)
        grid.rule(
            row: block.row, columns: 0..<columns, title: shown(title), role: .overlay, titleRole: .overlayTitle)
        grid.rule(
            row: block.row + rows - 1, columns: 0..<columns, title: shown(hint), role: .overlay,
            titleRole: .dim)
        return Rectangle(row: block.row + 1, column: 0, rows: rows - 2, columns: columns)
    }

    private mutating func paint(_ list: ChoiceList) {
        let title = wording.title(list.title) + (list.digits.isEmpty ? "" : "  " + list.digits + "_")
        let area = ground(title: title, rows: max(1, list.items.count), hint: wording.chooseHint)
        guard !list.items.isEmpty else {
            put(wording.nothingHere, row: area.row, column: 2, role: .overlay)
            grid.cursor = Position(row: area.row, column: 1)
            return
        }
        let top = DeskState.top(selected: list.selected, count: list.items.count, visible: area.rows)
        for index in top..<min(list.items.count, top + area.rows) {
            paint(list.items[index], number: index + 1, isChosen: index == list.selected, row: area.row + index - top)
        }
        grid.cursor = Position(row: area.row + list.selected - top, column: 1)
    }

    private mutating func paint(_ item: ChoiceItem, number: Int, isChosen: Bool, row: Int) {
        let label = (number < 10 ? " " : "") + String(number)
        if case .candidate(let candidate) = item.label {
            paint(candidate, row: row, label: label, isChosen: isChosen)
            return
        }
        let ground: Role = isChosen ? .selection : .overlay
        grid.fill(row: row, columns: 0..<columns, role: ground)
        put(label, row: row, column: 1, role: ground)
        if case .recent(let caller, let hasDraft) = item.label {
            let badge = columns >= 76 ? 34 : 24
            put(caller.name ?? caller.customer.description, row: row, column: 5, role: ground, width: badge - 6)
            put(wording.badge(caller.tier), row: row, column: badge, role: role(of: caller.tier))
            let parts = [hasDraft ? wording.draft : nil, caller.phone.map { Wording.phone($0) }, caller.plate]
            put(parts.compactMap { $0 }.joined(separator: "  "), row: row, column: badge + badgeWidth + 1, role: ground)
            return
        }
        if case .promise(let call) = item.label {
            paint(call, row: row, ground: ground)
            return
        }
        put(text(of: item.label), row: row, column: 5, role: ground)
    }

    private func text(of label: ChoiceLabel) -> String {
        switch label {
        case .candidate(let candidate): candidate.caller.name ?? candidate.caller.customer.description
        case .recent(let caller, _): caller.name ?? caller.customer.description
        case .unassignedDraft(let text): wording.unassignedNote + " " + text.oneLine
        case .phrase(let phrase): wording[phrase]
        case .plain(let text): text
        case .presence(let presence): wording.word(presence)
        case .fieldValue(let field, let value): wording.value(value, field: field)
        case .parkedForm(let purpose): wording.draft + "  " + title(purpose)
        case .queueView(let view, let count): wording.counted(wording.word(view), count)
        case .queueState(let state, let count): wording.counted(wording.word(state), count)
        case .queueSeverity(let severity, let count): wording.counted(wording.word(severity), count)
        case .queueOwner(let login, let count): wording.counted(wording.owner(login), count)
        case .colleague(let colleague): wording.line(colleague)
        case .importSubject(let subject): wording.word(subject)
        case .importDetect: wording.detectEncoding
        case .importField(let field): field.map { wording.label(importField: $0) } ?? wording.leftOut
        case .promise(let call): wording.line(call, now: state.now, zone: state.zone)
        case .callResult(let result): wording.word(result)
        }
    }

    private mutating func paint(_ page: HelpPage) {
        let lines = state.helpLines(page)
        let area = ground(title: wording.helpTitle, rows: lines.count, hint: page.showsAllKeys ? "" : wording.helpMore)
        let top = min(page.scroll, max(0, lines.count - area.rows))
        for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            if line.isHeading {
                put(line.text, row: area.row + offset, column: 1, role: .overlayTitle)
            } else {
                put(line.keys, row: area.row + offset, column: 3, role: .hintKey, width: HelpLine.textColumn - 4)
                put(line.text, row: area.row + offset, column: HelpLine.textColumn, role: .overlay)
            }
        }
        grid.cursor = Position(row: area.row, column: 0)
    }

    private mutating func paint(_ search: PaletteSearch) {
        let found = state.commands(matching: search.text.text)
        let area = ground(title: wording.paletteTitle, rows: layout.overlay.rows - 2, hint: wording.chooseHint)
        let start = put(wording.palettePrompt, row: area.row, column: 1, role: .focus) + 1
        let view = search.text.view(width: max(2, min(40, columns - start - 1)))
        grid.put(view.text, row: area.row, column: start, role: .input)
        grid.cursor = Position(row: area.row, column: start + view.cursorColumn)
        if found.isEmpty { put(wording.nothingMatches, row: area.row + 1, column: 5, role: .dim) }
        let visible = max(1, area.rows - 1)
        let top = DeskState.top(selected: search.selected, count: found.count, visible: visible)
        for (offset, command) in found.dropFirst(top).prefix(visible).enumerated() {
            paint(command, isChosen: top + offset == search.selected, row: area.row + 1 + offset, width: columns)
        }
    }

    private mutating func paint(_ menu: CodeMenu) {
        let title = wording.menuTitle + (menu.digits.isEmpty ? "" : "  " + menu.digits + "_")
        let area = ground(title: title, rows: layout.overlay.rows - 2, hint: wording.chooseHint)
        let all = DeskCommand.all
        let across = columns >= 112 ? 3 : columns >= 76 ? 2 : 1
        let width = columns / across
        let visible = area.rows * across
        let top = DeskState.top(selected: menu.selected, count: all.count, visible: visible)
        for (offset, command) in all.dropFirst(top).prefix(visible).enumerated() {
            let place = Position(row: area.row + offset % area.rows, column: offset / area.rows * width)
            let isChosen = top + offset == menu.selected
            paint(command, isChosen: isChosen, row: place.row, column: place.column, width: width)
            if isChosen { grid.cursor = Position(row: place.row, column: place.column + 1) }
        }
    }

    /// A command's line: code, label, key; set back with the reason where it does nothing now.
    private mutating func paint(_ command: DeskCommand, isChosen: Bool, row: Int, column: Int = 0, width: Int) {
        let why = state.whyNotBelow(command.id)
        let role: Role = isChosen ? .selection : why == nil ? .overlay : .hintDisabled
        grid.fill(row: row, columns: column..<(column + width), role: isChosen ? .selection : .overlay)
        put(String(command.code), row: row, column: column + 2, role: isChosen ? .selection : .hintKey)
        let label = shown(wording[command.label])
        let next = grid.put(label, row: row, column: column + 5, role: role, width: width - 6)
        let rest = why.map { wording.sentence($0) } ?? wording.keys(of: command)
        let after = max(next + 2, column + 5 + (width >= 60 ? 26 : 18))
        put(
            rest, row: row, column: after, role: isChosen ? .selection : .dim, width: max(0, column + width - 1 - after)
        )
    }

    private mutating func paintLog(scroll: Int) {
        let area = ground(title: wording.logTitle, rows: layout.overlay.rows - 2)
        let newest = Array(state.notices.reversed())
        if newest.isEmpty { put(wording.nothingHere, row: area.row, column: 2, role: .overlay) }
        for (offset, notice) in newest.dropFirst(scroll).prefix(area.rows).enumerated() {
            put(wording.dayAndTime(notice.postedAt, zone: state.zone), row: area.row + offset, column: 1, role: .dim)
            put(wording.sentence(notice.text), row: area.row + offset, column: 14, role: role(of: notice.kind))
        }
        grid.cursor = Position(row: area.row, column: 0)
    }

    private mutating func paintEntry(_ index: Int) {
        guard let timeline = state.customer?.timeline, timeline.indices.contains(index) else {
            grid.cursor = Position(row: layout.overlay.row, column: 0)
            return
        }
        let width = min(columns - 4, 76)
        let lines = detail(timeline[index]).flatMap { span in
            span.text.wrapped(to: width, linesMax: 40).map { Span($0, span.role == .text ? .overlay : span.role) }
        }
        let area = ground(title: wording.entryTitle, rows: lines.count)
        for (offset, line) in lines.prefix(area.rows).enumerated() {
            grid.put(line.text, row: area.row + offset, column: 2, role: line.role)
        }
        grid.cursor = Position(row: area.row, column: 0)
    }
}

extension DeskState {
    /// Why a command would do nothing once the menu or palette is gone.
    func whyNotBelow(_ id: CommandID) -> WhyNot? {
        var below = self
        if !below.overlays.isEmpty { below.overlays.removeLast() }
        return below.whyNot(id)
    }
}
