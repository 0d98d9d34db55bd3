/// Everything an agent can ask of the desk. The raw value is the English id: the palette finds it, documentation names
/// it, and it is never changed.
package enum CommandID: String, CaseIterable, Sendable, Hashable {
    // Moving about.
    case zoomPane = "zoom-pane"
    case goToLookup = "look-up"
    case pickList = "pick-list"
    case goBack = "back"
    case reload
    case pageBack = "page-back"
    case pageForward = "page-forward"
    case nextPane = "next-pane"
    case previousPane = "previous-pane"

    // The customer.
    case newCustomer = "new-customer"
    case editCustomer = "edit-customer"
    case explainTier = "explain-tier"
    case copy
    case openCall = "open-call"
    case nextComplaint = "next-complaint"
    case previousComplaint = "previous-complaint"
    case clearLookup = "clear-look-up"
    case switchLookupKind = "look-up-kind"

    // The call note.
    case save
    case goToNote = "note"
    case chooseWrapUp = "wrap-up"
    case discardNote = "discard-note"
    case discardForm = "discard-form"
    case undo

    // Complaints.
    case addCaseNote = "case-note"
    case followUp = "follow-up"
    case escalate
    case close
    case acknowledge
    case assess
    case resolveNow = "resolve-now"
    case resolve
    case newComplaint = "new-complaint"
    case openCase = "open-case"

    case reassess
    case offerRemedy = "offer-remedy"
    case acceptOffer = "accept-offer"
    case declineOffer = "decline-offer"
    case confirmExecuted = "confirm-executed"
    case acceptEscalation = "accept-escalation"
    case decideEscalation = "decide-escalation"
    case dispatch
    case taskUpdate = "task-update"
    case wait
    case resume
    case deferCase = "defer"
    case reopen
    case withdraw
    case merge
    case unmerge
    case transferOwner = "transfer-owner"
    case extend
    case externalCase = "external-case"
    case answerExternal = "answer-external"
    case identify
    case link
    case contact
    case correct

    case whyDeadline = "why-deadline"

    // Who is who, and files brought in.
    case customerProfile = "customer-profile"
    case reviewDuplicates = "duplicates"
    case importFile = "import"
    case mergeCustomers = "merge-customers"
    case differentCustomers = "different-customers"
    case switchSurvivor = "keep-the-other"
    // Promised calls.
    case promisedWork = "promised-work"
    case promiseCall = "promise-call"
    case recordCall = "record-call"

    // The supervisors' queue.
    case openQueue = "queue"
    case claimCase = "claim"
    case assignCase = "assign"
    case decideCase = "decide"
    case filterQueue = "queue-filter"
    case saveView = "save-view"
    case removeView = "delete-view"
    case markRow = "mark"
    case nextUnclaimed = "next-unclaimed"

    // The desk itself.
    case chooseTheme = "theme"
    case chooseLanguage = "language"
    case choosePresence = "presence"
    case showLog = "messages"
    case repaint
    case help
    case allKeys = "all-keys"
    case palette
    case menu
    case cancel
    case clearInput = "clear-input"
    case logOut = "log-out"
}
