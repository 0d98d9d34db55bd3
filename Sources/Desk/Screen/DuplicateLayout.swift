import Customers
import Dossier
import TerminalKit

/// How the block of the review is parted: the list above, the pair side by side below.
struct DuplicateLayout: Equatable {
    /// Rows of the list; 0 where the pair has the whole block.
    let listRows: Int
    /// Rows of the comparison without its heading.
    let comparisonRows: Int

    static let labelColumn = 1
    static let markColumn = 12
    static let valueColumn = 17

    init(layout: Layout, screen: DuplicateScreen) {
        let inner = max(0, layout.overlay.rows - 2)
        switch (screen.list, screen.isWhole) {
        case (.merged, _): (listRows, comparisonRows) = (inner, 0)
        case (.waiting, true): (listRows, comparisonRows) = (0, max(0, inner - 1))
        case (.waiting, false):
            listRows = min(max(2, inner / 4), 12)
            comparisonRows = max(0, inner - listRows - 1)
        }
    }

    /// Cells of each of the two values.
    static func valueColumns(_ columns: Int) -> Int { max(4, min(60, (columns - valueColumn - 1) / 2)) }
}

/// One row of the comparison.
enum ComparisonLine: Equatable {
    case evidence(String)
    case field(label: String, ComparedField.Agreement?, a: String, b: String)
}

extension DeskState {
    /// The chosen pair in lines: why they may be one person, what there is to move, then field by field.
    func comparison(_ screen: DuplicateScreen) -> [ComparisonLine] {
        guard let review = screen.pair?.review else { return [] }
        let linesMax = screen.isWhole ? 6 : 2
        var lines = Shown(wording.evidence(review.pair.evidence, total: review.pair.weight))
            .wrapped(to: max(8, size.columns - 2), linesMax: linesMax).map { ComparisonLine.evidence($0.text) }
        let history = (wording.history(review.a, self), wording.history(review.b, self))
        lines.append(.field(label: wording.historyLabel, nil, a: history.0, b: history.1))
        let width = DuplicateLayout.valueColumns(size.columns) - 1
        for field in review.fields {
            let (a, b) = (
                wording.value(field.a, comparedField: field.id), wording.value(field.b, comparedField: field.id)
            )
            guard screen.isWhole else {
                lines.append(.field(label: wording.label(field: field.id), field.agreement, a: a, b: b))
                continue
            }
            let (left, right) = (Shown(a).wrapped(to: width, linesMax: 4), Shown(b).wrapped(to: width, linesMax: 4))
            for row in 0..<max(1, left.count, right.count) {
                lines.append(
                    .field(
                        label: row == 0 ? wording.label(field: field.id) : "", row == 0 ? field.agreement : nil,
                        a: row < left.count ? left[row].text : "", b: row < right.count ? right[row].text : ""))
            }
        }
        return lines
    }
}
