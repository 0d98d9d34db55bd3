import Testing

@testable import TerminalKit

@Suite struct GridPropertyTests {
    static let texts: [Shown] = [
        "王建国", "a", "ab王", "e\u{301}客", "\u{1B}x", "12,345", "😀笑", "京A·12345", "~", "", "一二三四五六七八九十",
    ]

    /// Draws things at random and checks after each that every wide character has both halves.
    @Test(arguments: 0..<60)
    func `no drawing leaves half a character or a written corner`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var grid = Grid(Size(columns: .random(in: 1...40, using: &random), rows: .random(in: 1...8, using: &random)))
        for _ in 0..<200 {
            draw(on: &grid, &random)
            if let fault = fault(in: grid) {
                Issue.record("\(fault)\n\(grid.goldenText)")
                return
            }
        }
    }

    private func draw(on grid: inout Grid, _ random: inout SeededGenerator) {
        let row = Int.random(in: -1...grid.size.rows, using: &random)
        let column = Int.random(in: -5...(grid.size.columns + 2), using: &random)
        let width = Int.random(in: 0...12, using: &random)
        let text = Self.texts.randomElement(using: &random) ?? .empty
        let role = Role.allCases.randomElement(using: &random) ?? .text
        switch Int.random(in: 0..<7, using: &random) {
        case 0: grid.put(text, row: row, column: column, role: role)
        case 1: grid.put(text, row: row, column: column, role: role, width: width)
        case 2: grid.put(text, row: row, column: column, role: role, width: width, align: .trailing)
        case 3: grid.fill(row: row, columns: column..<(column + width), role: role)
        case 4: grid.mark(row: row, columns: column..<(column + width), role: role, keeping: [.dim])
        case 5: grid.rule(row: row, columns: column..<(column + width), title: text)
        default: grid.frame(Rectangle(row: row, column: column, rows: 3, columns: width), title: text)
        }
    }

    private func fault(in grid: Grid) -> String? {
        for row in 0..<grid.size.rows {
            let cells = Array(grid.row(row))
            guard cells.count == grid.size.columns else { return "row \(row) has \(cells.count) cells" }
            for column in cells.indices {
                let cell = cells[column]
                let next = column + 1 < cells.count ? cells[column + 1] : nil
                let previous = column > 0 ? cells[column - 1] : nil
                if cell.kind == .wide && next?.kind != .continuation { return "lone first half at \(row), \(column)" }
                if cell.kind == .wide && next?.role != cell.role { return "two roles in \(row), \(column)" }
                if cell.kind == .continuation && previous?.kind != .wide {
                    return "lone second half at \(row), \(column)"
                }
                if cell.kind != .continuation && CellWidth.of(codePoint: cell.base) != (cell.kind == .wide ? 2 : 1) {
                    return "wrong width at \(row), \(column)"
                }
            }
        }
        let corner = grid[grid.size.rows - 1, grid.size.columns - 1]
        return corner?.base == 0x20 && corner?.kind == .narrow ? nil : "the corner is written"
    }
}
