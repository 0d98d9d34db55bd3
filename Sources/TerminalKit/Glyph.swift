/// Marks that stand on a base character: at most four, as many as an ncurses cell holds. 0 means none.
package struct Marks: Sendable, Hashable {
    package private(set) var first: UInt32 = 0
    package private(set) var second: UInt32 = 0
    package private(set) var third: UInt32 = 0
    package private(set) var fourth: UInt32 = 0

    package init() {}

    package var isEmpty: Bool { first == 0 }

    /// Adds a mark; false if four are there already.
    mutating func append(_ mark: UInt32) -> Bool {
        if first == 0 {
            first = mark
        } else if second == 0 {
            second = mark
        } else if third == 0 {
            third = mark
        } else if fourth == 0 {
            fourth = mark
        } else {
            return false
        }
        return true
    }
}

/// One base character with its marks: the smallest piece of text that is shown, edited or cut.
///
/// Only the sanitiser makes them, so each is safe to send to a terminal.
package struct Glyph: Sendable, Hashable {
    /// What the text holds.
    package let source: UInt32
    /// What is drawn: the source, or a stand-in for it.
    package let base: UInt32
    package internal(set) var marks = Marks()
    /// 1 or 2 cells; 0 for the end of a line, which is never drawn.
    package let width: UInt8
    /// Drawn in the role `sanitised`, whatever the text's role.
    package let isSanitised: Bool

    init(source: UInt32, base: UInt32, width: UInt8, isSanitised: Bool = false) {
        self.source = source
        self.base = base
        self.width = width
        self.isSanitised = isSanitised
    }

    /// The end of a line, in `TextArea` and in multi-line text.
    static let lineEnd = Glyph(source: 0x0A, base: 0x20, width: 0)
    static let space = Glyph(source: 0x20, base: 0x20, width: 1)
    /// What stands at the end of text that was cut.
    static let truncation = Glyph(source: 0x7E, base: 0x7E, width: 1)

    var isSpace: Bool { base == 0x20 || base == 0x3000 }
    var isLineEnd: Bool { source == 0x0A }
}

extension Sequence<Glyph> {
    /// The text the glyphs stand for, with the characters that could not be drawn still in it.
    package var sourceText: String { text(\.source) }

    /// The text as it is drawn.
    package var drawnText: String { text(\.base) }

    private func text(_ base: (Glyph) -> UInt32) -> String {
        var scalars = String.UnicodeScalarView()
        for glyph in self {
            let marks = glyph.marks
            for value in [base(glyph), marks.first, marks.second, marks.third, marks.fourth] where value != 0 {
                if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }

    /// How many cells the glyphs take side by side.
    package var cellWidth: Int { reduce(0) { $0 + Int($1.width) } }
}
