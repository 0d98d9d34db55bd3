import Customers
import TerminalKit

extension Painter {
    /// The customer whole, over the lists.
    mutating func paintProfile(scroll: Int) {
        let lines = state.profileLines(columns: columns)
        let title = wording[DeskCommand[.customerProfile].label]
        let name = state.customer?.caller?.name.map { "  " + $0 } ?? ""
        let area = ground(title: title + name, rows: lines.count, hint: wording.profileHint)
        let top = min(scroll, max(0, lines.count - area.rows))
        for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            paint(line, row: area.row + offset, column: 1, width: columns - 2)
        }
        grid.cursor = Position(row: area.row, column: 0)
    }

    /// The same beneath the open complaints, where the screen is wide enough.
    mutating func paintProfilePane() {
        guard let area = layout.profile else { return }
        let title = wording[DeskCommand[.customerProfile].label] + " Ctrl-F"
        grid.rule(row: area.row - 1, columns: area.columnRange, title: shown(title))
        for (offset, line) in state.profileLines(columns: area.columns - 2).prefix(area.rows).enumerated() {
            var line = line
            if line.role == .overlay { line.role = .text }
            paint(line, row: area.row + offset, column: area.column + 2, width: area.columns - 3)
        }
    }

    private mutating func paint(_ line: ProfileLine, row: Int, column: Int, width: Int) {
        put(line.label, row: row, column: column, role: .label, width: min(width, ProfileLine.valueColumn - 2))
        let start = ProfileLine.valueColumn - 1
        put(line.text, row: row, column: column + start, role: line.role, width: max(0, width - start))
    }
}
