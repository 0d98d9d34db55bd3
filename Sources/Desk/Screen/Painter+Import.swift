import Dossier
import TerminalKit

extension Painter {
    /// The import in its three stages. File names and cells are a stranger's: nothing of them is drawn unread.
    mutating func paintImport() {
        guard let screen = state.imports else { return }
        let file = screen.stage == .file ? "" : "  " + wording.fileName(screen.plan?.file ?? "")
        let digits = screen.digits.isEmpty ? "" : "  " + screen.digits + "_"
        let area = ground(
            title: wording.importTitle(screen) + file + digits, rows: layout.overlay.rows - 2,
            hint: wording.importHint(screen))
        grid.cursor = Position(row: area.row, column: 0)
        switch screen.stage {
        case .file: paintFiles(screen, area)
        case .plan: paintPlan(screen, area)
        case .run: paintRun(screen, area)
        }
    }

    private mutating func paintFiles(_ screen: ImportScreen, _ area: Rectangle) {
        let start = put(wording.filePrompt, row: area.row, column: 1, role: screen.isTyping ? .focus : .label) + 1
        let view = screen.path.view(width: max(2, columns - start - 1))
        grid.fill(row: area.row, columns: start..<(columns - 1), role: .input)
        grid.put(view.text, row: area.row, column: start, role: .input)
        if screen.isTyping { grid.cursor = Position(row: area.row, column: start + view.cursorColumn) }
        guard let folder = screen.folder else {
            put(wording.loading, row: area.row + 1, column: 2, role: .dim)
            return
        }
        if let number = folder.errorNumber {
            put(wording.cannotRead(folder.path, number), row: area.row + 1, column: 2, role: .error, width: columns - 3)
            return
        }
        let listed = screen.listed
        let visible = area.rows - 1
        if listed.isEmpty { put(wording.nothingHere, row: area.row + 1, column: 2, role: .dim) }
        let top = DeskState.top(selected: screen.selectedEntry, count: listed.count, visible: visible)
        for (offset, entry) in listed.dropFirst(top).prefix(visible).enumerated() {
            let row = area.row + 1 + offset
            let isChosen = !screen.isTyping && top + offset == screen.selectedEntry
            let ground: Role = isChosen ? .selection : .overlay
            grid.fill(row: row, columns: 0..<columns, role: ground)
            if isChosen { grid.cursor = Position(row: row, column: 1) }
            put(String(top + offset + 1), row: row, endingAt: 5, role: ground)
            put(entry.name + (entry.isFolder ? "/" : ""), row: row, column: 7, role: ground, width: columns - 20)
            if !entry.isFolder {
                put(wording.size(entry.bytes), row: row, endingAt: columns - 2, role: isChosen ? ground : .dim)
            }
        }
    }

    private mutating func paintPlan(_ screen: ImportScreen, _ area: Rectangle) {
        let rows = screen.planRows
        let words = screen.fault ?? screen.sheet?.problem ?? refusedRows(screen.sheet)
        let foot = words.isEmpty ? [] : shown(words).wrapped(to: columns - 4, linesMax: 2)
        let visible = max(1, area.rows - foot.count)
        let top = DeskState.top(selected: screen.selectedRow, count: rows.count, visible: visible)
        for (offset, planRow) in rows.dropFirst(top).prefix(visible).enumerated() {
            let row = area.row + offset
            let isChosen = top + offset == screen.selectedRow
            let ground: Role = isChosen ? .selection : .overlay
            grid.fill(row: row, columns: 0..<columns, role: ground)
            if isChosen { grid.cursor = Position(row: row, column: 1) }
            put(String(top + offset + 1), row: row, endingAt: 4, role: ground)
            paint(planRow, screen, row: row, ground: ground)
        }
        let isFault = screen.fault != nil || screen.sheet?.problem != nil
        for (offset, line) in foot.enumerated() {
            grid.put(
                line, row: area.row + area.rows - foot.count + offset, column: 2, role: isFault ? .error : .warning)
        }
    }

    /// `12: name is missing`: the first of the sample rows that would be refused.
    private func refusedRows(_ sheet: ImportSheet?) -> String {
        guard let row = sheet?.rows.first(where: { $0.fault != nil }), let fault = row.fault else { return "" }
        return wording.refusedRow(String(row.line), fault)
    }

    private mutating func paint(_ planRow: ImportPlanRow, _ screen: ImportScreen, row: Int, ground: Role) {
        let valueColumn = columns >= 76 ? 26 : 20
        func value(_ text: String, _ role: Role) {
            put(
                text, row: row, column: valueColumn, role: ground == .selection ? ground : role,
                width: columns - valueColumn - 1)
        }
        switch planRow {
        case .subject:
            put(wording.subjectLabel, row: row, column: 6, role: ground)
            value(screen.plan.map { wording.word($0.subject) } ?? "", .match)
        case .encoding:
            put(wording.encodingLabel, row: row, column: 6, role: ground)
            value(screen.sheet.map { wording.encoding($0) } ?? wording.loading, .match)
        case .sheet:
            put(wording.sheetLabel, row: row, column: 6, role: ground)
            value(screen.sheet?.sheet ?? "", .match)
        case .column(let index):
            guard let sheet = screen.sheet, sheet.columns.indices.contains(index) else { return }
            let column = sheet.columns[index]
            put(column.name.oneLine, row: row, column: 6, role: ground, width: valueColumn - 8)
            let field = column.field.map { wording.label(importField: $0) } ?? wording.leftOut
            value("> " + field, column.field == nil ? .dim : .match)
            let samples = valueColumn + 18
            let cells = sheet.rows.prefix(3).map { index < $0.cells.count ? $0.cells[index] : "" }
            let text = cells.map { $0.isEmpty ? "-" : $0.oneLine }.joined(separator: " | ")
            put(
                " " + text, row: row, column: samples, role: ground == .selection ? ground : .dim,
                width: columns - samples - 1)
        case .tryIt: put(wording.tryIt, row: row, column: 6, role: ground)
        case .start: put(wording.startImport, row: row, column: 6, role: ground)
        }
    }

    private mutating func paintRun(_ screen: ImportScreen, _ area: Rectangle) {
        guard let run = screen.run else { return }
        var lines: [Span] = [
            Span(shown(wording.runs(run)), .overlayTitle), Span(shown(wording.progress(run)), .overlay),
        ]
        if let fault = run.fault {
            lines += shown(fault).wrapped(to: columns - 4, linesMax: 4).map { Span($0, .error) }
        }
        if let outcome = run.outcome {
            lines.append(Span(shown(wording.counts(outcome)), .success))
            lines += wording.remarks(outcome, isTry: run.isTry).flatMap { remark in
                shown(remark).wrapped(to: columns - 4, linesMax: 3).map { Span($0, .warning) }
            }
        }
        for (offset, line) in lines.prefix(area.rows).enumerated() {
            grid.put(line.text, row: area.row + offset, column: 2, role: line.role, width: columns - 3)
        }
        let rest = area.rows - lines.count
        guard rest > 0, let rejects = run.outcome?.rejects else { return }
        for (offset, reject) in rejects.dropFirst(run.scroll).prefix(rest).enumerated() {
            put(
                wording.refusedRow(reject.line, reject.reason.oneLine), row: area.row + lines.count + offset, column: 2,
                role: .overlay, width: columns - 3)
        }
    }
}
