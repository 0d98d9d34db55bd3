import Complaints

extension DeskState {
    /// The places Tab goes round, in order; all of them can be seen or come into sight with the keyboard.
    ///
    /// The note comes right after the look-up: it is where an agent goes next.
    package var paneOrder: [Pane] {
        if showsQueue { return [.lookup, .queue] }
        return caseScreen == nil
            ? [.lookup, .note, .wrapUp, .complaints, .history] : [.lookup, .caseActions, .caseTrail]
    }

    /// Where the keyboard is laid over by a form, list or help.
    var topOverlay: Overlay? { overlays.last }

    /// The form that has the keyboard, if one has.
    var topForm: Form? {
        if case .form(let form) = overlays.last { form } else { nil }
    }

    /// Whose note is on the screen.
    package var draftKey: DraftKey { customer.map { .customer($0.id) } ?? .unassigned }

    /// The note on the screen.
    package var note: NoteDraft { drafts[draftKey] ?? NoteDraft() }

    /// The complaint chosen in the list.
    var selectedCase: CaseNumber? {
        guard let customer, !customer.complaints.isEmpty else { return nil }
        return customer.complaints[customer.selectedComplaintRow].caseNumber
    }

    /// A number for a new question or write.
    mutating func nextRequest() -> Int {
        lastRequest += 1
        return lastRequest
    }

    /// Where the keyboard rests when nothing asks for it.
    var restingPane: Pane { showsQueue ? .queue : caseScreen == nil ? .lookup : .caseActions }

    /// Keeps the keyboard on something that is on the screen.
    mutating func settleFocus() {
        if !paneOrder.contains(focus) { focus = restingPane }
    }
}
