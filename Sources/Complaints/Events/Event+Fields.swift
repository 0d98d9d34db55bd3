package import WorkingTime

/// The fields of an event or command, read by kind; a field of another kind counts as absent.
package typealias EventFields = [String: FieldValue]

extension Dictionary where Key == String, Value == FieldValue {
    package func text(_ name: String) -> String? {
        if case .text(let value)? = self[name] { value } else { nil }
    }

    package func integer(_ name: String) -> Int64? {
        if case .integer(let value)? = self[name] { value } else { nil }
    }

    /// A number that counts things within a case: versions, sequences, scores.
    package func count(_ name: String) -> Int? { integer(name).flatMap(Int.init(exactly:)) }

    package func boolean(_ name: String) -> Bool? {
        if case .boolean(let value)? = self[name] { value } else { nil }
    }

    package func instant(_ name: String) -> Instant? {
        if case .instant(let value)? = self[name] { value } else { nil }
    }

    /// One of a vocabulary's words.
    package func word<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        text(name).flatMap(Word.init(rawValue:))
    }

    /// True when the field says something: not absent, not `false`, not blank.
    package func isGiven(_ name: String) -> Bool {
        switch self[name] {
        case nil, .boolean(false)?: false
        case .text(let text)?: text.unicodeScalars.contains { !$0.properties.isWhitespace }
        default: true
        }
    }
}

extension FieldKind {
    /// Whether a value given as data, not text, is one of this kind.
    package func accepts(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.text, .text(let text)), (.login, .text(let text)), (.confirmation, .text(let text)):
            text.utf8.count <= EventField.textBytesMax
        case (.choice(let words), .text(let word)): words.contains(word)
        case (.integer, .integer), (.customer, .integer), (.boolean, .boolean), (.confirmation, .boolean),
            (.instant, .instant), (.date, .instant):
            true
        default: false
        }
    }
}
