package import Complaints
package import Customers
package import Dossier

/// The customer on the screen.
package struct OpenCustomer: Equatable, Sendable {
    /// History lines asked for at first; paging asks for more.
    package static let timelineFirst = 100
    package static let timelineMax = 2_000

    package let id: CustomerID
    /// nil until the store answers.
    package var card: CustomerCard?
    /// What is known of them before the card comes, so that the name is there at once.
    package var caller: Caller?
    /// Number of the newest question for the card.
    package var request: Int
    package var fault: DeskFault?
    package var timelineLimit = OpenCustomer.timelineFirst
    /// Held by number, not by row, so that a reload never moves the choice.
    package var selectedCase: CaseNumber?
    /// Row of the history; kept within it.
    package var selectedEntry = 0

    package init(id: CustomerID, caller: Caller?, request: Int) {
        self.id = id
        self.caller = caller
        self.request = request
    }

    package var complaints: [Complaint] { card?.complaints ?? [] }
    package var timeline: [TimelineEntry] { card?.timeline ?? [] }
    /// Row of the chosen complaint; 0 when the chosen one is gone.
    package var selectedComplaintRow: Int {
        complaints.firstIndex { $0.caseNumber == selectedCase } ?? 0
    }
}
