import WorkingTime

/// A value as the database keeps it.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type of ours that has one form in the database.
protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    var sqlValue: SQLValue { self }
}

extension Int64: SQLBindable {
    var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
    var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLBindable {
    var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLBindable {
    var sqlValue: SQLValue { .text(self) }
}

extension Instant: SQLBindable {
    var sqlValue: SQLValue { .integer(microseconds) }
}

extension Array: SQLBindable where Element == UInt8 {
    var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
