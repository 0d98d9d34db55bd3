package import Complaints
package import Dossier

/// One complaint on the screen, laid over the customer's.
package struct CaseScreen: Equatable, Sendable {
    package let caseNumber: CaseNumber
    /// nil until the store answers.
    package var file: ComplaintFile?
    /// Events the case takes in its present state from this agent.
    package var legal: [EventType] = []
    /// Seconds left of each clock that stands still, by its name.
    package var pausedSeconds: [String: Int64] = [:]
    package var request: Int
    package var fault: DeskFault?
    /// Opened from the queue: going back leads there.
    package var isFromQueue = false
    package var selectedAction = 0
    /// Row of the chosen trail line.
    package var selectedLine = 0

    package init(caseNumber: CaseNumber, request: Int) {
        self.caseNumber = caseNumber
        self.request = request
    }
}
