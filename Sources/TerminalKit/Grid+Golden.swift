extension Grid {
    /// Stands for the second half of a wide character in golden text; in no text of ours.
    package static let continuationMark: Character = "˙"

    /// The screen as text: one character a cell, `˙` for the second half of a wide one, spaces at line ends cut.
    package var goldenText: String { goldenRows.joined(separator: "\n") }

    package var goldenRows: [String] {
        (0..<size.rows).map { row in
            trimmed(self.row(row).map { $0.kind == .continuation ? String(Self.continuationMark) : $0.text }.joined())
        }
    }

    /// The roles of the screen: `Role.mark`, one character a cell, marks of `text` at line ends cut.
    package var goldenRoles: String {
        (0..<size.rows).map { row in
            var line = self.row(row).map(\.role.mark)
            while line.last == Role.text.mark { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    /// The screen as a person reads it, for plain views and tests that look for words.
    package var plainRows: [String] {
        (0..<size.rows).map { row in trimmed(self.row(row).map(\.text).joined()) }
    }

    private func trimmed(_ line: String) -> String {
        var scalars = Array(line.unicodeScalars)
        while scalars.last == " " { scalars.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
