import Configuration
import Desk
import WorkingTime

/// Finds calendars by name: files given with the command first, then the store's published ones, then the shipped ones.
struct CalendarShelf {
    private let given: [WorkingCalendar]
    private let published: [WorkingCalendar]

    init(given: [WorkingCalendar] = [], published: [WorkingCalendar] = []) {
        self.given = given
        self.published = published
    }

    /// Every calendar that can be found, by name; a nearer one hides a farther one of the same name.
    func byName() throws(ConfigurationError) -> [String: WorkingCalendar] {
        var calendars: [String: WorkingCalendar] = [:]
        for shipped in ShippedCalendar.allCases { calendars[shipped.rawValue] = try shipped.calendar() }
        for calendar in published + given { calendars[calendar.name] = calendar }
        return calendars
    }
}

extension Session {
    /// The shelf with these files on it and, where there is a store, its published calendars.
    func shelf(files: [String] = []) throws -> CalendarShelf {
        var given: [WorkingCalendar] = []
        for path in files { given.append(try CalendarFile.calendar(path: path)) }
        return CalendarShelf(given: given, published: try publishedCalendars())
    }

    /// The calendar that `--calendar` names: a file when there is one, else a name on the shelf.
    func calendar(named text: String) throws -> WorkingCalendar {
        do {
            return try CalendarFile.calendar(path: text)
        } catch {
            guard error.problem == .notFound, !text.contains("/"), !text.hasSuffix(".toml") else { throw error }
        }
        let calendars = try shelf().byName()
        if let calendar = calendars[text] { return calendar }
        throw Failure(.noInput, "E_NO_FILE", wording.noCalendar(text, known: calendars.keys.sorted()))
    }
}
