package import WorkingTime

/// A service station a task can be sent to, as the roster knows it now.
package struct FieldUnit: Hashable, Sendable {
    package var name: String
    package var areas: [String]
    package var skills: [String]
    /// Metres to the place; nil when unknown, which counts as farthest.
    package var distanceMetres: Int?
    /// Open tasks now.
    package var load: Int
    /// Name of its calendar.
    package var calendar: String
    /// When the unit could have the task done.
    package var readyAt: Instant?

    package init(
        name: String, areas: [String], skills: [String], distanceMetres: Int? = nil, load: Int = 0, calendar: String,
        readyAt: Instant? = nil
    ) {
        self.name = name
        self.areas = areas
        self.skills = skills
        self.distanceMetres = distanceMetres
        self.load = load
        self.calendar = calendar
        self.readyAt = readyAt
    }
}
