import Complaints
import Customers
import Dossier
import TerminalKit
import WorkingTime

extension Painter {
    /// The customer's promised calls below the complaints, as far as there are rows.
    mutating func paintPromised(in area: Rectangle, from first: Int) {
        let calls = state.customer?.card?.followUps ?? []
        for (offset, call) in calls.enumerated() where first + offset < area.row + area.rows {
            let isLate = call.due < state.now
            let words = [
                wording.callBack, wording.dayAndTime(call.due, zone: state.zone), call.team ?? call.owner,
                call.text.oneLine,
            ]
            put(
                (isLate ? "!! " : "") + words.joined(separator: "  "), row: first + offset, column: area.column + 2,
                role: isLate ? .overdue : .label, width: area.columns - 3)
        }
    }

    /// One row of the promised work: how late, what, whom, which number, why.
    mutating func paint(_ call: PromisedCall, row: Int, ground: Role) {
        let status = wording.status(call, now: state.now, zone: state.zone)
        let isLate = call.due < state.now && call.kind != .transfer
        let isWide = layout.isWide
        put((isLate ? "!! " : "") + status, row: row, column: 5, role: isLate ? .overdue : ground, width: 15)
        put(wording.word(call), row: row, column: 21, role: ground, width: 9)
        let name = call.customerName ?? call.customer?.description ?? wording.nameless
        put(name, row: row, column: 31, role: ground, width: isWide ? 20 : 11)
        var column = isWide ? 52 : 43
        if isWide {
            put(call.phone.map { Wording.phone($0) } ?? "", row: row, column: column, role: ground, width: 16)
            column += 17
        }
        put(wording.details(call), row: row, column: column, role: ground, width: columns - column - 1)
    }

    /// Open cases that a new complaint may be the same as, before it is saved.
    func similar(_ form: Form) -> [Span] {
        guard form.pendingRequest == nil else { return [] }
        let cases = state.similarCases(form)
        guard !cases.isEmpty else { return [] }
        // On a small screen the form itself comes first.
        let lines = cases.prefix(layout.size.rows < 20 ? 0 : Self.similarMax).map { complaint in
            let words = [
                complaint.caseNumber.short,
                wording.dayAndTime(complaint.receivedAt, zone: state.zone), wording.word(complaint.state),
                wording.owner(complaint.owner), complaint.summary.oneLine,
            ]
            return Span(shown("  " + words.joined(separator: "  ")))
        }
        return [Span(shown(wording.looksLike(cases[0].caseNumber.short)), .warning)] + lines
    }

    private static let similarMax = 2
}
