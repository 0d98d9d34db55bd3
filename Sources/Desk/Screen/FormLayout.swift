/// Where a form's labels and values stand.
enum FormLayout {
    static let labelColumn = 3
    static let valueColumn = 20
    /// Rows of a field of several lines.
    static let proseRows = 4

    /// Cells a value has at that width of the screen; prose never runs wider than people read.
    static func proseColumns(_ columns: Int) -> Int { max(4, min(60, columns - valueColumn - 3)) }
}
