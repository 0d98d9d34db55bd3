import Dossier
import TerminalKit
import Valuation

extension Painter {
    /// Row 0: who, in which state, how quick, what is unsent, when.
    mutating func paintStatus() {
        let row = Layout.statusRow
        grid.fill(row: row, columns: 0..<columns, role: .status)
        let offsets: (time: Int, unsent: Int, link: Int, clock: Int) =
            layout.isWide ? (50, 36, 26, 18) : (36, 23, 23, 14)
        let isOffline = state.link == .offline
        let agent = [wording.title(of: state.agent.roles), state.agent.name ?? "", state.agent.login].filter {
            !$0.isEmpty
        }
        // A made-up store says so at any width: the agent's name gives way first.
        let label = shown(state.demoLabel.map { "  " + $0 } ?? "")
        let left = [
            Span(shown(" Tierline  "), .status),
            Span(shown(agent.joined(separator: " ") + "  " + wording.word(state.presence)), .status),
        ]
        let end = grid.put(left, row: row, column: 0, width: columns - offsets.time - 1 - label.width)
        grid.put(label, row: row, column: end, role: .statusAlert)
        if isOffline, !layout.isWide {
            put(wording.word(state.link), row: row, column: columns - offsets.time, role: .statusAlert)
        } else if let time = state.lookup.elapsedMicroseconds {
            put(wording.lookupTime(time), row: row, column: columns - offsets.time, role: .status)
        }
        put(
            wording.unsent(state.unsentWrites), row: row, column: columns - offsets.unsent,
            role: state.unsentWrites > 0 ? .statusAlert : .status)
        if layout.isWide {
            put(
                wording.word(state.link), row: row, column: columns - offsets.link,
                role: isOffline ? .statusAlert : .status)
        }
        put(wording.dayAndTime(state.now, zone: state.zone), row: row, column: columns - offsets.clock, role: .status)
    }

    /// Row 1, there at all times: the waiting call.
    mutating func paintCall() {
        let row = Layout.callRow
        let ground: Role = state.call == nil ? .call : .callRinging
        grid.fill(row: row, columns: 0..<columns, role: ground)
        put(wording.call, row: row, column: 1, role: ground)
        guard let call = state.call else {
            if paintAgentsAtWork(row: row) { return }
            put(wording.noCall, row: row, column: 7, role: ground)
            return
        }
        let end = columns - (layout.isWide ? 18 : 12)
        put(wording.openCallHint, row: row, column: end, role: ground)
        let caller = call.callers.count == 1 ? call.callers.first : nil
        var stop = 22
        if let caller {
            let badge = shown(wording.badge(caller.tier))
            put(Wording.phone(call.number), row: row, column: 7, role: ground, width: 14)
            stop = grid.put(badge, row: row, column: 22, role: role(of: caller.tier)) + 2
        } else {
            stop = put(Wording.phone(call.number), row: row, column: 7, role: ground) + 2
        }
        let words =
            if let caller {
                caller.customer == state.customer?.id ? wording.isThisCustomer : wording.ringing
            } else {
                call.callers.isEmpty ? wording.newNumber : wording.sharedNumber(call.callers.count)
            }
        let pieces = [
            Piece(text: shown(caller?.name ?? ""), stop: 0, role: ground, weight: 3),
            Piece(text: shown(caller?.plate ?? ""), stop: 0, role: ground, weight: 1),
            Piece(text: shown(words), stop: 0, role: ground, weight: 2),
        ]
        var stops = pieces
        for index in stops.indices {
            stops[index].stop = max(stop, [stop, layout.isWide ? 43 : 40, layout.isWide ? 55 : 50][index])
        }
        flow(stops, row: row, to: end - 1)
    }

    /// Row 2: the look-up, near the top, so that input methods and screen readers are there too.
    mutating func paintLookup() {
        let row = Layout.lookupRow
        let isFocused = state.overlays.isEmpty && state.focus == .lookup
        let start = put(" " + wording.lookupLabel, row: row, column: 0, role: isFocused ? .focus : .label) + 1
        let keys = shown(wording.lookupKeys)
        let end = columns - keys.width
        let wanted = state.lookup.text.count * 2 + 2
        let width = min(max(20, wanted), max(2, end - start - 2))
        grid.fill(row: row, columns: start..<(start + width), role: .input)
        let view = state.lookup.text.view(width: width)
        grid.put(view.text, row: row, column: start, role: .input, width: width)
        let help = start + width + 2
        if help < end - 4 {
            let width = end - help - 1
            if state.lookup.enterWaits {
                put(wording.searching, row: row, column: help, role: .warning, width: width)
            } else {
                put(lookupHelp, row: row, column: help, role: .dim, width: width)
            }
        }
        grid.put(keys, row: row, column: end, role: .dim)
        cursor(row, start + view.cursorColumn, if: .lookup)
    }

    private var lookupHelp: String {
        switch state.lookup.preference {
        case .phone: wording.phoneFirst
        case .plate: wording.plateFirst
        case nil: wording.lookupHelp
        }
    }

    /// Cells of the widest badge, so that what follows one stands in a column.
    var badgeWidth: Int { wording.isChinese ? 12 : 15 }

    func role(of tier: Tier) -> Role {
        switch tier {
        case .green: .tierGreen
        case .yellow: .tierYellow
        case .red: .tierRed
        case .unrated: .tierUnrated
        }
    }
}
