extension Shown {
    /// The text in at most that many cells; a cut is marked with `~` in its last cell.
    package func truncated(to cells: Int) -> Shown {
        guard width > cells else { return self }
        guard cells > 0 else { return .empty }
        return prefix(cells: cells - 1) + Shown(glyphs: [.truncation])
    }

    /// As many glyphs from the start as fit, without a mark.
    package func prefix(cells: Int) -> Shown {
        var used = 0
        var count = 0
        for glyph in glyphs {
            guard used + Int(glyph.width) <= cells else { break }
            used += Int(glyph.width)
            count += 1
        }
        return Shown(glyphs: Array(glyphs[..<count]))
    }

    /// The text in exactly that many cells: cut, or filled with spaces.
    package func padded(to cells: Int, align: Alignment = .leading) -> Shown {
        let fitting = truncated(to: cells)
        let spaces = Shown(glyphs: Array(repeating: .space, count: max(0, cells - fitting.width)))
        return align == .leading ? fitting + spaces : spaces + fitting
    }

    /// The text in lines of at most that many cells.
    ///
    /// Latin words stay whole where they can; Chinese breaks anywhere, but no line begins with a closing mark. Spaces
    /// at a break are left out. More than `linesMax` lines are cut, the last one marked with `~`.
    package func wrapped(to cells: Int, linesMax: Int = 500) -> [Shown] {
        guard cells > 1 && linesMax > 0 else { return [] }
        let ranges = LineBreaker.lines(glyphs[...], cells: cells, keepsSpaces: false)
        var lines = ranges.prefix(linesMax).map { Shown(glyphs: Array(glyphs[$0])) }
        if ranges.count > linesMax, let last = lines.popLast() {
            lines.append((last + Shown(glyphs: [.truncation])).truncated(to: cells))
        }
        return lines
    }
}

/// Where lines of cells end.
enum LineBreaker {
    /// The ranges of the lines; with `keepsSpaces` every glyph is in exactly one, as an editor needs it.
    static func lines(_ glyphs: ArraySlice<Glyph>, cells: Int, keepsSpaces: Bool) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = glyphs.startIndex
        while start < glyphs.endIndex {
            let end = lineEnd(glyphs, from: start, cells: cells, keepsSpaces: keepsSpaces)
            var seenEnd = end
            var next = end
            if !keepsSpaces && end < glyphs.endIndex {
                while seenEnd > start && glyphs[seenEnd - 1].isSpace { seenEnd -= 1 }
                while next < glyphs.endIndex && glyphs[next].isSpace { next += 1 }
            }
            lines.append(start..<seenEnd)
            start = next
        }
        return lines.isEmpty ? [glyphs.startIndex..<glyphs.startIndex] : lines
    }

    private static func lineEnd(_ glyphs: ArraySlice<Glyph>, from start: Int, cells: Int, keepsSpaces: Bool) -> Int {
        var used = 0
        var end = start
        while end < glyphs.endIndex, used + Int(glyphs[end].width) <= cells {
            used += Int(glyphs[end].width)
            end += 1
        }
        guard end < glyphs.endIndex else { return end }
        guard end > start else { return start + 1 }
        if !keepsSpaces && glyphs[end].isSpace { return end }
        var at = end
        while at > start && !mayBreak(before: at, in: glyphs) { at -= 1 }
        return at > start ? at : end
    }

    private static func mayBreak(before index: Int, in glyphs: ArraySlice<Glyph>) -> Bool {
        let left = glyphs[index - 1]
        let right = glyphs[index]
        if noLineStart.contains(right.base) || noLineEnd.contains(left.base) { return false }
        if right.isSpace { return false }
        return left.isSpace || left.width == 2 || right.width == 2 || left.base == 0x2D
    }

    /// `,` `.` `!` `?` `:` `;` `)` `]` `}` `%` and their full-width and Chinese fellows.
    private static let noLineStart: Set<UInt32> = Set(",.!?:;)]}%、。，．！？：；）］｝》」』】〕〉％”’…".unicodeScalars.map(\.value))
    private static let noLineEnd: Set<UInt32> = Set("([{（［｛《「『【〔〈“‘".unicodeScalars.map(\.value))
}
