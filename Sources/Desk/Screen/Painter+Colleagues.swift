import TerminalKit

extension Painter {
    /// Who else has the case or customer open, on the upper rule: a place that is there anyway, so that nothing moves.
    mutating func paintVisitors() {
        let visitors =
            if let number = state.caseScreen?.caseNumber {
                state.visitors(of: number)
            } else if let customer = state.customer?.id {
                state.visitors(of: customer)
            } else {
                [CaseVisitor]()
            }
        guard let words = wording.others(visitors) else { return }
        put(" " + words + " ", row: Layout.upperRuleRow, column: 2, role: .warning, width: columns - 4)
    }

    /// Over the queue the call row counts the agents while nothing rings; false where that cannot be known.
    mutating func paintAgentsAtWork(row: Int) -> Bool {
        guard state.showsQueue, let counts = state.agentsAtWork else { return false }
        grid.fill(row: row, columns: 0..<columns, role: .call)
        put(wording.agentsAtWork(counts), row: row, column: 1, role: .call, width: columns - 2)
        return true
    }
}
