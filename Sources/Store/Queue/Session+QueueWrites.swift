import Complaints
import WorkingTime

extension Session {
    /// Brings the queue's row of a case up to date; an ended case leaves the queue and counts for the day's pace.
    ///
    /// `events` are those just appended. Without the case's rules the row does without what they alone can tell.
    func saveQueueCase(
        _ complaint: Complaint, _ number: Int64, _ rules: Rules?, events: [Event]
    ) throws(StoreError) {
        guard complaint.state.isOpen else {
            let left = try run("DELETE FROM queue_cases WHERE complaint = $1", number)
            if left > 0 { try countEnded(at: complaint.endedAt ?? complaint.lastRecordedAt) }
            return
        }
        let facts = QueueCaseFacts(complaint, rules)
        let moved = events.last { $0.role != .timer }?.recordedAt
        try run(
            """
            INSERT INTO queue_cases (complaint, state, severity, owner, handler, due, paused_seconds, is_provisional,
                tier_until, risk_from, is_vulnerable, tier_rank, escalation, is_claimed, bounces, moved_at, change)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                (SELECT COALESCE(MAX(number), 0) FROM audit_trail))
            ON CONFLICT (complaint) DO UPDATE SET state = $2, severity = $3, owner = $4, handler = $5, due = $6,
                paused_seconds = $7, is_provisional = $8, tier_until = $9, risk_from = $10, is_vulnerable = $11,
                tier_rank = $12, escalation = $13, is_claimed = $14, bounces = $15,
                moved_at = CASE WHEN $17 = 1 THEN $16 ELSE queue_cases.moved_at END, change = excluded.change
            """, number, complaint.state.queueCode, complaint.severity.queueCode, complaint.owner, complaint.handler,
            facts.due, facts.pausedSeconds, facts.isProvisional, facts.tierUntil, facts.riskFrom,
            complaint.isVulnerable == true, complaint.band.queueRank, facts.escalation, facts.isClaimed,
            complaint.transfers + complaint.unitReturns + complaint.reopens, moved ?? complaint.lastRecordedAt,
            moved != nil)
    }

    private func countEnded(at instant: Instant) throws(StoreError) {
        try run(
            """
            INSERT INTO queue_days (day, ended) VALUES ($1, 1)
            ON CONFLICT (day) DO UPDATE SET ended = queue_days.ended + 1
            """, instant.queueDay)
    }
}

extension Instant {
    /// Whole days since the epoch, UTC: fine enough for a pace.
    var queueDay: Int64 { seconds / 86_400 }
}

/// What the queue's row of a case says beyond the case's own columns.
private struct QueueCaseFacts {
    var due: Instant?
    var pausedSeconds: Int64?
    var isProvisional = false
    var tierUntil: Instant?
    var riskFrom: Instant?
    var escalation = 0
    var isClaimed = false

    init(_ complaint: Complaint, _ rules: Rules?) {
        let binding = complaint.clocks.filter { $0.isOpen && $0.due != nil }
            .min { ($0.due ?? $0.start) < ($1.due ?? $1.start) }
        due = binding?.due
        isProvisional = binding?.isProvisional ?? false
        if let rules {
            tierUntil = binding.flatMap { complaint.instant(ofPercent: 75, of: $0, rules) }
            let paused = complaint.clocks.first { $0.state == .paused }
            let now = complaint.lastRecordedAt
            pausedSeconds = paused.flatMap { complaint.remaining(of: $0, at: now, rules) }?.seconds
        }
        riskFrom = Self.riskFrom(complaint, rules)
        if let open = complaint.openEscalations.first {
            escalation = open.sequence
            isClaimed = open.state == .accepted
        }
    }

    /// Safety, a legal threat, an authority or the media at once; a law's deadline when three quarters of it are used.
    private static func riskFrom(_ complaint: Complaint, _ rules: Rules?) -> Instant? {
        let isRaisedOutside = complaint.openEscalations.contains { $0.reason.entersAtManager }
        let isOutside = complaint.externalCases.contains { $0.answeredAt == nil }
        if complaint.severity == .s1 || isRaisedOutside || isOutside { return Instant(microseconds: 0) }
        guard let rules else { return nil }
        return complaint.clocks.filter { $0.isOpen && ClockName.isStatutory($0.name) }
            .compactMap { complaint.instant(ofPercent: 75, of: $0, rules) }.min()
    }
}

extension CaseState {
    /// Its place in the list of states: a row of the queue is read a hundred thousand times.
    var queueCode: Int {
        switch self {
        case .received: 0
        case .acknowledged: 1
        case .inProgress: 2
        case .waiting: 3
        case .remedyOffered: 4
        case .deferred: 5
        case .resolved: 6
        case .closed: 7
        case .withdrawn: 8
        case .merged: 9
        }
    }
}

extension Severity {
    var queueCode: Int {
        switch self {
        case .s1: 1
        case .s2: 2
        case .s3: 3
        case .s4: 4
        }
    }
}

extension TargetBand {
    /// 0 green, 1 yellow, 2 everybody else: as the tier stood at receipt.
    var queueRank: Int {
        switch self {
        case .green: 0
        case .yellow: 1
        case .standard: 2
        }
    }
}
