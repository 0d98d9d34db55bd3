import TerminalKit

/// The control sequences of one style in 256 colours, for the one command that shows colours outside the desk.
enum StylePaint {
    static let end = "\u{1B}[0m"

    static func start(_ style: Style) -> String {
        var codes = ["0"]
        if style.attributes.contains(.bold) { codes.append("1") }
        if style.attributes.contains(.dim) { codes.append("2") }
        if style.attributes.contains(.italic) { codes.append("3") }
        if style.attributes.contains(.underline) { codes.append("4") }
        if style.attributes.contains(.reverse) { codes.append("7") }
        if case .indexed(let index) = style.foreground { codes.append("38;5;\(index)") }
        if case .indexed(let index) = style.background { codes.append("48;5;\(index)") }
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }
}

extension Colour {
    /// As a theme file writes it: `standard`, `214`, `#ffaf00`.
    var word: String {
        switch self {
        case .standard: "standard"
        case .indexed(let index): String(index)
        case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(Self.hexadecimal).joined()
        }
    }

    private static func hexadecimal(_ channel: UInt8) -> String {
        (channel < 16 ? "0" : "") + String(channel, radix: 16)
    }
}

extension Attributes {
    /// Names as a theme file writes them, separated by blanks.
    var words: String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        return names.filter { contains($0.0) }.map(\.1).joined(separator: " ")
    }
}
