/// Names one generation of one clock: timers of other generations are void by it.
package struct ClockKey: Hashable, Sendable {
    /// `ACK`, `RESOLVE`, `STATUTORY:tw-consumer` …
    package var name: String
    package var generation: Int

    package init(_ name: String, _ generation: Int) {
        self.name = name
        self.generation = generation
    }
}

/// Names of the clocks of the specification.
package enum ClockName {
    package static let acknowledge = "ACK"
    package static let firstResponse = "FIRST_RESPONSE"
    package static let update = "UPDATE"
    package static let resolve = "RESOLVE"
    package static let remedy = "REMEDY"
    package static let followUp = "FOLLOW_UP"
    package static let escalationAcceptance = "ESC_ACCEPT"
    package static let unitAcceptance = "UNIT_ACCEPT"
    package static let unitDone = "UNIT_DONE"

    package static func statutory(_ regime: String) -> String { "STATUTORY:" + regime }
    package static func external(_ reference: String) -> String { "EXTERNAL:" + reference }
    package static func isStatutory(_ name: String) -> Bool { name.hasPrefix("STATUTORY:") }
}
