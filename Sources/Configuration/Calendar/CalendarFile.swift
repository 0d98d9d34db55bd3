package import WorkingTime

/// Reads a calendar's TOML file: name, version, time_zone, covers, [weekly], [days_off], [days_on].
package struct CalendarFile {
    private let zones: ZoneDirectory
    private let file: String
    private var weekdayLines: [Weekday: Int] = [:]
    private var dateLines: [LocalDate: Int] = [:]

    /// The calendar in the file at `path`.
    package static func calendar(
        path: String, zones: ZoneDirectory = .system
    ) throws(ConfigurationError) -> WorkingCalendar {
        try calendar(ConfigurationFile.bytes(path), file: path, zones: zones)
    }

    /// The file's own text, to be kept as it is.
    package static func text(path: String) throws(ConfigurationError) -> String {
        String(decoding: try ConfigurationFile.bytes(path), as: UTF8.self)
    }

    /// The calendar in these bytes; `file` is only for messages.
    package static func calendar(
        _ bytes: some Collection<UInt8>, file: String, zones: ZoneDirectory = .system
    ) throws(ConfigurationError) -> WorkingCalendar {
        var reader = CalendarFile(zones: zones, file: file)
        return try reader.read(TOMLDocument(bytes, file: file))
    }

    private init(zones: ZoneDirectory, file: String) {
        self.zones = zones
        self.file = file
    }

    private mutating func read(_ document: TOMLDocument) throws(ConfigurationError) -> WorkingCalendar {
        var top = TableReader(document)
        let name = try top.requiredString("name")
        let version = try top.requiredString("version")
        let zoneName = try top.requiredString("time_zone")
        let zoneLine = document.root["time_zone"]?.line ?? 0
        let covers = try covers(&top)
        let weekly = try weekly(&top)
        let daysOff = try daysOff(&top)
        let daysOn = try daysOn(&top)
        try top.finish()
        let zone = try zones.rules(zoneName, file: file, line: zoneLine)
        do throws(CalendarError) {
            return try WorkingCalendar(
                name: name, version: version, zone: zone, covers: covers, weekly: weekly, daysOff: daysOff,
                daysOn: daysOn)
        } catch {
            let line = line(of: error) ?? document.root["weekly"]?.line ?? 0
            throw ConfigurationError(file: file, line: line, .calendar(error))
        }
    }

    private func covers(_ top: inout TableReader) throws(ConfigurationError) -> ClosedRange<LocalDate> {
        guard let value = top.value("covers") else { throw top.missing("covers") }
        let wanted = "two dates, first and last, such as [\"2026-01-01\", \"2026-12-31\"]"
        guard case .array(let values) = value.content, values.count == 2 else {
            throw top.bad("covers", value, found: value.kind.rawValue, wanted: wanted)
        }
        let first = try date(values[0], "covers", top)
        let last = try date(values[1], "covers", top)
        guard first <= last else {
            throw top.bad("covers", value, found: "\(first) to \(last)", wanted: wanted)
        }
        return first...last
    }

    private mutating func weekly(
        _ top: inout TableReader
    ) throws(ConfigurationError) -> [Weekday: [OpenInterval]] {
        guard var table = try top.table("weekly") else { throw top.missing("weekly") }
        var weekly: [Weekday: [OpenInterval]] = [:]
        for weekday in Weekday.allCases {
            let key = "\(weekday)"
            guard let value = table.value(key) else { continue }
            weekly[weekday] = try intervals(value, key, of: key, table)
            weekdayLines[weekday] = value.line
        }
        try table.finish()
        return weekly
    }

    private mutating func daysOff(_ top: inout TableReader) throws(ConfigurationError) -> [LocalDate: String] {
        guard var table = try top.table("days_off") else { return [:] }
        var days: [LocalDate: String] = [:]
        for entry in table.allEntries() {
            let date = try date(key: entry, table)
            days[date] = try table.string(entry.value, entry.key)
            dateLines[date] = entry.value.line
        }
        return days
    }

    private mutating func daysOn(
        _ top: inout TableReader
    ) throws(ConfigurationError) -> [LocalDate: WorkingCalendar.SpecialDay] {
        guard var table = try top.table("days_on") else { return [:] }
        var days: [LocalDate: WorkingCalendar.SpecialDay] = [:]
        for entry in table.allEntries() {
            let date = try date(key: entry, table)
            var day = try table.table(entry.value, entry.key)
            guard let hours = day.value("hours") else { throw day.missing("hours") }
            days[date] = WorkingCalendar.SpecialDay(
                hours: try intervals(hours, "hours", of: entry.key, day), name: try day.string("name") ?? "")
            dateLines[date] = entry.value.line
            try day.finish()
        }
        return days
    }

    private func intervals(
        _ value: TOMLValue, _ key: String, of day: String, _ table: TableReader
    ) throws(ConfigurationError) -> [OpenInterval] {
        guard case .array(let values) = value.content else { throw table.wrongKind(key, value, .array) }
        var intervals: [OpenInterval] = []
        for value in values {
            let text = try table.string(value, key)
            do {
                intervals.append(try OpenInterval(text))
            } catch {
                throw ConfigurationError(file: file, line: value.line, .interval(text, of: day, error))
            }
        }
        return intervals
    }

    private func date(key entry: TOMLTable.Entry, _ table: TableReader) throws(ConfigurationError) -> LocalDate {
        guard let date = LocalDate(entry.key) else {
            throw table.bad(table.name, entry.value, found: entry.key, wanted: "a date such as \"2026-10-01\"")
        }
        return date
    }

    private func date(
        _ value: TOMLValue, _ key: String, _ table: TableReader
    ) throws(ConfigurationError) -> LocalDate {
        switch value.content {
        case .string(let text), .date(let text):
            guard let date = LocalDate(text) else {
                throw table.bad(key, value, found: text, wanted: "a date such as \"2026-10-01\"")
            }
            return date
        default: throw table.wrongKind(key, value, .string)
        }
    }

    private func line(of error: CalendarError) -> Int? {
        switch error {
        case .intervalsOverlap(.weekday(let weekday), _, _), .tooManyIntervals(.weekday(let weekday), _):
            weekdayLines[weekday]
        case .intervalsOverlap(.date(let date), _, _), .tooManyIntervals(.date(let date), _),
            .dayOnWithoutHours(let date),
            .dayOutsideCovers(let date), .spanTooLong(_, let date):
            dateLines[date]
        case .neverOpen, .tooManyDays: nil
        }
    }
}
