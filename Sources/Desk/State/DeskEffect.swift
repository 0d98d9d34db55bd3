package import Complaints
package import Customers
package import Dossier
package import WorkingTime

/// What the desk asks of the world. The runtime does it in the background and answers with a message of that number.
package enum DeskEffect: Equatable, Sendable {
    /// Answer with `lookupAnswered` or `lookupFailed`. Only the newest counts: an older one may be dropped unanswered.
    case lookup(request: Int, text: String, preference: LookupField.Preference?, limit: Int)
    /// Answer with `cardLoaded` or `cardFailed`. Only the newest counts.
    case loadCard(request: Int, customer: CustomerID, timelineLimit: Int)
    /// Answer with `caseLoaded` or `caseFailed`. Only the newest counts.
    case loadCase(request: Int, caseNumber: CaseNumber)

    /// Answer with `briefLoaded`; silence is taken.
    case loadBrief(request: Int, CaseNumber)
    /// Answer with `explained`: every open clock of the case, the one due first first.
    case explain(request: Int, CaseNumber)
    /// Answer each message for this person that may be told by now with a `notice`; told once.
    case readNotices
    /// Answer with `changesLoaded`: the lines of the trail after that version.
    case loadChanges(request: Int, CaseNumber, after: Int)
    /// Answer with `foreseen`; only the newest counts, and nothing is written.
    case foresee(request: Int, ComplaintCommand)
    /// Answer with `queueLoaded` or `queueFailed`; fresh are the cases changed since. Only the newest counts.
    case loadQueue(request: Int, filter: QueueFilter, since: Int64?)
    /// Answer with `queueRowsLoaded` or `queueRowsFailed`. Only the newest counts.
    case loadQueueRows(request: Int, [CaseNumber])
    /// Keeps a view of the queue under its name, or forgets it; the next `queueLoaded` has the views.
    case saveView(request: Int, SavedView)
    case removeView(request: Int, name: String)

    /// Answer with `duplicatesLoaded` or `duplicatesFailed`. Only the newest counts.
    case loadDuplicates(request: Int)
    /// Answer with `lookalikesFound`; silence is taken, and only the newest counts.
    case findLookalikes(request: Int, CustomerDraft)
    /// Answer with `promisesLoaded`; only the newest counts.
    case loadPromises(request: Int, until: Instant)

    /// Answer each with `callKept`.
    case promiseCall(request: Int, NewCallBack)
    case recordCall(request: Int, number: Int64, CallResult)

    /// Writes: each one is answered, and none is dropped.
    case saveNote(request: Int, NoteToSave)
    case createCustomer(request: Int, CustomerDraft)
    case editCustomer(request: Int, customer: CustomerID, expectedVersion: Int, CustomerDraft)
    case complaint(request: Int, ComplaintCommand)
    /// Answer with `imports` of that number.
    case imports(request: Int, ImportEffect)
    /// Answer with `identityDone` or `writeFailed`.
    case identity(request: Int, IdentityAct)
    case undo(request: Int, token: String)

    /// To the journal within a second; the runtime gathers those of one key.
    case saveDraft(DraftKey, text: String, wrapUp: String?)
    case discardDraft(DraftKey)
    /// Every field of a form, to the journal within a second; the runtime gathers those of one form.
    case saveForm(FormDraft)
    case discardForm(key: String)
    /// Kept for the next start, newest first.
    case rememberRecent([CustomerID])

    /// Answer with `themes` or a `notice`.
    case setTheme(String)
    case languageChanged(Language)
    case presenceChanged(Presence)
    /// Tells other desks what is open here; while watching, answer with `sighted` now and at every change.
    case announce(Whereabouts, isWatching: Bool)
    /// The agent opened this call.
    case callTaken(id: String)
    /// Answer with a `notice`: copied, or there to be selected by hand.
    case copy(String)
    /// Draw everything anew: the terminal may show something else than the grid.
    case repaint
    case quit
}

/// One complaint command as typed at the desk. The runtime adds event id, actor, role and time.
package struct ComplaintCommand: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        /// A new case, of this customer or of nobody known.
        case new(customer: CustomerID?)
        /// Without a version the event is taken whatever happened meanwhile.
        case existing(CaseNumber, expectedVersion: Int?)
    }

    package var target: Target
    package var type: EventType
    /// Field names and values as the event schema reads them; empty fields are left out.
    package var fields: [String: String]

    package init(target: Target, type: EventType, fields: [String: String]) {
        self.target = target
        self.type = type
        self.fields = fields
    }
}
