import TerminalKit

/// Text from anywhere made fit for a terminal's line: no control, direction or invisible character gets through.
enum SafeText {
    /// One line; line ends become blanks.
    static func line(_ text: String) -> String {
        Shown(text.split(whereSeparator: \.isNewline).joined(separator: " ")).text
    }

    /// Several lines, each made safe.
    static func lines(_ text: String) -> String {
        Shown.lines(text).map(\.text).joined(separator: "\n")
    }
}
