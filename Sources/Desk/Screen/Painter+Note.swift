import TerminalKit

extension Painter {
    /// The call note; what it holds is kept whether it is saved or not.
    mutating func paintNote() {
        guard let area = layout.panes[.note] else { return }
        var title = state.customer == nil ? wording.unassignedNote : wording.note
        if !state.note.isEmpty {
            title += wording.unsaved
        } else if state.isSavingNote {
            title += wording.saving
        }
        grid.rule(row: area.row - 1, columns: area.columnRange, title: shown(title), titleRole: headingRole(.note))
        let view = state.note.text.view(columns: area.columns - 2, rows: area.rows)
        for (offset, line) in view.lines.enumerated() {
            grid.put(line, row: area.row + offset, column: area.column + 1, width: area.columns - 1)
        }
        if state.note.text.isEmpty, state.focus != .note, state.customer != nil {
            put(wording.noteHelp, row: area.row, column: area.column + 1, role: .dim, width: area.columns - 2)
        }
        cursor(area.row + view.cursor.row, area.column + 1 + view.cursor.column, if: .note)
    }

    /// The wrap-up line: the chosen code, then all of them by number.
    mutating func paintWrapUp() {
        guard let area = layout.panes[.wrapUp] else { return }
        let isFocused = state.overlays.isEmpty && state.focus == .wrapUp
        let start =
            put(
                wording.wrapUp, row: area.row, column: area.column + 1, role: isFocused ? .focus : .label) + 1
        let codes = Array(state.wrapUpCodes.prefix(WrapUpCode.codesMax))
        let chosen = codes.firstIndex { $0.id == state.note.wrapUp }
        cursor(area.row, start, if: .wrapUp)
        var (row, column) = (area.row, start)
        let end = area.column + area.columns - 1
        if let chosen, area.rows == 1 {
            column = put("\(chosen + 1) " + wording[codes[chosen].label], row: row, column: column, role: .match) + 2
        }
        for (index, code) in codes.enumerated() where area.rows > 1 || index != chosen {
            let text = shown("\(index + 1)" + (wording.isChinese ? "" : " ") + wording[code.label])
            if column + text.width > end {
                guard row + 1 < area.row + area.rows else {
                    put("~", row: row, column: min(column, end), role: .dim)
                    return
                }
                (row, column) = (row + 1, area.column + 3)
            }
            column =
                grid.put(text, row: row, column: column, role: index == chosen ? .match : .dim, width: end - column) + 1
        }
    }
}

extension DeskState {
    /// True while a note of the customer on the screen is on its way to the store.
    var isSavingNote: Bool {
        writes.values.contains { if case .note(let note) = $0 { .customer(note.customer) == draftKey } else { false } }
    }
}
