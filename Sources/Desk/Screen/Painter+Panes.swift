import Complaints
import Dossier
import Money
import TerminalKit
import WorkingTime

extension Painter {
    /// The panes of the customer screen with their headings.
    mutating func paintPanes() {
        paintComplaints()
        paintHistory()
        paintProfilePane()
        paintDetail()
        paintNote()
        paintWrapUp()
    }

    private mutating func heading(_ text: String, _ pane: Pane, _ area: Rectangle) {
        grid.rule(row: area.row - 1, columns: area.columnRange, title: shown(text), titleRole: headingRole(pane))
    }

    /// Open complaints: number, urgency and due words, then what it is about.
    private mutating func paintComplaints() {
        guard let area = layout.panes[.complaints] else { return }
        let complaints = state.customer?.complaints ?? []
        heading(wording.openComplaints(complaints.count), .complaints, area)
        cursor(area.row, area.column, if: .complaints)
        if state.customer == nil {
            for (offset, line) in wording.startHelp.prefix(area.rows).enumerated() {
                put(line, row: area.row + offset, column: area.column + 2, role: .dim, width: area.columns - 3)
            }
        }
        guard !complaints.isEmpty else {
            if state.customer?.card != nil {
                put(wording.noComplaints, row: area.row, column: area.column + 2, role: .dim, width: area.columns - 2)
                paintPromised(in: area, from: area.row + 1)
            }
            return
        }
        let height = layout.isWide ? 3 : 2
        let visible = max(1, area.rows / height)
        let selected = state.customer?.selectedComplaintRow ?? 0
        let top = DeskState.top(selected: selected, count: complaints.count, visible: visible)
        for index in top..<min(complaints.count, top + visible) {
            let row = area.row + (index - top) * height
            paint(complaints[index], isChosen: index == selected, row: row, rows: min(height, area.rows), in: area)
        }
        paintPromised(in: area, from: area.row + min(complaints.count - top, visible) * height)
    }

    private mutating func paint(_ complaint: Complaint, isChosen: Bool, row: Int, rows: Int, in area: Rectangle) {
        let status = DueStatus(complaint, now: state.now)
        let end = area.column + area.columns - 1
        if isChosen { put(">", row: row, column: area.column, role: markerRole(.complaints)) }
        let number = put(complaint.caseNumber.short, row: row, column: area.column + 2, width: end - area.column - 2)
        let after = put(wording.word(complaint.severity), row: row, column: number + 2, width: end - number - 2)
        put(
            dueWords(status), row: row, column: max(after + 2, area.column + 24), role: role(of: status),
            width: end - max(after + 2, area.column + 24))
        if rows >= 2 {
            put(complaint.summary.oneLine, row: row + 1, column: area.column + 2, width: area.columns - 3)
        }
        if rows >= 3 {
            let text = [wording.word(complaint.state), wording.owner(complaint.owner), wording.level(complaint.level)]
            put(
                text.joined(separator: "  "), row: row + 2, column: area.column + 2, role: .dim, width: area.columns - 3
            )
        }
        if isChosen { cursor(row, area.column, if: .complaints) }
    }

    /// Late is never told by colour alone: `!!` and the word stand beside it.
    func dueWords(_ status: DueStatus) -> String { (status.isOverdue ? "!! " : "") + wording.due(status) }

    func role(of status: DueStatus) -> Role {
        status.isOverdue ? .overdue : status.isSoon ? .dueSoon : .text
    }

    func markerRole(_ pane: Pane) -> Role {
        state.overlays.isEmpty && state.focus == pane ? .focus : .dim
    }

