/// A colour of a theme.
package enum Colour: Sendable, Hashable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the 256 colours; 0-15 are the terminal's own sixteen, whose look its user chooses.
    case indexed(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// What is done to letters beside their colour. Blinking is left out on purpose.
package struct Attributes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)

    /// The attribute of that name in a theme file; nil if there is none.
    package init?(name: String) {
        switch name {
        case "bold": self = .bold
        case "dim": self = .dim
        case "italic": self = .italic
        case "underline": self = .underline
        case "reverse": self = .reverse
        default: return nil
        }
    }
}

/// How a cell looks.
package struct Style: Sendable, Hashable {
    package var foreground: Colour
    package var background: Colour
    package var attributes: Attributes

    package init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How many colours a terminal shows.
package enum ColourDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
    case mono = 1
    case eight = 8
    case sixteen = 16
    case indexed = 256

    package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}
