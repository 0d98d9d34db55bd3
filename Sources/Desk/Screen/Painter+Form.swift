import TerminalKit

extension Painter {
    /// A form: labels, values, the line that sends it, and what was wrong with the last attempt.
    mutating func paint(_ form: Form) {
        let heights = form.fields.map { $0.kind == .prose ? FormLayout.proseRows : 1 }
        let outlook = outlook(form)
        let area = ground(
            title: title(form.purpose), rows: heights.reduce(0, +) + 2 + outlook.count, hint: wording.formHint)
        // Whole fields scroll by, so that the one with the keyboard is always seen with its neighbours.
        var first = 0
        let foot = area.rows > outlook.count + 4 ? outlook.count : 0
        let room = max(1, area.rows - 1 - foot)
        while first < form.focused, heights[first..<min(form.focused + 1, heights.count)].reduce(1, +) > room {
            first += 1
        }
        var row = area.row
        let end = area.row + area.rows - 1 - foot
        for index in first..<max(first, form.fields.count) where row < end {
            let rows = min(heights[index], end - row)
            let mark = form.mark(of: form.fields[index].id)
            put(mark, row: row, column: 1, role: .warning)
            paint(form.fields[index], isFocused: index == form.focused, row: row, rows: rows)
            row += rows
        }
        for (offset, line) in outlook.prefix(foot).enumerated() {
            grid.put(line.text, row: end + offset, column: FormLayout.labelColumn, role: line.role)
        }
        paintSendLine(form, row: area.row + area.rows - 1)
    }

    private mutating func paintSendLine(_ form: Form, row: Int) {
        let isFocused = form.isOnSendLine
        let words = form.pendingRequest == nil ? wording.send : wording.sending
        let after = put(
            words, row: row, column: FormLayout.labelColumn, role: isFocused ? .selection : .overlayTitle)
        if isFocused { grid.cursor = Position(row: row, column: FormLayout.labelColumn) }
        if let refusal = form.refusal { put(wording.sentence(refusal), row: row, column: after + 2, role: .error) }
    }

    private mutating func paint(_ field: FormField, isFocused: Bool, row: Int, rows: Int) {
        let label = wording.label(field: field.id) + (field.isRequired ? " *" : "")
        put(
            label, row: row, column: FormLayout.labelColumn, role: isFocused ? .focus : .label,
            width: FormLayout.valueColumn - FormLayout.labelColumn - 1)
        let column = FormLayout.valueColumn
        let width = FormLayout.proseColumns(columns)
        if !field.choices.isEmpty {
            paintChoices(field, isFocused: isFocused, row: row)
            return
        }
        for offset in 0..<rows { grid.fill(row: row + offset, columns: column..<(column + width), role: .input) }
        switch field.input {
        case .line(let line):
            let view = line.view(width: width)
            grid.put(view.text, row: row, column: column, role: .input, width: width)
            if isFocused { grid.cursor = Position(row: row, column: column + view.cursorColumn) }
        case .prose(let area):
            let view = area.view(columns: width, rows: rows)
            for (offset, text) in view.lines.enumerated() {
                grid.put(text, row: row + offset, column: column, role: .input, width: width)
            }
            if isFocused { grid.cursor = Position(row: row + view.cursor.row, column: column + view.cursor.column) }
        }
    }

    /// The values of a choice field by number, the chosen one marked beyond colour.
    private mutating func paintChoices(_ field: FormField, isFocused: Bool, row: Int) {
        var column = FormLayout.valueColumn
        if isFocused { grid.cursor = Position(row: row, column: column) }
        let values = field.choices
        let chosen = values.firstIndex(of: field.value)
        let all = values.enumerated().map { index, value in
            (index == chosen ? "[" : " ") + "\(index + 1) " + wording.value(value, field: field.id)
                + (index == chosen ? "]" : " ")
        }
        if all.map({ shown($0).width }).reduce(0, +) > columns - column - 1, let chosen {
            column = put(all[chosen], row: row, column: column, role: .match) + 1
            put("F4", row: row, column: column, role: .hintKey)
            return
        }
        for (index, text) in all.enumerated() where column < columns - 1 {
            column = put(text, row: row, column: column, role: index == chosen ? .match : .overlay)
        }
    }
}
