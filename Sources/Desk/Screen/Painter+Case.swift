import Complaints
import Dossier
import TerminalKit

extension Painter {
    /// One complaint: what it is, its deadlines and what can be done at the left, its trail at the right.
    mutating func paintCase() {
        guard let screen = state.caseScreen else { return }
        paintActions(screen)
        paintFacts(screen)
        paintTrail(screen)
    }

    private mutating func paintActions(_ screen: CaseScreen) {
        guard let area = layout.panes[.caseActions] else { return }
        grid.rule(
            row: area.row - 1, columns: area.columnRange, title: shown(screen.caseNumber.description),
            titleRole: headingRole(.caseActions))
        cursor(area.row, area.column, if: .caseActions)
        guard let complaint = screen.file?.complaint else {
            let words = screen.fault.map { wording.sentence($0) } ?? wording.loading
            put(words, row: area.row, column: 2, role: screen.fault == nil ? .dim : .error, width: area.columns - 3)
            return
        }
        let actions = state.caseActions
        let head = self.head(complaint, columns: area.columns - 3)
        // The actions keep at least half of the pane, whatever there is to say above them.
        let headRows = min(head.count, max(1, area.rows - actions.count - 1), area.rows)
        let shownHead = max(min(head.count, area.rows / 2), headRows)
        for (offset, line) in head.prefix(shownHead).enumerated() {
            grid.put(
                line.text, row: area.row + offset, column: area.column + 2, role: line.role, width: area.columns - 3)
        }
        let first = area.row + shownHead
        let visible = area.row + area.rows - first
        guard visible > 0 else { return }
        let top = DeskState.top(selected: screen.selectedAction, count: actions.count, visible: visible)
        for (offset, event) in actions.dropFirst(top).prefix(visible).enumerated() {
            paint(event, isChosen: top + offset == screen.selectedAction, row: first + offset, in: area)
        }
    }

    private mutating func paint(_ event: EventType, isChosen: Bool, row: Int, in area: Rectangle) {
        let why = state.whyNot(event)
        let end = area.column + area.columns - 1
        if isChosen {
            put(">", row: row, column: area.column, role: markerRole(.caseActions))
            cursor(row, area.column, if: .caseActions)
        }
        let code = CommandID.asking(for: event).map { String(DeskCommand[$0].code) } ?? "  "
        put(code, row: row, column: area.column + 2, role: why == nil ? .hintKey : .hintDisabled)
        let after = put(
            wording.word(event), row: row, column: area.column + 5, role: why == nil ? .text : .hintDisabled,
            width: end - area.column - 5)
        if let why {
            put(wording.sentence(why), row: row, column: after + 2, role: .dim, width: max(0, end - after - 2))
        }
    }

    /// State, people, what happened, and every clock that still counts.
    private func head(_ complaint: Complaint, columns: Int) -> [Span] {
        var lines = [
            Span(shown(wording.word(complaint.state) + "  " + wording.word(complaint.severity)), .title)
        ]
        let people = [
            wording.owner(complaint.owner), wording.handler(complaint.handler), wording.level(complaint.level),
        ]
        lines.append(Span(shown(people.joined(separator: "  ")), .dim))
        for clock in complaint.clocks where clock.isOpen {
            let status = DueStatus(clocks: [clock], now: state.now)
            let due = clock.due.map { "  " + wording.dayAndTime($0, zone: state.zone) } ?? ""
            let left = clock.state == .paused ? state.caseScreen?.pausedSeconds[clock.name] : nil
            let words = left.map { wording.pausedInWords($0) } ?? dueWords(status)
            lines.append(Span(shown(wording.clock(clock.name) + "  " + words + due), role(of: status)))
        }
        let category = [complaint.category, complaint.product].compactMap { $0 }.joined(separator: " / ")
        if !category.isEmpty { lines.append(Span(shown(category))) }
        lines += shown(complaint.summary.oneLine).wrapped(to: columns, linesMax: 6).map { Span($0) }
        return lines
    }

    /// The trail in words, oldest first, two rows a line.
    private mutating func paintTrail(_ screen: CaseScreen) {
        guard let area = layout.panes[.caseTrail] else { return }
        let events = screen.file?.events.map(\.event) ?? []
        let isBelow = area.column == 0
        let rows = isBelow ? area.rows - 1 : area.rows
        let start = isBelow ? area.row + 1 : area.row
        let visible = max(1, rows / 2)
        let top = DeskState.top(selected: screen.selectedLine, count: events.count, visible: visible)
        let last = min(events.count, top + visible)
        grid.rule(
            row: start - 1, columns: area.columnRange,
            title: shown(wording.trail(events.isEmpty ? "0" : "\(top + 1)-\(last)/\(events.count)")),
            titleRole: headingRole(.caseTrail))
        cursor(start, area.column, if: .caseTrail)
        for (offset, event) in events[min(top, last)..<last].enumerated() {
            let row = start + offset * 2
            let isChosen = top + offset == screen.selectedLine
            if isChosen, state.focus == .caseTrail {
                put(">", row: row, column: area.column, role: markerRole(.caseTrail))
                cursor(row, area.column, if: .caseTrail)
            }
            paint(event, row: row, in: area)
        }
    }

    private mutating func paint(_ event: Event, row: Int, in area: Rectangle) {
        let width = area.columns - 3
        let who = event.role == .timer ? wording.engine : event.actor
        let head = [wording.dayAndTime(event.occurredAt, zone: state.zone), who, wording.word(event.type)]
        put(head.joined(separator: "  "), row: row, column: area.column + 2, role: .label, width: width)
        guard row + 1 < layout.lowerRuleRow else { return }
        put(wording.fields(of: event, zone: state.zone), row: row + 1, column: area.column + 4, width: width - 2)
    }
}
