package import Complaints
package import Customers
package import Dossier
package import TerminalKit
package import WorkingTime

/// What can happen to the desk: keys, time, and answers to its own effects.
///
/// Answers carry the number of the question; one that is no longer waited for is dropped.
package enum DeskMessage: Equatable, Sendable {
    case key(Key)
    case paste(Paste)
    case resize(Size)
    /// The first screen of those who work the queue.
    case openQueue
    /// The time now. Sent ahead of every batch of messages, and at `DeskState.wakeAt`.
    case tick(Instant)

    case lookupAnswered(request: Int, LookupAnswer, elapsedMicroseconds: Int64)
    case lookupFailed(request: Int, DeskFault)
    case cardLoaded(request: Int, CustomerCard)
    case cardFailed(request: Int, DeskFault)
    /// With the events the case takes now from this agent.
    case caseLoaded(request: Int, ComplaintFile, legal: [EventType], pausedSeconds: [String: Int64] = [:])
    case caseFailed(request: Int, DeskFault)

    case explained(request: Int, [ClockExplanation])
    case changesLoaded(request: Int, [Event])
    case briefLoaded(request: Int, CaseBrief)
    case foreseen(request: Int, Foresight?)
    case queueLoaded(request: Int, QueueListing, colleagues: [Colleague], views: [SavedView])
    case queueFailed(request: Int, DeskFault)
    case queueRowsLoaded(request: Int, [QueueRow])
    case queueRowsFailed(request: Int, DeskFault)
    case viewsChanged(request: Int)
    case duplicatesLoaded(request: Int, DuplicateWorklist)
    case duplicatesFailed(request: Int, DeskFault)
    case imports(request: Int, ImportMessage)
    case lookalikesFound(request: Int, [Lookalike])

    case promisesLoaded(request: Int, [PromisedCall])
    /// A promise or its result is durable; the token takes it back.
    case callKept(request: Int, undo: String?)
    /// What forms need to know of the centre.
    case centre(teams: [String], duplicateWindowDays: Int)

    /// A note, a customer or an undo is durable. The token, if any, takes it back within `undoSeconds`.
    case noteSaved(request: Int, undo: String?)
    case customerSaved(request: Int, CustomerID)
    /// With the case as the event left it.
    case complaintDone(request: Int, CaseNumber, EventType, after: Complaint? = nil)
    case complaintRefused(request: Int, Refusal)
    case undone(request: Int)
    case identityDone(request: Int, IdentityOutcome)
    case writeFailed(request: Int, DeskFault)

    /// The newest state of the reserved row; nil when nothing rings any more.
    case ring(IncomingCall?)
    case link(StoreLink)
    case unsentWrites(Int)
    /// Notes found in the journal at start.
    case draftsRestored([RestoredDraft])
    /// Forms found in the journal at start.
    case formsRestored([FormDraft])
    /// Customers of the last shift, newest first.
    case recentRestored([Caller])
    case themes(current: String, names: [String])
    /// Something changed in the store: what is shown is read again.
    case storeChanged
    case notice(NoticeKind, NoticeText)
    /// What other desks have open; nil where there is no place to say and see it.
    case sighted([Sighting]?)
}

/// A note as the journal held it.
package struct RestoredDraft: Hashable, Sendable {
    package var key: DraftKey
    package var text: String
    package var wrapUp: String?
    /// Whose it is, for the pick list; nil when the customer is not known.
    package var caller: Caller?

    package init(key: DraftKey, text: String, wrapUp: String?, caller: Caller?) {
        self.key = key
        self.text = text
        self.wrapUp = wrapUp
        self.caller = caller
    }
}
