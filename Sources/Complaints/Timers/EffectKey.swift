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
        var text = caseNumber.description
        text.reserveCapacity(text.utf8.count + clock.name.utf8.count + stage.utf8.count + target.utf8.count + 8)
        for part in [clock.name, String(clock.generation), stage, target] {
            text += "/"
            text += part
        }
        return text
    }
}
