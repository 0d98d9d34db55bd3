/// Keys that are not text.
package enum NamedKey: Sendable, Hashable {
    case enter, escape, tab, backspace
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    /// F1 to F20.
    case function(Int)
}

/// Keys held down with a named key.
package struct Modifiers: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
}

/// One key pressed.
///
/// The numeric keypad arrives as what is printed on it: digits and signs are characters, its Enter is Enter.
/// There are no Alt-letter keys: Esc and a character in one packet are Esc, then that character.
package enum Key: Sendable, Hashable {
    /// Text typed, one scalar at a time; never a control character.
    case character(Unicode.Scalar)
    /// Ctrl with a lower-case letter or one of `@ \ ] ^ _`. Ctrl-H, -I, -J, -M and -[ are Backspace, Tab, Enter and Esc.
    case control(Unicode.Scalar)
    case named(NamedKey, Modifiers)

    package static let enter = Key.named(.enter, [])
    package static let escape = Key.named(.escape, [])
    package static let tab = Key.named(.tab, [])
    package static let backTab = Key.named(.tab, .shift)
    package static let backspace = Key.named(.backspace, [])
    package static let up = Key.named(.up, [])
    package static let down = Key.named(.down, [])
    package static let left = Key.named(.left, [])
    package static let right = Key.named(.right, [])
    package static let home = Key.named(.home, [])
    package static let end = Key.named(.end, [])
    package static let pageUp = Key.named(.pageUp, [])
    package static let pageDown = Key.named(.pageDown, [])
    package static let insert = Key.named(.insert, [])
    package static let delete = Key.named(.delete, [])

    /// F1 to F20.
    package static func function(_ number: Int) -> Key { .named(.function(number), []) }
}
