import Complaints
import Dossier
import WorkingTime

/// What Ctrl-Z takes back.
enum UndoOffer: Equatable, Sendable {
    /// A write of the store, until then.
    case write(UndoStep, until: Instant)
    /// A note cleared by hand.
    case clearedNote(DraftKey, NoteDraft)
}

/// How the last write is taken back; both stay in the trail.
enum UndoStep: Equatable, Sendable {
    /// The store's own way back; the note, if it is one, returns to its field.
    case token(String, note: NoteToSave?)
    /// Compensating events, in this order.
    case events([ComplaintCommand])
    /// A view of the queue that was thrown away.
    case view(SavedView)
    /// The engine allows no way back; the command says why.
    case never(EventType)
}
