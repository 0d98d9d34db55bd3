/// Text being edited: glyphs and the place between them where typing goes. What `TextField` and `TextArea` share.
struct EditBuffer: Sendable, Hashable {
    private(set) var glyphs: [Glyph] = []
    /// Between 0 and the number of glyphs.
    private(set) var cursor = 0
    let glyphsMax: Int
    let keepsLineEnds: Bool

    init(_ text: String, glyphsMax: Int, keepsLineEnds: Bool) {
        self.glyphsMax = min(max(1, glyphsMax), Shown.glyphsMax - 1)
        self.keepsLineEnds = keepsLineEnds
        insert(text)
    }

    /// Puts text in at the cursor; false if the limit cut it.
    ///
    /// Tabs become spaces, and line ends too where there is one line; other characters that may not be shown are
    /// left out.
    @discardableResult
    mutating func insert(_ text: String) -> Bool {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(Shown.glyphsMax * 5) {
            let isGap = scalar == "\t" || (scalar == "\n" && !keepsLineEnds)
            scalars.append(isGap ? " " : scalar)
        }
        let before = cursor > 0 ? glyphs[cursor - 1] : nil
        var sanitiser = Sanitiser(ambiguous: .narrow, keepsLineEnds: keepsLineEnds, continuing: before)
        sanitiser.read(String(scalars))
        var new = sanitiser.glyphs[...]
        if before != nil, let marked = new.popFirst() { glyphs[cursor - 1] = marked }
        let kept = new.filter { !$0.isSanitised || $0.base == Sanitiser.unknown }
        let fitting = kept.prefix(glyphsMax - glyphs.count)
        glyphs.insert(contentsOf: fitting, at: cursor)
        cursor += fitting.count
        return fitting.count == kept.count && !sanitiser.isTruncated
    }

    /// Takes glyphs out; the cursor ends up where they were.
    mutating func remove(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<glyphs.count)
        glyphs.removeSubrange(range)
        cursor = range.lowerBound
    }

    mutating func move(to place: Int) {
        cursor = min(max(0, place), glyphs.count)
    }

    /// The start of the word before the cursor.
    var wordStart: Int {
        var place = cursor
        while place > 0 && glyphs[place - 1].isGap { place -= 1 }
        guard place > 0 else { return 0 }
        let width = glyphs[place - 1].width
        while place > 0 && !glyphs[place - 1].isGap && glyphs[place - 1].width == width { place -= 1 }
        return place
    }

    /// The place after the word at the cursor, and after the spaces that follow it.
    var wordEnd: Int {
        var place = cursor
        if place < glyphs.count && !glyphs[place].isGap {
            let width = glyphs[place].width
            while place < glyphs.count && !glyphs[place].isGap && glyphs[place].width == width { place += 1 }
        }
        while place < glyphs.count && glyphs[place].isGap { place += 1 }
        return place
    }

    /// The line around the cursor, without its end.
    var line: Range<Int> {
        var start = cursor
        while start > 0 && !glyphs[start - 1].isLineEnd { start -= 1 }
        var end = cursor
        while end < glyphs.count && !glyphs[end].isLineEnd { end += 1 }
        return start..<end
    }

    /// Does what an editing key asks; false if the key is none. Up and down are not handled here.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let scalar): insert(String(scalar))
        case .backspace: if cursor > 0 { remove((cursor - 1)..<cursor) }
        case .delete: if cursor < glyphs.count { remove(cursor..<(cursor + 1)) }
        case .left: move(to: cursor - 1)
        case .right: move(to: cursor + 1)
        case .home, .control("a"): move(to: line.lowerBound)
        case .end, .control("e"): move(to: line.upperBound)
        case .named(.left, .control), .named(.left, .alt): move(to: wordStart)
        case .named(.right, .control), .named(.right, .alt): move(to: wordEnd)
        case .control("w"), .named(.backspace, .alt): remove(wordStart..<cursor)
        case .control("u"): remove(line.lowerBound..<cursor)
        case .control("k"): remove(cursor..<line.upperBound)
        default: return false
        }
        return true
    }
}

extension Glyph {
    fileprivate var isGap: Bool { isSpace || isLineEnd }
}
