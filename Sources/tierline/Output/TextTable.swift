import TerminalKit

/// Rows of text in columns as wide as their widest cell, measured in terminal cells (a Chinese character takes two).
struct TextTable {
    private var rows: [[Shown]] = []
    /// Blanks between two columns.
    private let gap = 2

    init(heading: [String] = []) {
        if !heading.isEmpty { rows.append(heading.map { Shown($0) }) }
    }

    mutating func add(_ cells: [String]) {
        rows.append(cells.map { Shown($0) })
    }

    /// The table as lines without trailing blanks.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            var pending = 0
            for (column, cell) in row.enumerated() {
                if !cell.isEmpty {
                    line += String(repeating: " ", count: pending) + cell.text
                    pending = 0
                }
                pending += widths[column] - cell.width + gap
            }
            return line
        }
    }

    func print() {
        for line in lines { Output.line(line) }
    }
}
