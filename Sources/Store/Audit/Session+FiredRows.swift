import Complaints
import WorkingTime

extension Session {
    /// True when the case's timer is not the one its events leave.
    ///
    /// A row the engine has not filled in yet (`due` absent) and one it put off for a minute say nothing wrong.
    func isTimerChanged(_ expected: CaseTimer?, _ number: Int64) throws(StoreError) -> Bool {
        let kept = try first(
            "SELECT fire_at, due, clock, generation, stage FROM complaint_timers WHERE complaint = $1", number
        ) { row in
            (
                fireAt: row.integer(0), due: row.optionalInteger(1), clock: row.optionalText(2),
                generation: row.optionalInt(3), stage: row.optionalText(4)
            )
        }
        guard let kept else { return expected != nil }
        guard let due = kept.due else { return false }
        guard let expected else { return true }
        let isPutOff = kept.fireAt <= Clock.now().microseconds + 2 * TickLimits.lookAgainMicroseconds
        return due != expected.due.microseconds || kept.clock != expected.clock.name
            || kept.generation != expected.clock.generation || kept.stage != expected.stage.text
            || (kept.fireAt != expected.fireAt.microseconds && !isPutOff)
    }

    /// True when the engine's effects are not, one for one, those its own events in the trail tell of.
    func areEffectsChanged(_ events: [Event], _ number: Int64) throws(StoreError) -> Bool {
        let told = events.compactMap { event -> String? in
            guard toldKinds.contains(event.type.rawValue) else { return nil }
            let generation = event.fields["generation"].flatMap { value -> Int64? in
                if case .integer(let number) = value { number } else { nil }
            }
            return Self.effectText(
                event.type.rawValue, Self.text(event.fields["clock"]), generation, Self.text(event.fields["stage"]),
                Self.text(event.fields["target"]))
        }
        let kept = try all(
            """
            SELECT kind, clock, generation, stage, target FROM complaint_effects
            WHERE complaint = $1 AND kind <> 'notice'
            """, number
        ) { row in
            (
                kind: row.text(0),
                text: Self.effectText(
                    row.text(0), row.optionalText(1), row.optionalInteger(2), row.optionalText(3), row.optionalText(4))
            )
        }
        return told.sorted() != kept.filter { toldKinds.contains($0.kind) }.map(\.text).sorted()
    }

    private static func effectText(
        _ kind: String, _ clock: String?, _ generation: Int64?, _ stage: String?, _ target: String?
    ) -> String {
        [kind, clock ?? "", generation.map(String.init) ?? "", stage ?? "", target ?? ""].joined(separator: "/")
    }

    private static func text(_ value: FieldValue?) -> String? {
        if case .text(let text)? = value { text } else { nil }
    }
}

/// Kinds of effects that stand for one event each, under the event's own name.
private let toldKinds: Set<String> = [
    "warned", "breached", "escalated", "level_vacant", "fallback_notified", "superseded", "pause_ended", "review_due",
]
