/// Keeps a spreadsheet from running a cell as a formula.
///
/// A cell that begins, after blanks and what nobody sees, with `= + - @`, their fullwidth forms, a tab or a carriage
/// return gets an apostrophe in front (OWASP's list). Reading such a file again takes it off.
enum FormulaGuard {
    static let mark: Character = "'"

    static func neutralised(_ text: String) -> String { isRisky(text) ? "'" + text : text }

    /// What a cell of an exported file held before.
    static func restored(_ text: String) -> String {
        guard text.first == mark, isRisky(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    private static func isRisky(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\r", "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": return true
            // An apostrophe that was there before: one more keeps the two apart.
            case "'": continue
            case " ", "\n", "\u{0B}", "\u{0C}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{AD}", "\u{2060}": continue
            case "\u{2000}"..."\u{200F}", "\u{2028}"..."\u{202F}", "\u{205F}", "\u{1680}", "\u{180E}": continue
            default: return false
            }
        }
        return false
    }
}
