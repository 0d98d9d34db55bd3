/// Which row of a list is chosen and which part of the list is seen.
///
/// Rows never move under the cursor: when rows come or go above it, the window moves with them.
package struct ListCursor: Sendable, Hashable {
    /// How many rows the list has.
    package private(set) var count: Int
    /// How many rows are seen at once; at least 1.
    package private(set) var height: Int
    /// The chosen row; 0 in an empty list.
    package private(set) var selected = 0
    /// The first row seen.
    package private(set) var top = 0

    package init(count: Int = 0, height: Int = 1) {
        self.count = max(0, count)
        self.height = max(1, height)
    }

    /// The rows seen.
    package var visible: Range<Int> { top..<min(count, top + height) }

    /// The chosen row; nil in an empty list.
    package var selection: Int? { count > 0 ? selected : nil }

    package mutating func select(_ row: Int) {
        selected = min(max(0, row), max(0, count - 1))
        reveal()
    }

    package mutating func move(by rows: Int) { select(selected + rows) }

    /// Pages overlap by one row, so that the eye finds its place.
    package mutating func page(by pages: Int) {
        let step = max(1, height - 1) * pages
        top = min(max(0, top + step), max(0, count - height))
        select(selected + step)
    }

    package mutating func resize(height: Int) {
        self.height = max(1, height)
        reveal()
    }

    /// Rows were put in before that row.
    package mutating func insertRows(_ added: Int, before row: Int) {
        let wasEmpty = count == 0
        count += max(0, added)
        guard !wasEmpty && row <= selected else { return reveal() }
        selected += max(0, added)
        top += max(0, added)
        reveal()
    }

    /// A new list came in; `row` is where the chosen item now is, nil if it is gone: then the cursor stays on its line.
    package mutating func replaceRows(count: Int, selectedNowAt row: Int?) {
        let line = selected - top
        self.count = max(0, count)
        selected = min(max(0, row ?? selected), max(0, self.count - 1))
        top = selected - line
        reveal()
    }

    /// Does what a movement key asks; false if the key is none.
    package mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: page(by: -1)
        case .pageDown: page(by: 1)
        case .home: select(0)
        case .end: select(count - 1)
        default: return false
        }
        return true
    }

    private mutating func reveal() {
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = min(max(0, top), max(0, count - height))
    }
}
