import Complaints
import TerminalKit

extension Painter {
    /// The arithmetic of one clock; the others are a digit away.
    mutating func paint(_ page: WhyPage) {
        let area = ground(
            title: wording.whyTitle + page.caseNumber.short, rows: layout.overlay.rows - 2, hint: wording.whyHint)
        grid.cursor = Position(row: area.row, column: 0)
        guard !page.clocks.isEmpty else {
            put(wording.loading, row: area.row, column: 2, role: .dim)
            return
        }
        var column = 1
        for (index, clock) in page.clocks.enumerated() where column < columns - 8 {
            let text = " \(index + 1) " + wording.clock(clock.clock.name) + " "
            column = put(text, row: area.row, column: column, role: index == page.selected ? .selection : .overlay) + 1
        }
        let lines = state.whyLines(page)
        let top = min(page.scroll, max(0, lines.count - (area.rows - 1)))
        for (offset, line) in lines.dropFirst(top).prefix(area.rows - 1).enumerated() {
            put(line, row: area.row + 1 + offset, column: 2, role: top + offset == 0 ? .overlayTitle : .overlay)
        }
    }

    /// What was asked, offered, sent out and promised, above the trail.
    mutating func paintFacts(_ screen: CaseScreen) {
        guard let area = layout.detail else { return }
        for (offset, fact) in screen.facts.prefix(area.rows).enumerated() {
            let span = self.span(fact)
            grid.put(
                span.text, row: area.row + offset, column: area.column + 2, role: span.role, width: area.columns - 3)
        }
    }

    private func span(_ fact: CaseFact) -> Span {
        switch fact {
        case .escalation, .transfer, .external: Span(shown(wording.words(fact, zone: state.zone)), .dueSoon)
        default: Span(shown(wording.words(fact, zone: state.zone)))
        }
    }
}
