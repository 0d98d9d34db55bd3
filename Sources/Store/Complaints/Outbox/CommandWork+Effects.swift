import Complaints
import WorkingTime

/// Numbers of effects and notices handed out in one transaction, and what a round after downtime has to tell whom.
struct OutboxWork {
    var effects = NumberRun(.effect)
    var notices = NumberRun(.notice)
    /// Summaries that this transaction has added to.
    var summaries: [String: Int64] = [:]
    /// Messages this transaction has made.
    var made = 0
}

extension CommandWork {
    /// The effects of an acceptance, and a message in the outbox for each that somebody must be told.
    ///
    /// Nobody is told of what they did themselves. What comes out of a round after downtime is gathered: one summary
    /// for each person.
    mutating func keepEffects(of acceptance: Acceptance, _ number: Int64, sequence: Int) throws(StoreError) {
        let isCatchUp = acceptance.events.contains { $0.role == .timer && $0.fields["late_minutes"] != nil }
        let actor = acceptance.events.first?.actor
        let now = acceptance.events.last?.recordedAt ?? acceptance.complaint.lastRecordedAt
        for effect in acceptance.effects {
            let id = try outbox.effects.take(session)
            try session.insert(effect, id: id, of: number, sequence: sequence)
            guard effect.isMessage, !isImporting, let target = effect.target, target != actor else { continue }
            if isCatchUp {
                try gather(effect, id, for: target, number, at: now)
            } else {
                try session.insert(
                    effect, notice: try outbox.notices.take(session), key: effect.messageKey(number, id: id),
                    target: target, number, at: now)
                outbox.made += 1
            }
        }
        try outbox.effects.finish(session)
        try outbox.notices.finish(session)
    }

    private mutating func gather(
        _ effect: CaseEffect, _ id: Int64, for target: String, _ number: Int64, at now: Instant
    ) throws(StoreError) {
        let from = max(effect.deliverFrom ?? now, now)
        var summary = outbox.summaries[target]
        if summary == nil {
            summary = try session.integer("SELECT id FROM notices WHERE target = $1 AND is_gathering = 1", target)
        }
        if let summary {
            try session.run(
                """
                UPDATE notices SET count = count + 1,
                    deliver_from = CASE WHEN $1 < deliver_from THEN $1 ELSE deliver_from END
                WHERE id = $2
                """, from, summary)
            outbox.summaries[target] = summary
            try session.run("INSERT INTO summary_effects (notice, effect) VALUES ($1, $2)", summary, id)
            return
        }
        let notice = try outbox.notices.take(session)
        try session.run(
            """
            INSERT INTO notices (id, key, target, kind, complaint, count, made_at, deliver_from, is_gathering, attempts)
            VALUES ($1, $2, $3, $4, $5, 1, $6, $7, 1, 0)
            """, notice, "summary/\(notice)", target, Notice.summaryKind, number, now, from)
        try session.run("INSERT INTO summary_effects (notice, effect) VALUES ($1, $2)", notice, id)
        outbox.summaries[target] = notice
    }
}

extension CaseEffect {
    /// True for what its target must be told; the rest is history.
    var isMessage: Bool {
        switch kind {
        case .warned, .escalated, .fallbackNotified, .pauseEnded, .reviewDue, .offerExpired, .notice: true
        default: false
        }
    }

    /// The effect key where there is one, else the effect's own number.
    fileprivate func messageKey(_ number: Int64, id: Int64) -> String {
        // Of a problem each person is told once, whatever its cases.
        if topic == .massEvent, let to, let target { return "\(to)/\(target)" }
        guard let clock, let generation, let stage, let target else { return "effect/\(id)" }
        return EffectKey(
            caseNumber: ComplaintKey.caseNumber(number), clock: ClockKey(clock, generation), stage: stage.text,
            target: target
        ).text
    }
}

extension Session {
    fileprivate func insert(
        _ effect: CaseEffect, notice: Int64, key: String, target: String, _ number: Int64, at now: Instant
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO notices (id, key, target, kind, complaint, clock, stage, due, topic, count, made_at,
                deliver_from, is_gathering, attempts)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, 0, 0)
            ON CONFLICT (key) DO NOTHING
            """, notice, key, target, effect.kind.rawValue, number, effect.clock, effect.stage?.text, effect.due,
            effect.topic?.rawValue, now, max(effect.deliverFrom ?? now, now))
    }

    /// Ends the gathering: each person's summary may be delivered; one that stands for a single effect says what that
    /// is. Returns how many there are.
    func closeSummaries(at now: Instant) throws(StoreError) -> Int {
        let ids = try all("SELECT id FROM notices WHERE is_gathering = 1") { $0.integer(0) }
        for id in ids {
            try run(
                """
                UPDATE notices SET (kind, clock, stage, due, topic) = (SELECT e.kind, e.clock, e.stage, e.due, e.topic
                    FROM summary_effects s JOIN complaint_effects e ON e.id = s.effect WHERE s.notice = $1)
                WHERE id = $1 AND count = 1
                """, id)
            try run("UPDATE notices SET is_gathering = 0, made_at = $1 WHERE id = $2", now, id)
        }
        return ids.count
    }
}
