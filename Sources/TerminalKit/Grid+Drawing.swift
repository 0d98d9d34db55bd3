/// On which side of its place a text stands.
package enum Alignment: Sendable, Hashable {
    case leading
    case trailing
}

extension Grid {
    /// Writes text on one row and gives the column after it.
    ///
    /// What does not fit into `width` cells (without one: into the rest of the row) is cut, and the cut is marked with
    /// `~`. What lies outside the screen is left out. Cells of the place that the text does not reach stay as they are.
    @discardableResult
    package mutating func put(
        _ text: Shown, row: Int, column: Int, role: Role = .text, width: Int? = nil, align: Alignment = .leading
    ) -> Int {
        guard row >= 0 && row < size.rows else { return column }
        let limit = columnLimit(row: row)
        let end = min(limit, column + max(0, width ?? (limit - min(column, limit))))
        guard end > column else { return column }
        let fitting = text.width <= end - column ? text : text.truncated(to: end - column)
        var place = align == .leading ? column : end - fitting.width
        for glyph in fitting.glyphs {
            let next = place + Int(glyph.width)
            if place >= 0 && glyph.width > 0 { write(glyph, row: row, column: place, role: role) }
            place = next
        }
        return place
    }

    /// Writes pieces one after the other, each in its role, cut as one text.
    @discardableResult
    package mutating func put(_ spans: [Span], row: Int, column: Int, width: Int? = nil) -> Int {
        let limit = columnLimit(row: row)
        let end = min(limit, column + max(0, width ?? (limit - min(column, limit))))
        var place = column
        for (index, span) in spans.enumerated() {
            let rest = spans[(index + 1)...].contains { !$0.text.isEmpty }
            let room = end - place
            if rest && span.text.width >= room {
                let cut = span.text + Shown(glyphs: [.truncation])
                return put(cut.truncated(to: room), row: row, column: place, role: span.role, width: room)
            }
            place = put(span.text, row: row, column: place, role: span.role, width: room)
        }
        return place
    }

    /// Makes a part of a row blank in a role.
    package mutating func fill(row: Int, columns: Range<Int>, role: Role) {
        erase(row: row, columns: columns, role: role)
    }

    /// Makes a block blank in a role: the ground of a dialog.
    package mutating func fill(_ area: Rectangle, role: Role) {
        for row in area.rowRange.clamped(to: 0..<size.rows) { erase(row: row, columns: area.columnRange, role: role) }
    }

    /// Gives a part of a row another role, but for cells whose role is among `keeping`: how a chosen row is marked
    /// without losing the tier's badge.
    package mutating func mark(row: Int, columns: Range<Int>, role: Role, keeping: Set<Role> = []) {
        assign(row: row, columns: columns) { keeping.contains($0) ? $0 : role }
    }

    /// A line of `-` across the columns, with a heading set into it as in `- 历史 1-9/38 ---`.
    package mutating func rule(
        row: Int, columns: Range<Int>, title: Shown = .empty, role: Role = .rule, titleRole: Role = .title
    ) {
        guard row >= 0 && row < size.rows else { return }
        let columns = columns.clamped(to: 0..<columnLimit(row: row))
        let dash = Glyph(source: 0x2D, base: 0x2D, width: 1)
        for column in columns { write(dash, row: row, column: column, role: role) }
        guard !title.isEmpty && columns.count > 4 else { return }
        let heading = Shown(glyphs: [.space]) + title.truncated(to: columns.count - 4) + Shown(glyphs: [.space])
        put(heading, row: row, column: columns.lowerBound + 1, role: titleRole)
    }

    /// A frame of ASCII around a blank block, with a heading in its upper edge.
    package mutating func frame(_ area: Rectangle, title: Shown = .empty, ground: Role = .overlay) {
        guard area.rows >= 2 && area.columns >= 2 else { return }
        fill(area, role: ground)
        let side: Shown = "|"
        let corner: Shown = "+"
        for row in [area.row, area.row + area.rows - 1] {
            let heading = row == area.row ? title : .empty
            rule(
                row: row, columns: (area.column + 1)..<(area.column + area.columns - 1), title: heading,
                role: ground, titleRole: .overlayTitle)
            put(corner, row: row, column: area.column, role: ground)
            put(corner, row: row, column: area.column + area.columns - 1, role: ground)
        }
        for row in (area.row + 1)..<(area.row + area.rows - 1) {
            put(side, row: row, column: area.column, role: ground)
            put(side, row: row, column: area.column + area.columns - 1, role: ground)
        }
    }
}
