/// What a field of an event holds, and so how its text is read.
package enum FieldKind: Hashable, Sendable {
    /// Any text of at most `EventField.textBytesMax` bytes without control characters other than new lines and tabs.
    case text
    /// Whole number, decimal digits with an optional minus.
    case integer
    /// `true` or `false`.
    case boolean
    /// `true`, `false`, or the words that were said; `false` counts as not given.
    case confirmation
    /// RFC 3339 with offset, or local `2026-03-02T10:00[:00]` in the zone of the case.
    case instant
    /// A day `2026-03-02`, meaning its last second where the case lives; an instant is taken as it is.
    case date
    /// Login of a person.
    case login
    /// A customer's number: `C000123` or its digits.
    case customer
    /// One of the words.
    case choice([String])

    /// The kind's word in help texts and JSON.
    package var name: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .boolean: "boolean"
        case .confirmation: "confirmation"
        case .instant: "instant"
        case .date: "date"
        case .login: "login"
        case .customer: "customer"
        case .choice: "choice"
        }
    }

    package var choices: [String] {
        if case .choice(let words) = self { words } else { [] }
    }
}

/// One field of an event: what forms, help and the `field=value` reader need to know of it.
///
/// A shared value: every command walks the fields of its event several times.
package final class EventField: Sendable {
    /// Longest text of one field, in bytes of UTF-8.
    package static let textBytesMax = 16_384

    package let name: String
    package let kind: FieldKind
    /// True when the event is refused without it, whatever else it says; further needs depend on the case.
    package let isRequired: Bool
    /// One line, for help and forms.
    package let meaning: String
    /// The least and the most a number may be; nil = any.
    package let bounds: ClosedRange<Int64>?

    package init(
        _ name: String, _ kind: FieldKind, required: Bool = false, in bounds: ClosedRange<Int64>? = nil,
        _ meaning: String
    ) {
        self.name = name
        self.kind = kind
        self.isRequired = required
        self.bounds = bounds
        self.meaning = meaning
    }

    /// Whether a value is of the field's kind and within its bounds.
    package func accepts(_ value: FieldValue) -> Bool {
        if let bounds, case .integer(let number) = value, !bounds.contains(number) { return false }
        return kind.accepts(value)
    }
}
