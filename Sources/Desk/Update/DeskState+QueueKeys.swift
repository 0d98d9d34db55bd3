import Complaints
import Customers
import Dossier
import TerminalKit
import Valuation

extension DeskState {
    /// Keys in the queue: arrows and pages move, Enter opens, Space marks, F6 assigns, F9 goes to what nobody has taken.
    mutating func queueTakes(_ key: Key) -> [DeskEffect]? {
        guard let queue else { return nil }
        switch key {
        case .enter: return openQueueCase()
        case .character(" "), .named(.insert, []): return perform(.markRow)
        case .function(4): return perform(.filterQueue)
        case .function(6): return perform(.assignCase)
        case .function(9) where call == nil: return perform(.nextUnclaimed)
        case .escape where !queue.marked.isEmpty:
            self.queue?.marked = []
            return []
        default:
            var cursor = queue.cursor
            cursor.resize(height: queueHeight)
            let before = cursor.selected
            switch key {
            case .function(7): cursor.page(by: -1)
            case .function(8): cursor.page(by: 1)
            default: guard cursor.handle(key) else { return nil }
            }
            self.queue?.cursor = cursor
            return cursor.selected == before ? [] : loadRows(anew: false)
        }
    }

    /// Opens the customer of the row with the case over it; a case of nobody known opens alone.
    private mutating func openQueueCase() -> [DeskEffect] {
        guard let number = queue?.selected else { return [] }
        guard let row = queue?.rows[number], let id = row.customer else {
            let effects = openCase(number)
            caseScreen?.isFromQueue = true
            return effects
        }
        let effects = open(Caller(customer: id, name: row.customerName, tier: row.tier)) + openCase(number)
        caseScreen?.isFromQueue = true
        return effects
    }

    /// Marks the row for a bulk action, or takes the mark off, and goes on to the next.
    mutating func markRow() -> [DeskEffect] {
        guard let number = queue?.selected else { return [] }
        if queue?.marked.remove(number) == nil {
            guard queue?.marked.count ?? 0 < QueueScreen.marksMax else {
                post(.warning, .marksFull(QueueScreen.marksMax))
                return []
            }
            queue?.marked.insert(number)
        }
        queue?.results[number] = nil
        queue?.cursor.move(by: 1)
        return loadRows(anew: false)
    }

    /// F9: the first case of the order that was raised and nobody has taken, read from the store so that none is missed.
    mutating func goToNextUnclaimed() -> [DeskEffect] {
        guard let queue, let listing = queue.listing else { return [] }
        let known = listing.numbers.firstIndex { number in
            queue.rows[number]?.escalation.map { !$0.isAccepted } ?? false
        }
        if let known, queue.filter == QueueFilter() || queue.filter.view == .unclaimed {
            self.queue?.cursor.select(known)
            return loadRows(anew: false)
        }
        return showQueue(QueueFilter(view: .unclaimed), named: nil)
    }

    /// Another filter: the cursor begins at the most urgent case.
    mutating func showQueue(_ filter: QueueFilter, named name: String?) -> [DeskEffect] {
        queue?.filter = filter
        queue?.viewName = name
        queue?.waiting = nil
        queue?.marked = []
        queue?.results = [:]
        queue?.cursor.select(0)
        return loadQueue(asked: true)
    }

    /// F4 in the queue: the views with how many each holds, then narrower ones, then what was saved.
    mutating func openQueueFilters() {
        guard let queue else { return }
        let counts = queue.listing?.counts ?? QueueCounts()
        var items = QueueFilter.View.allCases.map { view in
            ChoiceItem(
                .queueView(view, count: counts.byView[view] ?? 0), .showQueue(QueueFilter(view: view), name: nil))
        }
        items += queue.views.map {
            ChoiceItem(.plain($0.name), .showQueue($0.filter, name: $0.name))
        }
        items += CaseState.allCases.filter { $0.isOpen && counts.byState[$0] ?? 0 > 0 }.map { state in
            ChoiceItem(
                .queueState(state, count: counts.byState[state] ?? 0), .showQueue(QueueFilter(state: state), name: nil))
        }
        items += Severity.allCases.filter { counts.bySeverity[$0] ?? 0 > 0 }.map { severity in
            ChoiceItem(
                .queueSeverity(severity, count: counts.bySeverity[severity] ?? 0),
                .showQueue(QueueFilter(severity: severity), name: nil))
        }
        items += counts.byOwner.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(40).map { owner, count in
            ChoiceItem(.queueOwner(owner, count: count), .showQueue(QueueFilter(owner: owner), name: nil))
        }
        let selected = items.firstIndex { $0.action == .showQueue(queue.filter, name: queue.viewName) } ?? 0
        overlays.append(.choice(ChoiceList(title: .queueFilter, items: items, selected: selected)))
    }
}
