package import WorkingTime

/// One version of a calendar, as events name it.
package struct CalendarReference: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(_ name: String, _ version: String) {
        self.name = name
        self.version = version
    }
}

/// The versions of one calendar a case is counted by: the one it began with, and another from each recalculation on.
///
/// What was consumed before a version was replaced stays counted by the old one.
package struct CalendarPin: Hashable, Sendable {
    package struct Successor: Hashable, Sendable {
        package var version: String
        package var from: Instant

        package init(version: String, from: Instant) {
            self.version = version
            self.from = from
        }
    }

    package var name: String
    /// The version it began with; empty for cases older than versioned calendars, which take the current one.
    package var version: String
    /// Later versions, in the order of their instants.
    package var successors: [Successor]

    package init(_ name: String, _ version: String = "", successors: [Successor] = []) {
        self.name = name
        self.version = version
        self.successors = successors
    }

    /// The version what is still to come is counted by.
    package var currentVersion: String { successors.last?.version ?? version }

    /// Every version it needs.
    package var references: [CalendarReference] {
        [CalendarReference(name, version)] + successors.map { CalendarReference(name, $0.version) }
    }

    /// This pin, replaced by another version from an instant on.
    package func replaced(by version: String, from: Instant) -> CalendarPin {
        version == currentVersion
            ? self : CalendarPin(name, self.version, successors: successors + [Successor(version: version, from: from)])
    }
}

extension EventFields {
    /// Prefix of the fields that pin a calendar's version: `calendar.cn-office` = `2025-11-04`.
    package static let calendarPrefix = "calendar."

    /// The versions of calendars a register, recalculated or migrated line names, in the order of their names.
    package var calendarVersions: [CalendarReference] {
        keys.filter { $0.hasPrefix(Self.calendarPrefix) }.sorted().compactMap { key in
            text(key).map { CalendarReference(String(key.dropFirst(Self.calendarPrefix.count)), $0) }
        }
    }

    mutating func pin(_ reference: CalendarReference) {
        self[Self.calendarPrefix + reference.name] = .text(reference.version)
    }
}
