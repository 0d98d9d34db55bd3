package import Dossier
package import TerminalKit

/// The look-up row: one field, no mode.
package struct LookupField: Equatable, Sendable {
    package static let glyphsMax = 64
    /// Candidates listed below the field while one types.
    package static let previewMax = 5
    /// Candidates asked of the store for the numbered list.
    package static let matchesMax = 50

    /// What the agent prefers when a text can be both; nil lets the parser decide.
    package enum Preference: String, Sendable, Hashable {
        case phone
        case plate
    }

    package var text = TextField(glyphsMax: LookupField.glyphsMax)
    package var preference: Preference?
    /// True after a customer was opened from this text: the next character begins a new look-up.
    package var isFinished = false
    /// Number of the newest question; answers to older ones are dropped.
    package var request = 0
    /// The newest answer that came, perhaps to an earlier text than the one typed by now.
    package var answer: LookupAnswer?
    package var answeredRequest = 0
    /// True from Enter until the answer to the typed text comes; keys typed meanwhile wait in `waitingKeys`.
    package var enterWaits = false
    /// Microseconds the last look-up took, for the status row.
    package var elapsedMicroseconds: Int64?
    /// The chosen line of the preview: -1 is none.
    package var selected = -1

    package init() {}

    /// The answer to exactly what stands in the field; nil while it is under way.
    package var currentAnswer: LookupAnswer? { answeredRequest == request ? answer : nil }
    /// True when candidates hang below the field.
    package var showsPreview: Bool { !isFinished && !text.isEmpty && answer != nil }
}
