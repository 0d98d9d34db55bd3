/// Several lines of text being edited: the call note.
package struct TextArea: Sendable, Hashable {
    private var buffer: EditBuffer
    /// The column that Up and Down try to keep.
    private var goalColumn: Int?

    /// The longest note, in glyphs.
    package static let glyphsMaxUsual = 2000

    /// The cursor stands after the text.
    package init(_ text: String = "", glyphsMax: Int = TextArea.glyphsMaxUsual) {
        buffer = EditBuffer(text, glyphsMax: glyphsMax, keepsLineEnds: true)
    }

    /// What was typed, with characters that no font shows still in it. Setting it puts the cursor after it.
    package var text: String {
        get { buffer.glyphs.sourceText }
        set {
            buffer = EditBuffer(newValue, glyphsMax: buffer.glyphsMax, keepsLineEnds: true)
            goalColumn = nil
        }
    }

    package var isEmpty: Bool { buffer.glyphs.isEmpty }

    /// How many glyphs there are; the limit counts these.
    package var count: Int { buffer.glyphs.count }

    /// Puts text in at the cursor. False if the limit cut it.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool {
        goalColumn = nil
        return buffer.insert(text)
    }

    package mutating func clear() {
        goalColumn = nil
        buffer.remove(0..<buffer.glyphs.count)
    }

    /// The cursor's place in glyphs.
    package var cursor: Int { buffer.cursor }

    /// Does what an editing key asks, in lines of that many cells; false if the key is none, so that the caller may
    /// use it. Enter makes a new line.
    package mutating func handle(_ key: Key, columns: Int) -> Bool {
        switch key {
        case .up: moveVertically(-1, columns: columns)
        case .down: moveVertically(1, columns: columns)
        case .home, .end:
            goalColumn = nil
            let line = lines(columns: columns)[position(columns: columns).row]
            let isWrapped = line.upperBound < buffer.glyphs.count && !buffer.glyphs[line.upperBound].isLineEnd
            buffer.move(to: key == .home ? line.lowerBound : line.upperBound - (isWrapped && !line.isEmpty ? 1 : 0))
        case .enter:
            insert("\n")
        default:
            goalColumn = nil
            return buffer.handle(key)
        }
        return true
    }

    /// The rows of text and the cursor's place when shown in a window of that size.
    ///
    /// Longer text moves by half the window at a time. Rows beyond the text are not in the list.
    package func view(columns: Int, rows: Int) -> (lines: [Shown], cursor: Position) {
        guard columns > 1 && rows > 0 else { return ([], Position(row: 0, column: 0)) }
        let lines = lines(columns: columns)
        let place = position(columns: columns)
        let step = max(1, rows / 2)
        let excess = place.row - (rows - 1)
        let top = excess > 0 ? (excess + step - 1) / step * step : 0
        let shown = lines[top..<min(lines.count, top + rows)].map { Shown(glyphs: Array(buffer.glyphs[$0])) }
        return (shown, Position(row: place.row - top, column: place.column))
    }

    /// The rows the text takes at that width; every glyph but line ends is in exactly one. One cell is kept free for
    /// the cursor after the last glyph of a row.
    private func lines(columns: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        for line in buffer.glyphs.split(separator: .lineEnd, omittingEmptySubsequences: false) {
            lines += LineBreaker.lines(line, cells: max(2, columns - 1), keepsSpaces: true)
        }
        return lines
    }

    private func position(columns: Int) -> Position {
        let lines = lines(columns: columns)
        let row = lines.lastIndex { $0.lowerBound <= buffer.cursor } ?? 0
        return Position(row: row, column: buffer.glyphs[lines[row].lowerBound..<buffer.cursor].cellWidth)
    }

    private mutating func moveVertically(_ rows: Int, columns: Int) {
        let lines = lines(columns: columns)
        let place = position(columns: columns)
        let goal = goalColumn ?? place.column
        goalColumn = goal
        let row = place.row + rows
        guard lines.indices.contains(row) else { return }
        var at = lines[row].lowerBound
        var column = 0
        while at < lines[row].upperBound, column + Int(buffer.glyphs[at].width) <= goal {
            column += Int(buffer.glyphs[at].width)
            at += 1
        }
        let isWrapped = row + 1 < lines.count && lines[row + 1].lowerBound == lines[row].upperBound
        if isWrapped && at == lines[row].upperBound && !lines[row].isEmpty { at -= 1 }
        buffer.move(to: at)
    }
}
