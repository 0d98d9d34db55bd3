package import Complaints

/// Why a command does nothing now; the menu shows it beside the command.
package enum WhyNot: Hashable, Sendable {
    case noCustomer
    case noComplaint
    case noCaseOpen
    case noCall
    case noNote
    case nothingToUndo
    /// The engine knows no way back from this event.
    case cannotUndo(EventType)
    case noPromise
    case noView
    case nothingToCopy
    case onlyHere
    case lookupNotEmpty
    /// The case does not take this event where it stands.
    case caseState(CaseState, EventType, RefusalCode)
    case loading
    case noForm
    case notYourRole
    case onlyInQueue
    case nothingToDecide
    case noGrantedOffer
    case noOpenTask
    case onlyInDuplicates
    case noPair
    case alreadyDecided
    case importRuns
    case noSuchCode(String)
}
