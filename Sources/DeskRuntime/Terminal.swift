import CTerminal
package import TerminalKit

/// The terminal the desk is drawn on: bytes in, grids out, and everything put back at the end.
///
/// There is one at a time. It belongs to the thread that opened it; the loop polls its two descriptors.
package final class Terminal {
    /// Columns and rows now.
    package private(set) var size: Size
    /// What the terminal can show; a theme or NO_COLOR may ask for less.
    package let depth: ColourDepth
    /// How wide the terminal draws ambiguous characters: as asked for, or as it told.
    package let ambiguous: AmbiguousWidth
    /// Readable when there is input.
    package let inputDescriptor: Int32
    /// Readable when a signal came; then call `takeSignals`.
    package let signalDescriptor: Int32
    /// Input came before the first poll: read it first.
    package let hasInput: Bool

    /// What the screen shows; nil when that is not known.
    private var shown: Grid?
    private var shownCursor: Position?
    private var cells: [ct_cell]
    private var isOpen = true

    /// Takes the terminal over.
    package init(_ options: Options = Options()) throws(TerminalError) {
        var information = ct_info()
        let result = options.withC { ct_open($0, &information) }
        if let error = TerminalError(result, information, minimum: options.minimum) { throw error }
        size = Size(columns: Int(information.columns), rows: Int(information.rows))
        let most = ColourDepth(colours: Int(information.colours))
        depth = options.colours ? min(options.depthMax ?? most, most) : .mono
        ambiguous = options.ambiguous ?? (information.ambiguous_is_wide ? .wide : .narrow)
        inputDescriptor = information.input_fd
        signalDescriptor = information.signal_fd
        hasInput = information.has_input
        cells = Array(repeating: ct_cell(), count: Grid.columnsMax)
    }

    /// Gives the terminal back, erased.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        ct_close()
    }

    deinit { if isOpen { ct_close() } }

    /// What came from the terminal, without waiting; empty when nothing did, nil when the terminal is gone.
    package func read() -> [UInt8]? {
        var count: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.readBytesMax) { buffer, length in
            count = ct_read(buffer.baseAddress, Int32(buffer.count))
            length = Int(max(0, count))
        }
        return count < 0 ? nil : bytes
    }

    /// The most one `read` gives; a longer paste takes several.
    private static let readBytesMax = 16_384

    /// Sets the looks of all roles; the next `paint` repaints everything.
    package func use(_ theme: Theme) {
        let styles = theme.table(depth: depth).map(ct_style.init)
        ct_set_styles(styles, Int32(styles.count))
        shown = nil
    }

    /// Shows the grid: paints the rows that differ from what is on the screen, as one frame.
    package func paint(_ grid: Grid) {
        let rows = grid.changedRows(since: shown)
        guard !rows.isEmpty || shown == nil || shownCursor != grid.cursor else { return }
        for row in rows where row < size.rows { paint(row: row, of: grid) }
        let cursor = grid.cursor ?? Position(row: -1, column: 0)
        ct_flush(Int32(cursor.row), Int32(cursor.column), rows.count > Self.rowsHeldBackMin)
        shown = grid
        shownCursor = grid.cursor
    }

    /// Frames with more changed rows than this are held back until they are whole, where the terminal can.
    private static let rowsHeldBackMin = 4

    /// Asks the terminal to put the text on the clipboard; nobody hears whether it did.
    ///
    /// The text goes out as base64 alone, so that nothing in it is a command.
    package func copy(_ text: String) {
        let encoded = Base64.text(Array(text.utf8.prefix(Self.copyBytesMax)))
        encoded.withCString { ct_copy($0, Int32(encoded.utf8.count)) }
    }

    /// The longest text that is copied.
    private static let copyBytesMax = 3_000

    /// Forgets what is on the screen: the next `paint` repaints everything.
    package func invalidate() {
        ct_invalidate()
        shown = nil
    }

    /// The size after a resize; the next `paint` repaints everything.
    package func resize() -> Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        ct_resize(&columns, &rows)
        size = Size(columns: Int(columns), rows: Int(rows))
        shown = nil
        return size
    }

    /// Gives the terminal back for a while.
    package func suspend() { ct_suspend() }

    /// Takes it again, after `suspend` or after the process was stopped.
    package func restore() {
        ct_restore()
        shown = nil
    }

    /// The signals that came since the last call.
    package func takeSignals() -> Signals { Signals(rawValue: ct_take_signals()) }

    private func paint(row: Int, of grid: Grid) {
        var count = 0
        // The bottom right cell is never painted: ncurses would do it with tricks that some terminals get wrong.
        let limit = min(size.columns, row == size.rows - 1 ? grid.size.columns - 1 : grid.size.columns)
        for (column, cell) in grid.row(row).prefix(max(0, limit)).enumerated() where cell.kind != .continuation {
            // Half a wide character at the edge of a screen that has just become smaller would wrap.
            cells[count] = cell.kind == .wide && column + 1 >= limit ? ct_cell(blankAs: cell) : ct_cell(cell)
            count += 1
        }
        ct_paint_row(Int32(row), cells, Int32(count))
    }
}

extension ct_cell {
    init(_ cell: Cell) {
        self.init(
            text: (cell.base, cell.marks.first, cell.marks.second, cell.marks.third, cell.marks.fourth),
            style: cell.role.rawValue, width: cell.kind == .wide ? 2 : 1)
    }
}

extension ct_cell {
    fileprivate init(blankAs cell: Cell) {
        self.init(text: (0x20, 0, 0, 0, 0), style: cell.role.rawValue, width: 1)
    }
}

extension ct_style {
    init(_ style: Style) {
        self.init(
            foreground: style.foreground.index, background: style.background.index,
            attributes: style.attributes.rawValue)
    }
}

extension Colour {
    fileprivate var index: Int16 {
        if case .indexed(let index) = self { Int16(index) } else { -1 }
    }
}

extension ColourDepth {
    fileprivate init(colours: Int) {
        self = Self.allCases.last { $0.rawValue <= colours } ?? .mono
    }
}
