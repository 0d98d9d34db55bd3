/// A JSON value as it was written: numbers keep their digits, objects the order of their keys.
package enum JSONText: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The number's own characters, `12.50` and not 12.5.
    case number(String)
    case string(String)
    case array([JSONText])
    case object([JSONMember])
}

package struct JSONMember: Hashable, Sendable {
    package var key: String
    package var value: JSONText

    package init(_ key: String, _ value: JSONText) {
        self.key = key
        self.value = value
    }
}

/// Why a text is no JSON, and at which byte of it.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case ended
        case expected(String)
        case badNumber
        case badEscape
        /// A control character inside a string must be escaped.
        case controlCharacter
        case badUTF8
        case tooDeep
        /// Which of the two counts would be anybody's guess.
        case keyTwice(String)
        case moreBehind
    }

    /// The first byte is 1.
    package var column: Int
    package var reason: Reason

    package var sentence: String {
        switch reason {
        case .ended: "the line ends too early"
        case .expected(let what): "expected \(what)"
        case .badNumber: "not a number as JSON writes it"
        case .badEscape: "unknown escape in a text"
        case .controlCharacter: "a control character stands in a text; escape it"
        case .badUTF8: "not UTF-8"
        case .tooDeep: "nested too deep"
        case .keyTwice(let key): "the key \"\(key)\" stands here twice"
        case .moreBehind: "something follows the value"
        }
    }
}
