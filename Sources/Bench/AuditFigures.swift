import Store

/// The whole check of the trail: every line, every event against it, every case folded anew.
enum AuditFigures {
    private static let secondsPerMillionLinesMax = 5.0

    static func measure(_ store: Store) throws(StoreError) -> [Figure] {
        let start = ContinuousClock.now
        let report = try store.auditReport()
        let elapsed = seconds(start, .now)
        return [
            Figure("audit.lines", Double(report.lines), "lines"),
            Figure("audit.cases", Double(report.cases), "cases"),
            Figure("audit.faults", Double(report.faults.count), "faults", .atMost(0)),
            Figure(
                "audit.million_lines", elapsed * 1_000_000 / Double(max(report.lines, 1)), "s",
                .atMost(secondsPerMillionLinesMax)),
        ]
    }
}
