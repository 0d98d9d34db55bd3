import Customers
import Dossier
import TerminalKit

extension Painter {
    /// What the typed text finds so far, hung below the look-up; it covers rows and moves none.
    mutating func paintPreview() {
        guard state.lookup.showsPreview, let answer = state.lookup.answer else { return }
        let count = min(answer.matches.count, LookupField.previewMax)
        let top = Layout.upperRuleRow
        let height = max(1, count)
        grid.fill(Rectangle(row: top, column: 0, rows: height + 2, columns: columns), role: .overlay)
        grid.rule(
            row: top, columns: 0..<columns,
            title: shown(wording.candidates(answer.matches.count, isTruncated: answer.isTruncated)),
            role: .overlay, titleRole: .overlayTitle)
        if count == 0 {
            put(wording.enterMakesCustomer, row: top + 1, column: 2, role: .overlay)
        }
        for (index, match) in answer.matches.prefix(count).enumerated() {
            let isChosen = index == state.lookup.selected
            paint(Candidate(match), row: top + 1 + index, label: isChosen ? ">" : "", isChosen: isChosen)
        }
        let more = answer.matches.count > count || answer.isTruncated
        grid.rule(
            row: top + height + 1, columns: 0..<columns, title: shown(more ? wording.moreCandidates : ""),
            role: .overlay, titleRole: .dim)
    }

    /// One candidate: name, badge, phone, plate, and what else tells two people apart.
    mutating func paint(_ candidate: Candidate, row: Int, label: String, isChosen: Bool) {
        let caller = candidate.caller
        let ground: Role = isChosen ? .selection : .overlay
        grid.fill(row: row, columns: 0..<columns, role: ground)
        put(label, row: row, column: 1, role: ground)
        let badge = layout.isWide ? 34 : columns >= 76 ? 24 : 20
        put(caller.name ?? wording.nameless, row: row, column: 5, role: ground, width: badge - 6)
        put(wording.badge(caller.tier), row: row, column: badge, role: role(of: caller.tier))
        var column = badge + badgeWidth + 1
        let parts = [
            caller.phone.map { Wording.phone($0) }, caller.plate,
            candidate.openComplaints > 0 ? wording.openComplaints(candidate.openComplaints) : nil,
            candidate.lastContact.map {
                wording.lastContact(wording.shortDate($0, now: state.now, zone: state.zone))
            }, candidate.owner, candidate.region?.rawValue, caller.customer.description,
        ]
        for part in parts {
            guard let part else { continue }
            let text = shown(part)
            guard column + text.width < columns else { continue }
            column = max(grid.put(text, row: row, column: column, role: ground) + 2, column + 11)
        }
    }
}
