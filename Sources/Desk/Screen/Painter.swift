import TerminalKit

/// Draws one state onto one grid; each part of the screen is an extension in a file of its own.
struct Painter {
    /// What a cell means; `Complaints` has roles of people.
    typealias Role = TerminalKit.Role

    let state: DeskState
    let layout: Layout
    let wording: Wording
    let ambiguous: AmbiguousWidth
    var grid: Grid

    init(_ state: DeskState, ambiguous: AmbiguousWidth) {
        self.state = state
        layout = Layout(state)
        wording = state.wording
        self.ambiguous = ambiguous
        grid = Grid(state.size, ambiguous: ambiguous)
    }

    var columns: Int { layout.size.columns }

    /// Text made fit to be drawn.
    func shown(_ text: String) -> Shown { Shown(text, ambiguous: ambiguous) }

    mutating func paint() {
        guard !layout.isTooSmall else {
            let need = Layout.sizeMin
            grid.put(
                shown(wording.needsSize(columns: need.columns, rows: need.rows)), row: 0, column: 0, role: .warning)
            return
        }
        paintStatus()
        paintCall()
        paintLookup()
        grid.rule(row: Layout.upperRuleRow, columns: 0..<columns)
        if state.showsQueue {
            paintQueue()
        } else {
            paintVisitors()
            paintIdentity()
            if state.caseScreen == nil { paintPanes() } else { paintCase() }
        }
        grid.rule(row: layout.lowerRuleRow, columns: 0..<columns)
        if state.overlays.isEmpty, state.focus == .lookup { paintPreview() }
        paintOverlay()
        paintMessage()
        paintHints()
    }

    /// Writes text and gives the column after it.
    @discardableResult
    mutating func put(_ text: String, row: Int, column: Int, role: Role = .text, width: Int? = nil) -> Int {
        grid.put(shown(text), row: row, column: column, role: role, width: width)
    }

    /// Writes text that ends before that column.
    mutating func put(_ text: String, row: Int, endingAt end: Int, role: Role = .text) {
        let text = shown(text)
        grid.put(text, row: row, column: max(0, end - text.width), role: role, width: text.width)
    }

    /// Writes pieces of a row, each at its stop or right after the one before, never past `end`.
    ///
    /// Where they do not all fit they close up; then the last is cut, as long as enough of it is left; then the pieces
    /// of least weight are left out. The first is cut last.
    mutating func flow(_ pieces: [Piece], row: Int, to end: Int) {
        var kept = pieces.filter { !$0.text.isEmpty }
        if reach(kept) > end {
            for index in kept.indices.dropFirst() { kept[index].stop = kept[0].stop }
        }
        while kept.count > 1, !fits(kept, to: end),
            let least = kept.indices.min(by: { kept[$0].weight < kept[$1].weight })
        {
            kept.remove(at: least)
        }
        var column = 0
        for piece in kept {
            column = max(piece.stop, column)
            guard column < end else { return }
            column = grid.put(piece.text, row: row, column: column, role: piece.role, width: end - column) + Piece.gap
        }
    }

    private func fits(_ pieces: [Piece], to end: Int) -> Bool {
        reach(pieces) <= end || reach(pieces.dropLast()) + Piece.gap + Piece.cutMin <= end
    }

    private func reach(_ pieces: some Collection<Piece>) -> Int {
        var column = 0
        for piece in pieces { column = max(piece.stop, column) + piece.text.width + Piece.gap }
        return column - Piece.gap
    }

    /// The role of a pane's heading.
    func headingRole(_ pane: Pane) -> Role {
        state.overlays.isEmpty && state.focus == pane ? .focus : .title
    }

    /// Puts the real cursor there if that pane has the keyboard.
    mutating func cursor(_ row: Int, _ column: Int, if pane: Pane) {
        guard state.overlays.isEmpty, state.focus == pane else { return }
        grid.cursor = Position(row: row, column: min(column, columns - 1))
    }
}

/// A part of a row: what it says, the column it stands at where there is room, and how much it matters.
struct Piece {
    static let gap = 2
    /// Cells of the last piece that are worth showing when the rest of it is cut.
    static let cutMin = 16

    var text: Shown
    var stop: Int
    var role: Role
    var weight: Int
}

extension DeskState {
    /// The first row shown of a list, so that the chosen one is seen: whole pages, rows never creep.
    static func top(selected: Int, count: Int, visible: Int) -> Int {
        guard visible > 0, count > visible else { return 0 }
        return min(selected / visible * visible, max(0, count - 1))
    }
}
