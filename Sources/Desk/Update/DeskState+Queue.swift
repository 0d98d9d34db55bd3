import Complaints
import Customers
import Dossier
import TerminalKit
import WorkingTime

extension DeskState {
    /// True while the queue is what one sees: no customer and no case lies over it.
    package var showsQueue: Bool { queue != nil && customer == nil && caseScreen == nil }

    /// Roles that work the queue.
    package var mayWorkQueue: Bool {
        !agent.roles.isDisjoint(with: [.supervisor, .manager, .director, .compliance])
    }

    /// The queue is where supervisors begin; somebody who takes calls too begins with a customer.
    package var opensQueue: Bool { mayWorkQueue && !agent.roles.contains(.agent) }

    /// Goes to the queue, where it was left; read anew, since time has gone on.
    mutating func openQueue() -> [DeskEffect] {
        closeOverlays()
        caseScreen = nil
        customer = nil
        clearLookup()
        if queue == nil { queue = QueueScreen() }
        focus = .queue
        return loadQueue(asked: queue?.listing == nil)
    }

    /// Asks for the order; what the agent asked for is shown when it comes, anything else waits.
    mutating func loadQueue(asked: Bool) -> [DeskEffect] {
        guard var queue else { return [] }
        queue.request = nextRequest()
        queue.readAt = now
        // An answer the agent waits for is still the agent's when a change overtakes the question.
        queue.isAsked = asked || (queue.isAsked && queue.listing == nil)
        self.queue = queue
        return [
            .loadQueue(request: queue.request, filter: queue.filter, since: asked ? nil : queue.listing?.change)
        ]
    }

    mutating func queueLoaded(
        _ request: Int, _ listing: QueueListing, _ colleagues: [Colleague], _ views: [SavedView]
    ) -> [DeskEffect] {
        guard var queue, request == queue.request else { return [] }
        queue.fault = nil
        queue.colleagues = colleagues
        queue.views = views
        let isShownAtOnce = queue.isAsked || queue.listing == nil
        queue.isAsked = false
        if isShownAtOnce {
            self.queue = queue
            admit(listing)
        } else if listing.numbers == queue.listing?.numbers {
            // The same order: only counters and contents have changed, and nothing moves.
            queue.waiting = nil
            queue.listing = listing
            self.queue = queue
        } else {
            queue.waiting = listing
            self.queue = queue
        }
        return loadRows(anew: true)
    }

    mutating func queueFailed(_ request: Int, _ fault: DeskFault) {
        guard request == queue?.request else { return }
        queue?.fault = fault
        queue?.isAsked = false
        post(.error, .fault(fault))
    }

    /// Takes an order over: the cursor stays on its case and on its line.
    mutating func admit(_ listing: QueueListing) {
        guard var queue else { return }
        let row = queue.selected.flatMap { listing.numbers.firstIndex(of: $0) }
        queue.listing = listing
        queue.waiting = nil
        queue.cursor.resize(height: queueHeight)
        queue.cursor.replaceRows(count: listing.numbers.count, selectedNowAt: row)
        if !queue.marked.isEmpty { queue.marked.formIntersection(listing.numbers) }
        self.queue = queue
    }

    /// Nobody has pressed a key for a while: the newer order comes in by itself.
    mutating func admitWhenIdle() -> [DeskEffect] {
        guard let waiting = queue?.waiting, showsQueue, overlays.isEmpty, let at = queueAdmitsAt, at <= now else {
            return []
        }
        admit(waiting)
        return loadRows(anew: false)
    }

    /// When a waiting order will be taken over if no key comes; nil while none waits.
    var queueAdmitsAt: Instant? {
        guard queue?.waiting != nil, showsQueue, overlays.isEmpty else { return nil }
        return Instant(microseconds: (lastKeyAt ?? now).microseconds + QueueScreen.idleSeconds * 1_000_000)
    }

