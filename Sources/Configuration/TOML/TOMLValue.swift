/// A value of a TOML document and where it stands.
package struct TOMLValue: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        /// `2026-10-01`.
        case date(String)
        case time(String)
        /// As in RFC 3339, without an offset when the document gives none.
        case dateTime(String)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    package var content: Content
    /// Line of the value's key, or of the value itself in an array; the first line is 1.
    package var line: Int

    package init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }
}

/// The entries of a table in the order they were written.
package struct TOMLTable: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var value: TOMLValue

        package init(key: String, value: TOMLValue) {
            self.key = key
            self.value = value
        }
    }

    package var entries: [Entry]
    package var line: Int

    package init(_ entries: [Entry] = [], line: Int) {
        self.entries = entries
        self.line = line
    }

    /// The value under that key; a table has it once.
    package subscript(key: String) -> TOMLValue? {
        entries.first { $0.key == key }?.value
    }
}

extension TOMLValue {
    /// What kind of value it is, as a message names it.
    package var kind: ValueKind {
        switch content {
        case .string: .string
        case .integer: .integer
        case .float: .float
        case .boolean: .boolean
        case .date, .time, .dateTime: .time
        case .array: .array
        case .table: .table
        }
    }
}

/// Kinds of values, for messages.
package enum ValueKind: String, Hashable, Sendable {
    case string = "a text in quotes"
    case integer = "a whole number"
    case float = "a number with decimals"
    case boolean = "true or false"
    case time = "a date or time"
    case array = "a list"
    case table = "a table"
}
