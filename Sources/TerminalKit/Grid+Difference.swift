extension Grid {
    /// The rows that must be painted when the screen showed `previous`; all of them when it is nil or of another size.
    package func changedRows(since previous: Grid?) -> [Int] {
        guard let previous, previous.size == size else { return Array(0..<size.rows) }
        return (0..<size.rows).filter { row in
            let range = (row * size.columns)..<((row + 1) * size.columns)
            return cells[range] != previous.cells[range]
        }
    }
}
