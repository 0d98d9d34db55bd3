import Customers
import Dossier
import TerminalKit

extension Painter {
    /// The review of people known twice.
    mutating func paintDuplicates() {
        guard let screen = state.duplicates else { return }
        let block = DuplicateLayout(layout: layout, screen: screen)
        let area = ground(
            title: wording.duplicatesTitle(screen), rows: layout.overlay.rows - 2,
            hint: wording.duplicatesHint(screen, wide: columns >= 76))
        grid.cursor = Position(row: area.row, column: 0)
        if let fault = screen.fault, screen.pairs.isEmpty {
            put(wording.sentence(fault), row: area.row, column: 2, role: .error)
            return
        }
        let count = screen.list == .waiting ? screen.pairs.count : screen.merges.count
        guard count > 0 else {
            let words = screen.isLoaded ? wording.noDuplicates(screen.list) : wording.loading
            put(words, row: area.row, column: 2, role: .dim, width: columns - 3)
            return
        }
        if screen.list == .merged {
            paintMerges(screen, area, rows: block.listRows)
            return
        }
        paintPairs(screen, area, rows: block.listRows)
        paintComparison(
            screen,
            Rectangle(row: area.row + block.listRows, column: 0, rows: block.comparisonRows + 1, columns: columns))
    }

    private mutating func paintPairs(_ screen: DuplicateScreen, _ area: Rectangle, rows: Int) {
        guard rows > 0 else { return }
        let top = DeskState.top(selected: screen.selectedPair, count: screen.pairs.count, visible: rows)
        for index in top..<min(screen.pairs.count, top + rows) {
            let pair = screen.pairs[index]
            let row = area.row + index - top
            let isChosen = index == screen.selectedPair
            let ground: Role = isChosen ? .selection : .overlay
            grid.fill(row: row, columns: 0..<columns, role: ground)
            if isChosen {
                put(">", row: row, column: 0, role: ground)
                grid.cursor = Position(row: row, column: 0)
            }
            put(wording.bits(pair.review.pair.weight), row: row, endingAt: 8, role: ground)
            let names = [pair.review.a, pair.review.b].map { wording.headline($0.customer) }
            let width = min(26, (columns - 10) / 4)
            put(names[0], row: row, column: 10, role: ground, width: width - 1)
            put(names[1], row: row, column: 10 + width, role: ground, width: width - 1)
            let rest = 10 + 2 * width
            let (words, role) = words(pair)
            put(words, row: row, column: rest, role: isChosen ? ground : role, width: columns - rest - 1)
        }
    }

    /// What became of a pair, else the strongest evidence.
    private func words(_ pair: DuplicateRow) -> (String, Role) {
        switch pair.result {
        case .waits:
            let strongest = pair.review.pair.evidence.sorted { $0.weight > $1.weight }.prefix(3)
            return (strongest.map { wording.words($0) }.joined(separator: wording.comma), .overlay)
        case .underWay: return (wording.underWay, .dim)
        case .merged: return (wording.mergedInto(pair.merge?.survivor ?? pair.survivor), .success)
        case .different: return (wording.notOnePerson, .success)
        case .refused(let fault): return (wording.sentence(fault), .error)
        }
    }

    private mutating func paintMerges(_ screen: DuplicateScreen, _ area: Rectangle, rows: Int) {
        let top = DeskState.top(selected: screen.selectedMerge, count: screen.merges.count, visible: rows)
        for index in top..<min(screen.merges.count, top + rows) {
            let merge = screen.merges[index]
            let row = area.row + index - top
            let isChosen = index == screen.selectedMerge
            let ground: Role = isChosen ? .selection : .overlay
            grid.fill(row: row, columns: 0..<columns, role: ground)
            if isChosen {
                put(">", row: row, column: 0, role: ground)
                grid.cursor = Position(row: row, column: 0)
            }
            put(wording.dayAndTime(merge.line.merge.at, zone: state.zone), row: row, column: 2, role: ground)
            let rest = 15
            let (words, role) = words(merge)
            let end = grid.put(
                shown(wording.line(merge.line)), row: row, column: rest, role: ground,
                width: columns - rest - 1 - (words.isEmpty ? 0 : min(shown(words).width, 30) + 2))
            put(words, row: row, column: end + 2, role: isChosen ? ground : role, width: columns - end - 3)
        }
    }

    private func words(_ merge: MergeRow) -> (String, Role) {
        if merge.isParted { return (wording.partedAgain, .success) }
        switch merge.result {
        case .underWay: return (wording.underWay, .dim)
        case .refused(let fault): return (wording.sentence(fault), .error)
        case .waits, .merged, .different: return ("", .overlay)
        }
    }

    /// Which record stays is said at the head of its column, in words.
    private mutating func paintComparison(_ screen: DuplicateScreen, _ area: Rectangle) {
        guard area.rows > 0, let pair = screen.pair else { return }
        let width = DuplicateLayout.valueColumns(columns)
        let place = "\(screen.selectedPair + 1)/\(screen.pairs.count)"
        grid.rule(row: area.row, columns: 0..<columns, title: shown(place), role: .overlay, titleRole: .overlayTitle)
        for (offset, id) in [pair.review.pair.a, pair.review.pair.b].enumerated() {
            let stays = id == pair.survivor
            put(
                " " + wording.standing(id, stays: stays) + " ", row: area.row,
                column: DuplicateLayout.valueColumn + offset * width - 1, role: stays ? .match : .overlayTitle,
                width: width)
        }
        if screen.isWhole { grid.cursor = Position(row: area.row, column: 0) }
        let lines = state.comparison(screen)
        let top = min(screen.scroll, max(0, lines.count - (area.rows - 1)))
        for (offset, line) in lines.dropFirst(top).prefix(area.rows - 1).enumerated() {
            paint(line, row: area.row + 1 + offset, width: width)
        }
    }

    private mutating func paint(_ line: ComparisonLine, row: Int, width: Int) {
        switch line {
        case .evidence(let text): put(text, row: row, column: 1, role: .number, width: columns - 2)
        case .field(let label, let agreement, let a, let b):
            put(
                label, row: row, column: DuplicateLayout.labelColumn, role: .label,
                width: DuplicateLayout.markColumn - DuplicateLayout.labelColumn - 1)
            let role: Role =
                switch agreement {
                case .same: .match
                case .differs: .warning
                case .partly, .oneSided, nil: .overlay
                }
            if let agreement {
                put(wording.mark(agreement), row: row, column: DuplicateLayout.markColumn, role: role, width: 4)
            }
            put(a.oneLine, row: row, column: DuplicateLayout.valueColumn, role: .overlay, width: width - 1)
            put(b.oneLine, row: row, column: DuplicateLayout.valueColumn + width, role: .overlay, width: width - 1)
        }
    }
}
