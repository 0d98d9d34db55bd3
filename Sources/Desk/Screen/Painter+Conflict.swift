import TerminalKit

extension Painter {
    /// What others changed in the fields of a form that came second: what was taken over, and what must be chosen.
    func conflictLines(_ form: Form) -> [Span] {
        var lines: [Span] = []
        let taken = form.fields.map(\.id).filter(form.takenOver.contains)
        if !taken.isEmpty { lines.append(Span(shown(wording.takenOver(taken)), .match)) }
        guard !form.conflicts.isEmpty else { return lines }
        let here = form.isOnSendLine ? nil : form.fields[form.focused].id
        // The one that has the keyboard comes first: it is the one a key decides.
        let conflicts = form.conflicts.filter { $0.fieldID == here } + form.conflicts.filter { $0.fieldID != here }
        lines.append(Span(shown(wording.chooseHow), .warning))
        lines += conflicts.prefix(Self.conflictsMax).map { Span(shown("  " + wording.line($0)), .warning) }
        return lines
    }

    private static let conflictsMax = 4
}

extension Form {
    /// `!` beside a field that must be chosen, `<` beside one that now says what others wrote.
    func mark(of id: String) -> String {
        if conflicts.contains(where: { $0.fieldID == id }) { return "!" }
        return takenOver.contains(id) ? "<" : ""
    }
}
