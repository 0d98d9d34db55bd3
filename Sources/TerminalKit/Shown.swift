/// Text that may be drawn: sanitised, measured, cut into glyphs. The drawing calls take nothing else.
///
/// Made from any text, hostile or not; what each character becomes is in `Sanitiser`.
package struct Shown: Sendable, Hashable {
    package private(set) var glyphs: [Glyph]
    /// In cells.
    package private(set) var width: Int
    /// Characters drawn as a stand-in in the role `sanitised`.
    package private(set) var replacedCount: Int
    /// Characters left out: invisible ones, and marks beyond the fourth.
    package private(set) var droppedCount: Int
    /// The text had more than `glyphsMax` glyphs.
    package private(set) var isTruncated: Bool

    /// The longest text shown in one piece; a longer one is cut here, before it is measured.
    package static let glyphsMax = 4096

    package static let empty = Shown(glyphs: [])

    /// One line of text; a line end in it becomes a visible `?`.
    package init(_ text: String, ambiguous: AmbiguousWidth = .narrow) {
        var sanitiser = Sanitiser(ambiguous: ambiguous, keepsLineEnds: false)
        sanitiser.read(text)
        self.init(sanitiser)
    }

    /// One line of text from bytes of any kind; each invalid one becomes a visible `?`.
    package init(bytes: some Sequence<UInt8>, ambiguous: AmbiguousWidth = .narrow) {
        let readable = Array(bytes.prefix(Self.glyphsMax * Self.glyphBytesMax))
        self.init(String(decoding: readable, as: UTF8.self), ambiguous: ambiguous)
    }

    /// Several lines of text, one `Shown` a line; `\n` and `\r\n` end one.
    package static func lines(_ text: String, ambiguous: AmbiguousWidth = .narrow) -> [Shown] {
        var sanitiser = Sanitiser(ambiguous: ambiguous, keepsLineEnds: true)
        sanitiser.read(text)
        return sanitiser.glyphs.split(separator: .lineEnd, omittingEmptySubsequences: false).map {
            Shown(glyphs: Array($0))
        }
    }

    /// Glyphs come from the sanitiser alone, so any selection of them is safe.
    init(glyphs: [Glyph]) {
        self.glyphs = glyphs
        width = glyphs.cellWidth
        replacedCount = 0
        droppedCount = 0
        isTruncated = false
    }

    private init(_ sanitiser: Sanitiser) {
        glyphs = sanitiser.glyphs
        width = sanitiser.width
        replacedCount = sanitiser.replacedCount
        droppedCount = sanitiser.droppedCount
        isTruncated = sanitiser.isTruncated
    }

    /// A base and four marks of four bytes each.
    private static let glyphBytesMax = 20

    package var isEmpty: Bool { glyphs.isEmpty }

    /// The text as drawn.
    package var text: String { glyphs.drawnText }

    package static func + (left: Shown, right: Shown) -> Shown {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout Shown, right: Shown) {
        left.glyphs += right.glyphs
        left.width += right.width
        left.replacedCount += right.replacedCount
        left.droppedCount += right.droppedCount
        left.isTruncated = left.isTruncated || right.isTruncated
    }
}

extension Shown: ExpressibleByStringInterpolation {
    /// Literals and what is interpolated into them pass the sanitiser like all other text.
    package init(stringLiteral text: String) {
        self.init(text)
    }
}

extension Shown: CustomStringConvertible {
    package var description: String { text }
}

/// A piece of a line with its role.
package struct Span: Sendable, Hashable {
    package var text: Shown
    package var role: Role

    package init(_ text: Shown, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
