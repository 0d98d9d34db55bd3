/// How many columns and rows of cells a screen or a part of it has.
package struct Size: Sendable, Hashable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// One cell's place, counted from 0 at the top left.
package struct Position: Sendable, Hashable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A block of cells.
package struct Rectangle: Sendable, Hashable {
    package var row: Int
    package var column: Int
    package var rows: Int
    package var columns: Int

    package init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }

    package var rowRange: Range<Int> { row..<(row + max(0, rows)) }
    package var columnRange: Range<Int> { column..<(column + max(0, columns)) }
}
