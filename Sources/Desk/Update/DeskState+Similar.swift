import Complaints
import Customers
import Dossier
import TerminalKit
import WorkingTime

extension DeskState {
    /// Open cases of the form's customer that came in so lately that the new complaint may be one of them; newest first.
    func similarCases(_ form: Form) -> [Complaint] {
        guard case .newComplaint(let id?) = form.purpose, let customer, customer.id == id else { return [] }
        let since = now.seconds - Int64(promises.duplicateWindowDays) * 86_400
        return customer.complaints.filter { $0.receivedAt.seconds >= since }.sorted { $0.receivedAt > $1.receivedAt }
    }

    /// F6 in the form of a new complaint: its text goes to the open case it looks like, as a note.
    mutating func addToExisting(_ form: Form) -> [DeskEffect] {
        guard form.pendingRequest == nil, let existing = similarCases(form).first else {
            post(.information, .noSimilarCase)
            return []
        }
        var note = Form(purpose: .event(existing.caseNumber, .note), fields: eventFields(.note))
        if let at = note.fields.firstIndex(where: { $0.id == "text" }) {
            note.fields[at].set(form["summary"]?.value ?? "")
        }
        note.expectedVersion = existing.version
        note.carriedNote = form.carriedNote
        note.focused = note.fields.count
        overlays.removeLast()
        let forgotten = forget(form.purpose)
        openForm(note)
        return forgotten
    }

    /// The call note whose text a form took along is spent once the form is kept.
    mutating func spendNote(_ form: Form, of key: DraftKey) -> [DeskEffect] {
        guard let carried = form.carriedNote, var draft = drafts[key], draft.text.text == carried else { return [] }
        draft.text.clear()
        drafts[key] = draft.isEmpty ? nil : draft
        return [journal(key)]
    }
}
