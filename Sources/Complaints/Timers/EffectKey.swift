/// What makes an effect of the engine happen once only: case, clock, generation, stage and target.
package struct EffectKey: Hashable, Sendable {
    /// Who the trail names for what the engine does.
    package static let engineLogin = "engine"

    package var caseNumber: CaseNumber
    package var clock: ClockKey
    package var stage: String
    /// Login, or the role when nobody could be told.
    package var target: String

    package init(caseNumber: CaseNumber, clock: ClockKey, stage: String, target: String) {
        self.caseNumber = caseNumber
        self.clock = clock
        self.stage = stage
        self.target = target
    }

    /// The id of the event that records it.
    package var text: String {
        "\(caseNumber)/\(clock.name)/\(clock.generation)/\(stage)/\(target)"
    }
}
