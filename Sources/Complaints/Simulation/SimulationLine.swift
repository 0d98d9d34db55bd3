package import WorkingTime

/// One line of a history that is played through the engine without a store.
package struct SimulationLine: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Somebody acts; names and values as written in the file.
        case event(
            caseName: String, event: String, actor: String, role: Role, fields: [String: String], eventID: String?,
            expectedVersion: Int?)
        /// Who is on duty from now on, by role or duty list.
        case duty([String: [String]])
        case engineDown
        case engineUp
        /// The engine looks at the clock.
        case tick
    }

    package var at: Instant
    package var kind: Kind

    package init(at: Instant, kind: Kind) {
        self.at = at
        self.kind = kind
    }
}

/// One line a simulation writes.
package struct SimulationOutcome: Hashable, Sendable {
    package var at: Instant
    /// The case's name in the file; nil for what concerns no case.
    package var caseName: String?
    /// What happened; nil for a refusal.
    package var effect: CaseEffect?
    package var refusal: Refusal?
}
