import Complaints
import Dossier
import TerminalKit
import WorkingTime

extension Painter {
    /// The supervisors' queue: its columns, the rows seen, and what the chosen case says.
    mutating func paintQueue() {
        guard let queue = state.queue, let area = layout.panes[.queue] else { return }
        paintQueueHeading(queue)
        guard let listing = queue.listing, !listing.numbers.isEmpty else {
            let words = queue.fault.map { wording.sentence($0) }
            let quiet = queue.listing == nil ? wording.loading : wording.queueEmpty
            put(words ?? quiet, row: area.row, column: 2, role: words == nil ? .dim : .error)
            cursor(area.row, 0, if: .queue)
            paintQueueFoot(queue)
            return
        }
        var window = queue.cursor
        window.resize(height: area.rows)
        for index in window.visible where listing.numbers.indices.contains(index) {
            let row = area.row + index - window.visible.lowerBound
            paintQueueRow(listing.numbers[index], queue, isChosen: index == window.selected, row: row)
        }
        paintQueueFoot(queue)
    }

    private mutating func paintQueueHeading(_ queue: QueueScreen) {
        let row = Layout.upperRuleRow
        let counts = queue.listing?.counts ?? QueueCounts()
        let name = queue.viewName ?? wording.words(queue.filter)
        let title = wording.queueTitle + "  " + wording.queueCounts(counts, fresh: queue.fresh)
        grid.rule(row: row, columns: 0..<columns, title: shown(title), titleRole: headingRole(.queue))
        let shownCount = queue.listing.map { " \($0.numbers.count)" } ?? ""
        put(" " + wording.filter + ": " + name + shownCount + " ", row: row, endingAt: columns - 1, role: .label)
        if queue.fresh > 0 {
            // Named twice, since it is what makes a supervisor press F5.
            let place = shown(wording.queueTitle + "  " + wording.queueCounts(counts, fresh: 0)).width + 3
            let words = wording.queueCounts(counts, fresh: queue.fresh).split(separator: " ").suffix(2)
            put(words.joined(separator: " "), row: row, column: place + 1, role: .statusAlert)
        }
    }

    private mutating func paintQueueRow(_ number: CaseNumber, _ queue: QueueScreen, isChosen: Bool, row: Int) {
        let stops = QueueColumns(columns: columns, badge: badgeWidth)
        if isChosen {
            put(">", row: row, column: 0, role: markerRole(.queue))
            cursor(row, 0, if: .queue)
        }
        if queue.marked.contains(number) { put("*", row: row, column: 1, role: .match) }
        put(number.short, row: row, column: stops.number, role: isChosen ? .title : .text)
        guard let found = queue.rows[number] else {
            put(wording.readingRow, row: row, column: stops.name, role: .dim)
            return
        }
        let status = DueStatus(found, now: state.now)
        put(status.isOverdue ? "!!" : status.isSoon ? "!" : "", row: row, column: 2, role: role(of: status))
        put(
            wording.queueDue(status, pausedSeconds: found.pausedSeconds), row: row, column: 5, role: role(of: status),
            width: stops.number - 6)
        put(
            found.customerName ?? wording.nameless, row: row, column: stops.name, width: stops.badge - stops.name - 1)
        put(wording.badge(found.tier), row: row, column: stops.badge, role: role(of: found.tier))
        if let column = stops.state {
            put(wording.word(found.severity), row: row, column: column, width: 11)
            put(
                wording.word(found.state), row: row, column: column + 12, role: .dim, width: stops.subject - column - 13
            )
        }
        put(found.owner, row: row, column: stops.owner, role: .dim, width: columns - stops.owner - 1)
        paintSubject(found, queue.results[number], row: row, stops)
    }

    /// What became of the last action, else the flags and what the case is about.
    private mutating func paintSubject(_ found: QueueRow, _ result: QueueResult?, row: Int, _ stops: QueueColumns) {
        let width = stops.owner - stops.subject - 1
        if let result {
            put(wording.words(result), row: row, column: stops.subject, role: role(of: result), width: width)
            return
        }
        let flags = wording.flags(found) + state.visitors(of: found.caseNumber).map { wording.line($0) }
        var column = stops.subject
        if !flags.isEmpty {
            let text = flags.joined(separator: " ") + " "
            column = put(text, row: row, column: column, role: .warning, width: width)
        }
        put(found.summary.oneLine, row: row, column: column, width: max(0, stops.subject + width - column))
    }

