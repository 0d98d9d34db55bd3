package import Complaints

/// Something the engine brought about, and to which case.
package struct FiredEffect: Sendable, Hashable {
    package var number: Int64
    package var caseNumber: CaseNumber
    package var effect: CaseEffect
}

extension Store {
    /// The number of the newest effect; 0 without one.
    package func lastEffectNumber() throws(StoreError) -> Int64 {
        try engine.read { session throws(StoreError) in
            try session.integer("SELECT MAX(id) FROM complaint_effects") ?? 0
        }
    }

    /// What the engine brought about after that effect, oldest first.
    package func firedEffects(after number: Int64, limit: Int) throws(StoreError) -> [FiredEffect] {
        try engine.read { session throws(StoreError) in
            try session.all(
                """
                SELECT f.id, f.complaint, f.at, f.kind, f.clock, f.generation, f.stage, f.due, f.target, f.late_minutes,
                    f.before, f.after
                FROM complaint_effects f
                JOIN complaint_events e ON e.complaint = f.complaint AND e.sequence = f.sequence
                WHERE f.id > $1 AND e.role = 'timer' ORDER BY f.id LIMIT $2
                """, number, limit
            ) { row throws(StoreError) in
                FiredEffect(
                    number: row.integer(0), caseNumber: ComplaintKey.caseNumber(row.integer(1)),
                    effect: CaseEffect(
                        at: row.instant(2), kind: try row.value(3), clock: row.optionalText(4),
                        generation: row.optionalInt(5), stage: row.optionalText(6).flatMap(Stage.init(text:)),
                        due: row.optionalInstant(7), target: row.optionalText(8), lateMinutes: row.optionalInteger(9),
                        from: row.optionalText(10), to: row.optionalText(11)))
            }
        }
    }
}