    /// Asks for the rows around those seen that are not known yet, or for all of them anew.
    mutating func loadRows(anew: Bool) -> [DeskEffect] {
        guard var queue, let listing = queue.listing else { return [] }
        let count = listing.numbers.count
        let seen = queue.cursor.visible
        let near = max(0, seen.lowerBound - 1)..<max(min(count, seen.upperBound + queueHeight), min(count, 1))
        let isComplete = near.allSatisfy { queue.rows[listing.numbers[$0]] != nil }
        guard anew || (!isComplete && queue.rowsRequest == nil) else { return [] }
        let wanted =
            max(0, seen.lowerBound - QueueScreen.rowsAhead)..<min(count, seen.upperBound + QueueScreen.rowsAhead)
        guard !wanted.isEmpty else { return [] }
        let request = nextRequest()
        queue.rowsRequest = request
        self.queue = queue
        let numbers = listing.numbers[wanted]
        if !anew {
            // Those read before are known; a page further costs a page.
            return [.loadQueueRows(request: request, numbers.filter { queue.rows[$0] == nil })]
        }
        let others = queue.marked.subtracting(numbers)
        self.queue?.forgetsRows = true
        return [.loadQueueRows(request: request, numbers + others.sorted())]
    }

    mutating func queueRowsLoaded(_ request: Int, _ rows: [QueueRow]) -> [DeskEffect] {
        guard request == queue?.rowsRequest else { return [] }
        queue?.rowsRequest = nil
        keepRows(rows)
        // The cursor may have run on while the rows were read.
        return loadRows(anew: false)
    }

    /// Rows read anew take the place of all; others join those still near the cursor.
    private mutating func keepRows(_ rows: [QueueRow]) {
        guard var queue else { return }
        self.queue = nil
        if queue.forgetsRows { queue.rows = [:] }
        queue.forgetsRows = false
        for row in rows { queue.rows[row.caseNumber] = row }
        if queue.rows.count > QueueScreen.rowsKeptMax, let listing = queue.listing {
            let seen = queue.cursor.visible
            let near =
                max(
                    0, seen.lowerBound - 2 * QueueScreen.rowsAhead)..<min(
                    listing.numbers.count, seen.upperBound + 2 * QueueScreen.rowsAhead)
            let kept = queue.marked.union(listing.numbers[near])
            queue.rows = queue.rows.filter { kept.contains($0.key) }
        }
        self.queue = queue
    }

    mutating func queueRowsFailed(_ request: Int, _ fault: DeskFault) {
        guard request == queue?.rowsRequest else { return }
        queue?.rowsRequest = nil
        post(.error, .fault(fault))
    }

    /// Time alone makes cases late: the order is read again with every minute.
    mutating func refreshQueue() -> [DeskEffect] {
        guard showsQueue, let readAt = queue?.readAt, now.seconds / 60 != readAt.seconds / 60 else { return [] }
        return loadQueue(asked: false)
    }

    /// The list is as long as the screen lets it be; the cursor stays in sight.
    mutating func resizeQueue() -> [DeskEffect] {
        guard queue != nil else { return [] }
        let height = queueHeight
        queue?.cursor.resize(height: height)
        return showsQueue ? loadRows(anew: false) : []
    }

    var saveViewForm: Form {
        let field = FormField(id: "view_name", kind: .line, isRequired: true, value: queue?.viewName ?? "")
        return Form(purpose: .saveView, fields: [field])
    }

    /// Gives the filter on the screen a name.
    mutating func saveQueueView(_ form: Form) -> [DeskEffect] {
        guard let filter = queue?.filter, let name = form["view_name"]?.value.trimmedSpaces, !name.isEmpty else {
            return []
        }
        overlays.removeLast()
        queue?.viewName = name
        let request = nextRequest()
        writes[request] = .view(name)
        return [.saveView(request: request, SavedView(name: name, filter: filter))]
    }

    mutating func viewsChanged(_ request: Int) -> [DeskEffect] {
        switch writes.removeValue(forKey: request) {
        case .view(let name): post(.done, .viewSaved(name))
        case .removedView(let view):
            post(.done, .viewRemoved(view.name))
            offerUndo(.view(view))
        default: return []
        }
        return showsQueue ? loadQueue(asked: false) : []
    }

    /// Rows of the list that are on the screen.
    var queueHeight: Int { max(1, Layout(self).panes[.queue]?.rows ?? 1) }
}
