package import WorkingTime

/// A service station that tasks are sent to: where it stands, what it serves, what it can do, when it is open.
package struct ServiceUnit: Sendable, Hashable {
    package struct Area: Sendable, Hashable {
        /// Area code, as customers' addresses are sorted by.
        package var code: String
        /// Metres from the unit to the area; nil when nobody has measured, which counts as farthest.
        package var distanceMetres: Int?

        package init(code: String, distanceMetres: Int? = nil) {
            self.code = code
            self.distanceMetres = distanceMetres
        }
    }

    package var name: String
    /// The first is the one it stands in.
    package var areas: [Area]
    package var skills: [String]
    /// Name of its calendar.
    package var calendar: String
    package var isActive: Bool
    /// Open tasks now.
    package var load: Int

    package init(
        name: String, areas: [Area], skills: [String], calendar: String, isActive: Bool = true, load: Int = 0
    ) {
        self.name = name
        self.areas = areas
        self.skills = skills
        self.calendar = calendar
        self.isActive = isActive
        self.load = load
    }
}

/// Somebody's time on duty; half-open.
package struct RosterEntry: Sendable, Hashable {
    package var number: Int64
    package var login: String
    package var from: Instant
    package var to: Instant

    package init(number: Int64, login: String, from: Instant, to: Instant) {
        self.number = number
        self.login = login
        self.from = from
        self.to = to
    }
}
