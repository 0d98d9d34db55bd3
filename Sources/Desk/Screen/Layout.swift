import TerminalKit

/// Where everything stands at a size of the screen.
///
/// Rows 0 to 6 are the same at every size: status, call, look-up, rule, identity (two rows), headings of the panes. Extra
/// rows go to the lists; extra columns become another pane, never longer lines of prose.
struct Layout: Equatable {
    static let statusRow = 0
    static let callRow = 1
    static let lookupRow = 2
    static let upperRuleRow = 3
    static let identityRow = 4
    static let headingRow = 6
    static let bodyTop = 7
    /// Below this the desk says what it needs.
    static let sizeMin = Size(columns: 60, rows: 16)

    let size: Size
    /// Content of each pane that is on the screen; its heading stands in the row above it.
    private(set) var panes: [Pane: Rectangle] = [:]
    /// The chosen line in full, on very wide screens.
    private(set) var detail: Rectangle?
    /// What else is known of the customer, on wide and high screens.
    private(set) var profile: Rectangle?

    init(_ state: DeskState) {
        size = state.size
        guard !isTooSmall else { return }
        if state.showsQueue {
            placeQueue()
        } else if state.caseScreen != nil {
            placeCase(state)
        } else if state.isZoomed, let pane = Layout.zoomed(state.focus) {
            placeZoomed(pane)
        } else if size.columns >= Layout.columnsForThree {
            placeWide()
            placeProfile()
        } else {
            placeTall(list: state.focus == .history ? .history : .complaints)
        }
    }

    var isTooSmall: Bool { size.columns < Layout.sizeMin.columns || size.rows < Layout.sizeMin.rows }
    var isWide: Bool { size.columns >= Layout.columnsForThree }
    var lowerRuleRow: Int { size.rows - 3 }
    var messageRow: Int { size.rows - 2 }
    var hintRow: Int { size.rows - 1 }
    /// The tier badge never moves: the eye learns the place.
    var badgeColumn: Int { size.columns >= Layout.columnsForThree ? 80 : size.columns >= 76 ? 53 : 38 }
    var body: Rectangle {
        Rectangle(
            row: Layout.bodyTop, column: 0, rows: max(0, lowerRuleRow - Layout.bodyTop), columns: size.columns)
    }

    /// The block a dialog, list or form may cover: from the upper rule to the lower one.
    var overlay: Rectangle {
        Rectangle(
            row: Layout.upperRuleRow, column: 0, rows: max(0, lowerRuleRow - Layout.upperRuleRow + 1),
            columns: size.columns)
    }

    /// The pane that F11 gives the whole body to when the keyboard is there.
    static func zoomed(_ focus: Pane) -> Pane? {
        switch focus {
        case .complaints, .history, .note: focus
        case .wrapUp: .note
        case .lookup, .caseActions, .caseTrail, .queue: nil
        }
    }

    static let columnsForTwo = 76
    static let columnsForThree = 112
    static let columnsForFour = 170
    /// Cells of a line of prose.
    private static let proseColumnsMax = 51

    private mutating func placeZoomed(_ pane: Pane) {
        panes[pane] = body
        if pane == .note { placeWrapUp() }
    }

    /// Lists above, the note below; at narrow sizes one list at a time.
    private mutating func placeTall(list: Pane) {
        let noteRows = size.rows >= 24 ? min(8, 4 + (size.rows - 24) / 8) : size.rows >= 20 ? 3 : 2
        let listRows = body.rows - noteRows - 1
        if size.columns >= Layout.columnsForTwo {
            let left = min(44, size.columns - 36)
            panes[.complaints] = Rectangle(row: body.row, column: 0, rows: listRows, columns: left)
            panes[.history] = Rectangle(row: body.row, column: left, rows: listRows, columns: size.columns - left)
        } else {
            panes[list] = Rectangle(row: body.row, column: 0, rows: listRows, columns: size.columns)
        }
        panes[.note] = Rectangle(row: body.row + listRows + 1, column: 0, rows: noteRows, columns: size.columns)
        placeWrapUp()
    }

    private mutating func placeWide() {
        let left = 44
        let rest = size.columns - left
        let hasDetail = size.columns >= Layout.columnsForFour
        let history = min(Layout.proseColumnsMax, hasDetail ? rest * 51 / 156 : rest - rest * 41 / 76)
        let note = min(Layout.proseColumnsMax, hasDetail ? rest * 51 / 156 : rest * 41 / 76)
        var column = left + history
        panes[.complaints] = Rectangle(row: body.row, column: 0, rows: body.rows, columns: left)
        panes[.history] = Rectangle(row: body.row, column: left, rows: body.rows, columns: history)
        if hasDetail {
            let columns = min(54, rest - history - note)
            detail = Rectangle(row: body.row, column: column, rows: body.rows, columns: columns)
            column += columns
        }
        panes[.note] = Rectangle(row: body.row, column: column, rows: body.rows, columns: note)
        placeWrapUp()
    }

    /// The lower half of the left column, where there are rows enough for both.
    private mutating func placeProfile() {
        guard let list = panes[.complaints], list.rows >= 20 else { return }
        let rows = min(18, list.rows / 2)
        panes[.complaints] = Rectangle(row: list.row, column: 0, rows: list.rows - rows - 1, columns: list.columns)
        profile = Rectangle(row: list.row + list.rows - rows, column: 0, rows: rows, columns: list.columns)
    }

    /// The wrap-up line is the last row of the note.
    private mutating func placeWrapUp() {
        guard let note = panes[.note], note.rows >= 2 else { return }
        let rows = note.rows >= 12 ? 4 : 1
        panes[.wrapUp] = Rectangle(
            row: note.row + note.rows - rows, column: note.column, rows: rows, columns: note.columns)
        panes[.note] = Rectangle(row: note.row, column: note.column, rows: note.rows - rows, columns: note.columns)
    }

    /// The list from the upper rule down, what the chosen case says below it.
    private mutating func placeQueue() {
        let top = Layout.upperRuleRow + 1
        let detailRows = size.rows >= 40 ? 6 : size.rows >= 20 ? 3 : 2
        let end = lowerRuleRow - detailRows - 1
        panes[.queue] = Rectangle(row: top, column: 0, rows: max(1, end - top), columns: size.columns)
        detail = Rectangle(row: end + 1, column: 0, rows: detailRows, columns: size.columns)
    }

    /// Actions at the left, the trail beside or below them.
    private mutating func placeCase(_ state: DeskState) {
        if size.columns >= Layout.columnsForTwo {
            let left = min(44, size.columns - 36)
            panes[.caseActions] = Rectangle(row: body.row, column: 0, rows: body.rows, columns: left)
            // What was asked, offered and promised stands above the trail and leaves it at least half of the rows.
            let facts = min(state.caseScreen?.facts.count ?? 0, body.rows / 2)
            let columns = min(100, size.columns - left)
            if facts > 0 { detail = Rectangle(row: body.row, column: left, rows: facts, columns: columns) }
            let start = facts == 0 ? 0 : facts + 1
            panes[.caseTrail] = Rectangle(
                row: body.row + start, column: left, rows: body.rows - start, columns: columns)
        } else {
            let upper = body.rows / 2
            panes[.caseActions] = Rectangle(row: body.row, column: 0, rows: upper, columns: size.columns)
            panes[.caseTrail] = Rectangle(
                row: body.row + upper, column: 0, rows: body.rows - upper, columns: size.columns)
        }
    }
}
