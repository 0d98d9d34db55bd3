package import Complaints
package import Dossier
package import TerminalKit
import WorkingTime

/// The supervisors' queue: a list whose order is taken over only when nobody is reading it.
package struct QueueScreen: Equatable, Sendable {
    /// Rows read ahead of and behind those seen, so that scrolling does not wait for the store.
    static let rowsAhead = 100
    /// More rows than this are thinned out to those around the cursor.
    static let rowsKeptMax = 1_500
    /// After this long without a key a newer order is taken over by itself.
    static let idleSeconds: Int64 = 5
    /// Most rows one bulk action is done to.
    package static let marksMax = 200

    package var filter = QueueFilter()
    /// The saved view the filter came from.
    package var viewName: String?
    /// The order on the screen; nil until the store answers.
    package var listing: QueueListing?
    /// A newer order that waits until the agent asks for it or rests.
    package var waiting: QueueListing?
    /// What is known of the rows seen and of those around them.
    package var rows: [CaseNumber: QueueRow] = [:]
    package var cursor = ListCursor()
    package var marked: Set<CaseNumber> = []
    /// What became of the last action, row by row.
    package var results: [CaseNumber: QueueResult] = [:]
    package var colleagues: [Colleague] = []
    package var views: [SavedView] = []
    package var fault: DeskFault?
    /// When the order was last asked for.
    var readAt: Instant?
    /// Number of the newest question for the order.
    var request = 0
    /// True when the newest question is the agent's own: its answer is shown at once.
    var isAsked = true
    /// Number of the question for rows that is under way; nil when none is.
    var rowsRequest: Int?
    /// The rows under way are read anew: they take the place of all that are known.
    var forgetsRows = false

    package init() {}

    /// Cases that are new or changed since the order on the screen.
    package var fresh: Int { waiting?.fresh ?? 0 }

    /// The case under the cursor.
    package var selected: CaseNumber? {
        guard let listing, listing.numbers.indices.contains(cursor.selected) else { return nil }
        return listing.numbers[cursor.selected]
    }

    package var selectedRow: QueueRow? { selected.flatMap { rows[$0] } }

    /// What an action is done to: the marked cases in their order, else the one under the cursor.
    package var targets: [CaseNumber] {
        guard !marked.isEmpty, let listing else { return selected.map { [$0] } ?? [] }
        return listing.numbers.filter(marked.contains)
    }
}

/// What became of an action on one row.
package enum QueueResult: Hashable, Sendable {
    case underWay
    case done(EventType)
    case refused(Refusal)
    case fault(DeskFault)
}

/// Somebody a case can be given to.
package struct Colleague: Hashable, Sendable {
    package var login: String
    package var name: String?
    package var isOnDuty: Bool
    /// Open cases the colleague owns.
    package var openCases: Int

    package init(login: String, name: String?, isOnDuty: Bool, openCases: Int) {
        self.login = login
        self.name = name
        self.isOnDuty = isOnDuty
        self.openCases = openCases
    }
}
