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
