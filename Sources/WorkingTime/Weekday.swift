/// A day of the week, Monday first (ISO 8601 numbers).
package enum Weekday: Int, CaseIterable, Sendable, Hashable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
