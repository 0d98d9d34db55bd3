import Complaints
package import Dossier
package import Money
package import TerminalKit
package import WorkingTime

/// Everything the desk knows while it runs; a value, changed by `update` alone and drawn by `render`.
package struct DeskState: Equatable, Sendable {
    // The world, as last told.
    package var size: Size
    /// Time of the last tick; the runtime sends one ahead of each batch of messages.
    package var now: Instant
    /// The wall clock the agent reads.
    package var zone: ZoneRules
    package var wording: Wording
    package var agent: Agent
    package var presence = Presence.ready
    package var link = StoreLink.online
    /// Writes that have not reached the store yet.
    package var unsentWrites = 0
    package var themeName = ""
    package var themeNames: [String] = []
    /// Currency of amounts typed at the desk.
    package var currency = Currency.twd
    package var wrapUpCodes: [WrapUpCode] = WrapUpCode.standard
    /// Categories offered by the complaint form; empty takes free text.
    package var complaintCategories: [String] = []
    /// Said in the status row of a store of made-up customers; nil for a real one.
    package var demoLabel: String?
    package var call: IncomingCall?
    /// True where desks can tell each other what they have open.
    package var hasColleagues = false
    /// What other desks have open; empty while nothing here depends on it.
    package var sightings: [Sighting] = []
    /// When the call row last changed: F9 is deaf for a moment after.
    package var callChangedAt: Instant?

    // What the agent is at.
    package var lookup = LookupField()
    package var customer: OpenCustomer?
    package var focus = Pane.lookup
    /// The case that covers the customer's lists, if one is open.
    package var caseScreen: CaseScreen?
    package var isZoomed = false
    /// The supervisors' queue, under whatever customer or case is open; nil until it is asked for.
    package var queue: QueueScreen?
    /// The review of people known twice; nil until it is asked for.
    package var duplicates: DuplicateScreen?
    /// The import; nil until it is asked for.
    package var imports: ImportScreen?
    package var overlays: [Overlay] = []
    package var promises = PromiseBook()
    package var drafts: [DraftKey: NoteDraft] = [:]
    /// Forms left half filled, the latest last; asking for the same form again brings it back.
    package var parkedForms: [Form] = []
    /// Newest first, at most `recentMax`.
    package var recent: [Caller] = []
    package var notices: [Notice] = []
    /// What the message row shows; nil once its time is over.
    package var notice: Notice?

    // What is under way.
    /// Number of the last question or write sent out.
    var lastRequest = 0
    var writes: [Int: PendingWrite] = [:]
    /// Digits of a wrap-up code typed so far.
    var wrapUpDigits = ""
    /// Keys typed between Enter and the answer it waits for.
    var waitingKeys: [Key] = []
    var undo: UndoOffer?
    /// What other desks were last told, and when.
    var announced: Announcement?
    /// When the last key came: a newer order of the queue waits until nobody types.
    var lastKeyAt: Instant?

    /// Seconds a write can be taken back.
    package static let undoSeconds: Int64 = 8
    package static let recentMax = 20
    package static let waitingKeysMax = 512
    package static let draftsMax = 200
    package static let parkedFormsMax = 50

    package init(size: Size, now: Instant, zone: ZoneRules, language: Language, agent: Agent) {
        self.size = size
        self.now = now
        self.zone = zone
        self.wording = Wording(language)
        self.agent = agent
    }
}

/// A part of the customer screen that takes the keyboard.
package enum Pane: Hashable, Sendable, CaseIterable {
    case lookup
    case note
    case wrapUp
    case complaints
    case history
    case caseActions
    case caseTrail
    case queue
}

/// A write the runtime has been asked for and has not answered; holds what must come back if it fails.
enum PendingWrite: Equatable, Sendable {
    case note(NoteToSave)
    /// The form that waits carries the same number.
    case form
    /// The assessment that goes with a new complaint.
    case assessment(CaseNumber, [String: String])
    /// With the note whose text comes back.
    case undo(NoteToSave?)
    /// One compensating event.
    case undoing(ComplaintCommand)
    /// One event without a form.
    case direct(CaseNumber, EventType)
    /// What became of a promised call.
    case call(PromisedCall, CallResult)
    /// A line that goes with something else: whether it is taken is nobody's concern.
    case besides
    /// A view of the queue that is being thrown away.
    case removedView(SavedView)
    /// A remedy beyond the agent's limit on its way up; the lowest role that may approve it.
    case raised(Complaints.Role?)
    /// One event on one case of the queue.
    case queueStep(CaseNumber, QueueStep)
    /// A decision about two records.
    case identity(IdentityAct)
    /// The view of the queue that is being kept under this name.
    case view(String)
}