    /// The chosen case in a few lines, and what can be done with a key.
    private mutating func paintQueueFoot(_ queue: QueueScreen) {
        guard let area = layout.detail else { return }
        let title = queue.selected.map { $0.description } ?? ""
        grid.rule(row: area.row - 1, columns: 0..<columns, title: shown(title))
        let figures = wording.queueFigures(queue.listing?.counts ?? QueueCounts())
        if layout.isWide { put(" " + figures + " ", row: area.row - 1, endingAt: columns - 1, role: .dim) }
        put(wording.queueHint, row: area.row + area.rows - 1, column: 1, role: .dim)
        guard let found = queue.selectedRow, area.rows > 1 else { return }
        var lines = [Span(shown(facts(found).joined(separator: "  ")), .label)]
        if let result = queue.results[found.caseNumber] {
            lines.append(Span(shown(wording.words(result)), role(of: result)))
        }
        lines += shown(found.summary.oneLine).wrapped(to: columns - 2, linesMax: area.rows).map { Span($0) }
        for (offset, line) in lines.prefix(area.rows - 1).enumerated() {
            grid.put(line.text, row: area.row + offset, column: 1, role: line.role, width: columns - 2)
        }
    }

    private func facts(_ found: QueueRow) -> [String] {
        let due = found.due.map { wording.due + " " + wording.dayAndTime($0, zone: state.zone) }
        return [
            wording.word(found.severity), wording.word(found.state), wording.level(found.level),
            found.handler == found.owner ? nil : wording.handler(found.handler), due, found.category,
            wording.others(state.visitors(of: found.caseNumber)),
        ].compactMap { $0 }
    }

    private func role(of result: QueueResult) -> Role {
        switch result {
        case .underWay: .dim
        case .done: .success
        case .refused, .fault: .error
        }
    }
}

/// Where the columns of the queue stand at a width; number, name and badge keep their order at every one.
struct QueueColumns {
    let number: Int
    let name: Int
    let badge: Int
    /// Severity and state, where there is room for them.
    let state: Int?
    let subject: Int
    let owner: Int

    init(columns: Int, badge badgeWidth: Int) {
        let isWide = columns >= Layout.columnsForThree
        number = isWide ? 19 : 17
        name = number + 10
        badge = name + (isWide ? 17 : columns >= 76 ? 9 : 7)
        let after = badge + badgeWidth + 1
        state = isWide ? after : nil
        subject = isWide ? after + 26 : after
        owner = columns - (isWide ? 14 : 9)
    }
}

extension DueStatus {
    init(_ row: QueueRow, now: Instant) {
        guard let due = row.due else {
            self = row.pausedSeconds == nil ? .none : .paused
            return
        }
        let seconds = due.seconds - now.seconds
        self =
            seconds < 0
            ? .overdue(seconds: -seconds) : .remaining(seconds: seconds, isProvisional: row.isProvisional)
    }
}

extension Wording {
    /// The due words of the queue, short enough for its column.
    func queueDue(_ status: DueStatus, pausedSeconds: Int64?) -> String {
        switch status {
        case .remaining(let seconds, _): due(.remaining(seconds: seconds, isProvisional: false))
        case .paused: pausedSeconds.map { self.pausedLeft($0) } ?? due(.paused)
        case .overdue, .none: due(status)
        }
    }

    /// The same, where there is room: `暫停計時，尚餘 3小時`.
    func pausedInWords(_ seconds: Int64) -> String {
        let length = length(seconds: max(0, seconds))
        return say("暫停計時，尚餘 \(length)", "暂停计时，还剩 \(length)", "paused, \(length) left")
    }

    /// `停 餘3小時`: a clock that stands still says what is left of it.
    package func pausedLeft(_ seconds: Int64) -> String {
        let length = length(seconds: max(0, seconds))
        return say("停 餘\(length)", "停 余\(length)", "paused \(length)")
    }
}
