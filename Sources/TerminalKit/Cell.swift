/// One place of the screen: a character with its marks, or the second half of the wide one before it.
package struct Cell: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable {
        case narrow
        /// The first half of a wide character.
        case wide
        /// Its second half; draws nothing.
        case continuation
    }

    package internal(set) var base: UInt32
    package internal(set) var marks: Marks
    package internal(set) var role: Role
    package let kind: Kind

    init(base: UInt32, marks: Marks = Marks(), role: Role, kind: Kind) {
        self.base = base
        self.marks = marks
        self.role = role
        self.kind = kind
    }

    static func blank(_ role: Role) -> Cell { Cell(base: 0x20, role: role, kind: .narrow) }

    /// What a person sees in the cell; empty for a second half.
    package var text: String {
        guard kind != .continuation else { return "" }
        let glyph = Glyph(source: base, base: base, width: 1)
        guard !marks.isEmpty else { return [glyph].drawnText }
        var marked = glyph
        marked.marks = marks
        return [marked].drawnText
    }
}
