package import WorkingTime

/// Puts a published list of holidays and make-up workdays (`date,kind,name`) into a calendar's file.
package struct CalendarDays: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case holiday
        case makeUpWorkday = "makeup_workday"
    }

    package struct Day: Hashable, Sendable {
        package var date: LocalDate
        package var kind: Kind
        package var name: String
    }

    /// By date; each date once.
    package let days: [Day]

    /// The list in the file at `path`.
    package init(path: String) throws(ConfigurationError) {
        try self.init(csv: ConfigurationFile.bytes(path), file: path)
    }

    /// Reads the list: a header row, then one day per line; UTF-8 with or without byte order mark.
    package init(csv bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        var text = Array(bytes)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw ConfigurationError(file: file, .csv("not UTF-8"))
        }
        var days: [LocalDate: Day] = [:]
        var isHeaderRead = false
        var number = 0
        for line in string.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            let fields = Self.fields(line)
            if fields.allSatisfy(\.isEmpty) { continue }
            guard isHeaderRead else {
                guard fields.prefix(3) == ["date", "kind", "name"] else {
                    throw ConfigurationError(
                        file: file, line: number, .csv("the first row must be: date,kind,name"))
                }
                isHeaderRead = true
                continue
            }
            let day = try Self.day(fields, file: file, line: number)
            guard days.updateValue(day, forKey: day.date) == nil else {
                throw ConfigurationError(file: file, line: number, .csv("\(day.date) stands here twice"))
            }
        }
        guard !days.isEmpty else { throw ConfigurationError(file: file, .csv("no days in it")) }
        guard days.count <= WorkingCalendar.specialDaysMax else {
            throw ConfigurationError(file: file, .tooMany("days", most: WorkingCalendar.specialDaysMax))
        }
        self.days = days.values.sorted { $0.date < $1.date }
    }

    private static func day(_ fields: [String], file: String, line: Int) throws(ConfigurationError) -> Day {
        guard fields.count >= 2 else {
            throw ConfigurationError(file: file, line: line, .csv("must have date,kind,name"))
        }
        guard let date = LocalDate(fields[0]) else {
            throw ConfigurationError(
                file: file, line: line, .badValue("date", found: fields[0], wanted: "a date such as 2027-01-01"))
        }
        guard let kind = Kind(rawValue: fields[1]) else {
            throw ConfigurationError(
                file: file, line: line, .badValue("kind", found: fields[1], wanted: "holiday or makeup_workday"))
        }
        return Day(date: date, kind: kind, name: fields.count > 2 ? fields[2] : "")
    }

    /// Fields of a line, quotes around them removed; a quoted field may hold commas and doubled quotes.
    private static func fields(_ line: some StringProtocol) -> [String] {
        var fields = [""]
        var isQuoted = false
        var previous: Character = ","
        for character in line {
            if character == "\"" {
                if !isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
            previous = character
        }
        return fields.map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        let body = text.drop { $0.isWhitespace }
        return String(body.reversed().drop { $0.isWhitespace }.reversed())
    }
}
