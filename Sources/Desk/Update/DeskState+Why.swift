import Complaints
import TerminalKit
import WorkingTime

extension DeskState {
    /// Ctrl-D: the arithmetic of the deadlines of the case, day by day.
    mutating func openWhy() -> [DeskEffect] {
        guard let number = actedOn?.caseNumber ?? (showsQueue ? queue?.selected : nil) else { return [] }
        let request = nextRequest()
        overlays.append(.why(WhyPage(caseNumber: number, request: request)))
        return [.explain(request: request, number)]
    }

    mutating func explained(_ request: Int, _ clocks: [ClockExplanation]) {
        for at in overlays.indices {
            guard case .why(var page) = overlays[at], page.request == request else { continue }
            page.clocks = clocks
            overlays[at] = .why(page)
        }
    }

    /// Digits and left and right choose a clock, up and down scroll through its days.
    mutating func whyTakes(_ key: Key, _ page: WhyPage) -> [DeskEffect]? {
        var page = page
        switch key {
        case .enter:
            closeTopOverlay()
            return []
        case .left, .right:
            page.selected = min(max(0, page.selected + (key == .right ? 1 : -1)), max(0, page.clocks.count - 1))
            page.scroll = 0
        case .character(let scalar):
            guard let number = Int(String(Self.narrowed(scalar))), page.clocks.indices.contains(number - 1) else {
                return []
            }
            page.selected = number - 1
            page.scroll = 0
        default:
            let rows = max(1, Layout(self).overlay.rows - 3)
            let last = max(1, whyLines(page).count - rows + 1)
            guard let scroll = moved(page.scroll, by: key, count: last, page: rows) else { return nil }
            page.scroll = scroll
        }
        overlays[overlays.count - 1] = .why(page)
        return []
    }

    /// The lines of the chosen clock, wrapped to the screen.
    func whyLines(_ page: WhyPage) -> [String] {
        guard page.clocks.indices.contains(page.selected) else { return [] }
        return wording.lines(page.clocks[page.selected], zone: zone).flatMap { line in
            Shown(line).wrapped(to: max(20, size.columns - 4)).map(\.text)
        }
    }
}
