/// A screen as a value: cells, and where the cursor stands.
///
/// Whatever is put into it, every row stays exactly as wide as the screen, no half of a wide character is ever left
/// alone, and the bottom right cell stays blank (painting it would scroll some terminals).
package struct Grid: Sendable, Hashable {
    package let size: Size
    /// Row by row.
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands; nil hides it.
    package var cursor: Position?
    /// Set for terminals that draw ambiguous characters two cells wide: each left in a text is drawn as one ASCII
    /// character here, so that no row can shift.
    package let ambiguous: AmbiguousWidth

    /// The largest screen drawn; a larger one is used in part.
    package static let columnsMax = 1000
    package static let rowsMax = 500

    package init(_ size: Size, ambiguous: AmbiguousWidth = .narrow) {
        self.size = Size(
            columns: min(max(size.columns, 0), Self.columnsMax), rows: min(max(size.rows, 0), Self.rowsMax))
        self.ambiguous = ambiguous
        cells = Array(repeating: .blank(.text), count: self.size.columns * self.size.rows)
    }

    /// The cell there; nil outside the screen.
    package subscript(row: Int, column: Int) -> Cell? {
        guard isInside(row: row, column: column) else { return nil }
        return cells[row * size.columns + column]
    }

    /// The cells of a row; empty outside the screen.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0 && row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// The column after the last one that may be written in a row.
    func columnLimit(row: Int) -> Int {
        row == size.rows - 1 ? max(0, size.columns - 1) : size.columns
    }

    func isInside(row: Int, column: Int) -> Bool {
        row >= 0 && row < size.rows && column >= 0 && column < size.columns
    }

    /// Writes a glyph that lies wholly inside the row's limit.
    mutating func write(_ glyph: Glyph, row: Int, column: Int, role: Role) {
        let index = row * size.columns + column
        let role = glyph.isSanitised ? .sanitised : role
        let base = ambiguous == .wide ? Self.unambiguous(glyph.base) : glyph.base
        separate(row: row, columns: column..<(column + Int(glyph.width)))
        cells[index] = Cell(base: base, marks: glyph.marks, role: role, kind: glyph.width == 2 ? .wide : .narrow)
        if glyph.width == 2 {
            cells[index + 1] = Cell(base: 0x20, role: role, kind: .continuation)
        }
    }

    /// Makes the cells of a row blank; the part outside the screen is left out.
    mutating func erase(row: Int, columns: Range<Int>, role: Role) {
        guard row >= 0 && row < size.rows else { return }
        let columns = columns.clamped(to: 0..<columnLimit(row: row))
        guard !columns.isEmpty else { return }
        separate(row: row, columns: columns)
        let start = row * size.columns
        for column in columns { cells[start + column] = .blank(role) }
    }

    /// Gives cells another role, whole wide characters at a time.
    mutating func assign(row: Int, columns: Range<Int>, role: (Role) -> Role) {
        guard row >= 0 && row < size.rows else { return }
        let columns = columns.clamped(to: 0..<columnLimit(row: row))
        let start = row * size.columns
        for column in columns {
            let new = role(cells[start + column].role)
            cells[start + column].role = new
            if column == columns.lowerBound && cells[start + column].kind == .continuation {
                cells[start + column - 1].role = new
            }
            if column == columns.upperBound - 1 && cells[start + column].kind == .wide {
                cells[start + column + 1].role = new
            }
        }
    }

    /// Blanks the halves of wide characters that overwriting these columns would leave alone.
    private mutating func separate(row: Int, columns: Range<Int>) {
        let start = row * size.columns
        if cells[start + columns.lowerBound].kind == .continuation {
            cells[start + columns.lowerBound - 1] = .blank(cells[start + columns.lowerBound - 1].role)
        }
        if columns.upperBound < size.columns && cells[start + columns.upperBound].kind == .continuation {
            cells[start + columns.upperBound] = .blank(cells[start + columns.upperBound].role)
        }
    }

    private static func unambiguous(_ base: UInt32) -> UInt32 {
        guard base >= 0xA1, let scalar = Unicode.Scalar(base), AmbiguousWidth.isAmbiguous(scalar) else { return base }
        return AmbiguousWidth.plain(scalar)?.utf8.first.map(UInt32.init) ?? 0x3F
    }
}
