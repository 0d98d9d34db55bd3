/// One line of text being edited.
package struct TextField: Sendable, Hashable {
    private var buffer: EditBuffer

    /// The usual longest text, in glyphs.
    package static let glyphsMaxUsual = 200

    /// The cursor stands after the text.
    package init(_ text: String = "", glyphsMax: Int = TextField.glyphsMaxUsual) {
        buffer = EditBuffer(text, glyphsMax: glyphsMax, keepsLineEnds: false)
    }

    /// What was typed, with characters that no font shows still in it. Setting it puts the cursor after it.
    package var text: String {
        get { buffer.glyphs.sourceText }
        set { buffer = EditBuffer(newValue, glyphsMax: buffer.glyphsMax, keepsLineEnds: false) }
    }

    package var isEmpty: Bool { buffer.glyphs.isEmpty }

    /// How many glyphs there are; the limit counts these.
    package var count: Int { buffer.glyphs.count }

    /// Puts text in at the cursor; line ends become spaces. False if the limit cut it.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool { buffer.insert(text) }

    /// Does what an editing key asks; false if the key is none, so that the caller may use it.
    package mutating func handle(_ key: Key) -> Bool { buffer.handle(key) }

    package mutating func clear() { buffer.remove(0..<buffer.glyphs.count) }

    /// The cursor's place in glyphs.
    package var cursor: Int { buffer.cursor }

    /// The part of the text seen in that many cells, and the cursor's column in it.
    ///
    /// Longer text moves by half the width at a time, so that it does not crawl with each key. One cell is kept for the
    /// cursor after the text.
    package func view(width: Int) -> (text: Shown, cursorColumn: Int) {
        guard width > 1 else { return (.empty, 0) }
        let cursorCell = buffer.glyphs[..<buffer.cursor].cellWidth
        let step = max(1, width / 2)
        let excess = cursorCell - (width - 1)
        let skipped = excess > 0 ? (excess + step - 1) / step * step : 0
        var start = 0
        var startCell = 0
        while startCell < skipped {
            startCell += Int(buffer.glyphs[start].width)
            start += 1
        }
        let rest = Shown(glyphs: Array(buffer.glyphs[start...]))
        return (rest.prefix(cells: width), cursorCell - startCell)
    }
}