    /// History: newest first, one line each.
    private mutating func paintHistory() {
        guard let area = layout.panes[.history] else { return }
        let entries = state.customer?.timeline ?? []
        let count = state.customer?.card?.timelineCount ?? 0
        let selected = state.customer?.selectedEntry ?? 0
        let top = DeskState.top(selected: selected, count: entries.count, visible: area.rows)
        let last = min(entries.count, top + area.rows)
        heading(
            wording.history(entries.isEmpty ? "0" : "\(top + 1)-\(last)/\(max(count, entries.count))"), .history, area)
        cursor(area.row, area.column, if: .history)
        if entries.isEmpty, state.customer?.card != nil {
            put(wording.noHistory, row: area.row, column: area.column + 2, role: .dim, width: area.columns - 2)
        }
        guard top < last else { return }
        let year = state.zone.localDate(at: state.now).year
        let isOld = entries[top..<last].contains { state.zone.localDate(at: $0.at).year != year }
        for index in top..<last {
            let row = area.row + index - top
            paint(entries[index], row: row, in: area, dateWidth: isOld ? 8 : 5)
            guard index == selected else { continue }
            if state.focus == .history || layout.detail != nil {
                put(">", row: row, column: area.column, role: markerRole(.history))
            }
            cursor(row, area.column, if: .history)
        }
    }

    private mutating func paint(_ entry: TimelineEntry, row: Int, in area: Rectangle, dateWidth: Int) {
        let end = area.column + area.columns - 1
        let start = area.column + 2
        let date = wording.shortDate(entry.at, now: state.now, zone: state.zone)
        put(date, row: row, column: start, role: .dim, width: end - start)
        let kind = start + dateWidth + 1
        guard kind < end else { return }
        put(wording.word(entry.kind), row: row, column: kind, role: .label, width: end - kind)
        let text = kind + (wording.isChinese ? 5 : 7)
        var room = end
        if let amount = entry.amount {
            let figure = shown(wording.figure(amount))
            room = end - figure.width
            if room > text { grid.put(figure, row: row, column: room, role: .number) }
            room -= 1
        }
        let words = entry.isWithdrawn ? wording.withdrawn + entry.text.oneLine : entry.text.oneLine
        if room > text {
            put(words, row: row, column: text, role: entry.isWithdrawn ? .dim : .text, width: room - text)
        }
    }

    /// The chosen line in full, where there is a pane for it.
    private mutating func paintDetail() {
        guard let area = layout.detail else { return }
        grid.rule(row: area.row - 1, columns: area.columnRange, title: shown(wording.detail))
        guard let customer = state.customer, customer.card != nil else { return }
        let lines: [Span]
        if state.focus == .history || customer.complaints.isEmpty {
            guard customer.timeline.indices.contains(customer.selectedEntry) else { return }
            lines = detail(customer.timeline[customer.selectedEntry])
        } else {
            lines = detail(customer.complaints[customer.selectedComplaintRow])
        }
        var row = area.row
        for line in lines {
            for part in line.text.wrapped(to: area.columns - 3, linesMax: 40) where row < area.row + area.rows {
                grid.put(part, row: row, column: area.column + 2, role: line.role)
                row += 1
            }
        }
    }

    /// One history line in full.
    func detail(_ entry: TimelineEntry) -> [Span] {
        var lines = [
            Span(shown(wording.dayAndTime(entry.at, zone: state.zone) + "  " + wording.word(entry.kind)), .label)
        ]
        if entry.isWithdrawn { lines.append(Span(shown(wording.withdrawn), .warning)) }
        lines += Shown.lines(entry.text, ambiguous: ambiguous).map { Span($0) }
        if let amount = entry.amount { lines.append(Span(shown(wording.amount(amount)), .number)) }
        if let by = entry.by { lines.append(Span(shown(by), .dim)) }
        if let reference = entry.reference { lines.append(Span(shown(reference), .dim)) }
        return lines
    }

    /// One complaint in full.
    func detail(_ complaint: Complaint) -> [Span] {
        let status = DueStatus(complaint, now: state.now)
        var lines = [
            Span(shown(complaint.caseNumber.description + "  " + wording.word(complaint.severity)), .title),
            Span(shown(wording.word(complaint.state) + "  " + dueWords(status)), role(of: status)),
        ]
        lines += Shown.lines(complaint.summary, ambiguous: ambiguous).map { Span($0) }
        if let sought = complaint.remedySought {
            lines.append(Span(shown(wording.label(field: "remedy_sought") + ": " + sought)))
        }
        let people = [
            wording.owner(complaint.owner), wording.handler(complaint.handler), wording.level(complaint.level),
        ]
        lines.append(Span(shown(people.joined(separator: "  ")), .dim))
        return lines
    }
}

extension String {
    /// Line ends as spaces, for a row.
    var oneLine: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return String(map { $0.isNewline ? " " : $0 })
    }
}
