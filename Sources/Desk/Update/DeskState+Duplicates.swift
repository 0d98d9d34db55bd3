import Customers
import Dossier
import TerminalKit
import WorkingTime

extension DeskState {
    /// Opens the review where it was left; what has been found since is put at its end.
    mutating func openDuplicates() -> [DeskEffect] {
        if duplicates == nil { duplicates = DuplicateScreen() }
        overlays.append(.duplicates)
        return loadDuplicates()
    }

    mutating func loadDuplicates() -> [DeskEffect] {
        guard duplicates != nil else { return [] }
        let request = nextRequest()
        duplicates?.request = request
        return [.loadDuplicates(request: request)]
    }

    mutating func duplicatesLoaded(_ request: Int, _ found: DuplicateWorklist) {
        guard var screen = duplicates, request == screen.request else { return }
        screen.fault = nil
        screen.waiting = found.waiting
        for at in screen.pairs.indices {
            let pair = screen.pairs[at].review.pair
            guard let new = found.reviews.first(where: { $0.pair.a == pair.a && $0.pair.b == pair.b }) else { continue }
            screen.pairs[at].review = new
        }
        let known = Set(screen.pairs.map { [$0.review.pair.a, $0.review.pair.b] })
        screen.pairs += found.reviews.filter { !known.contains([$0.pair.a, $0.pair.b]) }.map { DuplicateRow($0) }
        mergeLines(found.merges, into: &screen)
        screen.isLoaded = true
        duplicates = screen
    }

    /// New merges come on top; the chosen one stays chosen, and those taken back from here stay in their rows.
    private func mergeLines(_ lines: [MergeLine], into screen: inout DuplicateScreen) {
        let chosen = screen.merges.indices.contains(screen.selectedMerge) ? screen.merges[screen.selectedMerge] : nil
        let known = Set(screen.merges.map(\.line.merge.id))
        screen.merges.insert(contentsOf: lines.filter { !known.contains($0.merge.id) }.map { MergeRow($0) }, at: 0)
        screen.merges = Array(screen.merges.prefix(DuplicateScreen.mergesMax))
        let row = chosen.flatMap { chosen in screen.merges.firstIndex { $0.line.merge.id == chosen.line.merge.id } }
        screen.selectedMerge = screen.list == .merged ? row ?? 0 : 0
    }

    mutating func duplicatesFailed(_ request: Int, _ fault: DeskFault) {
        guard request == duplicates?.request else { return }
        duplicates?.fault = fault
        post(.error, .fault(fault))
    }

    /// True while the review is on top, or right under the menu that was opened over it.
    var showsDuplicates: Bool { overlays.last == .duplicates }

    /// Why a decision about the chosen pair cannot be made now.
    func whyNotDuplicates(_ id: CommandID) -> WhyNot? {
        guard agent.keepsCustomers else { return .notYourRole }
        if id == .reviewDuplicates { return nil }
        guard showsDuplicates, let screen = duplicates else { return .onlyInDuplicates }
        guard screen.list == .waiting else { return .noPair }
        guard let pair = screen.pair else { return .noPair }
        switch pair.result {
        case .waits, .refused: return nil
        case .underWay: return .loading
        case .merged, .different: return .alreadyDecided
        }
    }

    /// Keys in the review. Digits begin a look-up as in any list: a caller comes first, and the review waits.
    mutating func duplicatesTake(_ key: Key) -> [DeskEffect]? {
        guard let screen = duplicates else { return nil }
        switch key {
        case .tab, .backTab:
            duplicates?.list = screen.list == .waiting ? .merged : .waiting
            duplicates?.scroll = 0
        case .enter:
            duplicates?.isWhole.toggle()
            duplicates?.scroll = 0
        case .escape where screen.isWhole, .function(3) where screen.isWhole, .function(12) where screen.isWhole:
            duplicates?.isWhole = false
        case .left, .right:
            moveInDuplicates(key == .right ? .down : .up)
        case .function(5): return loadDuplicates()
        case .function(6): return screen.list == .waiting ? perform(.mergeCustomers) : partSelected()
        case .function(10): return perform(.menu)
        case .control("p"): return perform(.palette)
        case .control("z"):
            return undo == nil || screen.list == .merged ? partSelected() : perform(.undo)
        case .character(let scalar):
            return duplicatesTake(sign: Self.narrowed(scalar))
        default:
            guard moveInDuplicates(key) else { return nil }
        }
        return []
    }

    private mutating func duplicatesTake(sign: Unicode.Scalar) -> [DeskEffect]? {
        switch sign {
        case "+": return perform(.mergeCustomers)
        case "-": return perform(.differentCustomers)
        case "*": return perform(.switchSurvivor)
        case " ": return []
        default:
            closeOverlays()
            focus = .lookup
            return typeIntoLookup(sign)
        }
    }

    @discardableResult
    private mutating func moveInDuplicates(_ key: Key) -> Bool {
        guard var screen = duplicates else { return false }
        let layout = DuplicateLayout(layout: Layout(self), screen: screen)
        switch screen.list {
        case .waiting where screen.isWhole && (key == .pageUp || key == .pageDown):
            let count = comparison(screen).count
            guard
                let line = moved(
                    screen.scroll, by: key, count: max(1, count - layout.comparisonRows + 2),
                    page: layout.comparisonRows)
            else { return false }
            screen.scroll = line
        case .waiting:
            guard let row = moved(screen.selectedPair, by: key, count: screen.pairs.count, page: layout.listRows) else {
                return false
            }
            screen.selectedPair = row
            screen.scroll = 0
        case .merged:
            guard let row = moved(screen.selectedMerge, by: key, count: screen.merges.count, page: layout.listRows)
            else { return false }
            screen.selectedMerge = row
        }
        duplicates = screen
        return true
    }
}
