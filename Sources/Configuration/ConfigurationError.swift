package import WorkingTime

/// What is wrong in a configuration file, and where; its sentence is in `message`.
package struct ConfigurationError: Error, Hashable, Sendable {
    package var file: String
    /// The first line is 1; 0 when the fault has no line.
    package var line: Int
    package var problem: Problem

    package init(file: String, line: Int = 0, _ problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    package enum Problem: Hashable, Sendable {
        case notFound
        case unreadable(reason: String)
        case tooLarge(bytesMax: Int)
        case outOfMemory
        case syntax(String, column: Int)
        case tooDeep
        case unknownKey(String, table: String, nearest: String?)
        case missingKey(String, table: String)
        case wrongKind(String, found: ValueKind, wanted: ValueKind)
        case badValue(String, found: String, wanted: String)
        case tooMany(String, most: Int)
        /// An open interval of this weekday or date.
        case interval(String, of: String, OpenIntervalError)
        case calendar(CalendarError)
        case budget(key: String, found: String, BudgetError)
        case unknownZone(String, nearest: String?)
        /// No zone file at all was found in these folders.
        case noZoneData(folders: [String])
        case zoneFile(name: String, TZifError)
        /// No calendar, theme or map of that name.
        case unknownName(String, kind: String, known: [String], nearest: String?)
        /// A role of a theme that names no colour.
        case incompleteTheme(role: String, missing: String)
        case csv(String)
        /// A line of a history that cannot be played.
        case history(String)
    }
}
