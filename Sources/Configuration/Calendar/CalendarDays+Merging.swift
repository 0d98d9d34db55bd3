package import WorkingTime

extension CalendarDays {
    /// A calendar's file with the days put in, and what changed.
    package struct Merged: Hashable, Sendable {
        package var text: [UInt8]
        package var added: Int
        package var replaced: Int
        /// The new `covers`, when the days reached beyond the old one: it grows by whole years.
        package var covers: ClosedRange<LocalDate>?
    }

    /// The text that the calendar's file at `path` gets with these days; the file stays as it is.
    package func merged(intoFile path: String) throws(ConfigurationError) -> Merged {
        try merged(into: ConfigurationFile.bytes(path), file: path)
    }

    /// The calendar file `toml` with these days in [days_off] and [days_on]; comments and all other lines stay.
    ///
    /// A day already there is replaced. Make-up workdays get the hours of the first weekday that is open. The result is
    /// read once more before it is given out, so that what is written is a calendar.
    package func merged(
        into toml: [UInt8], file: String, zones: ZoneDirectory = .system
    ) throws(ConfigurationError) -> Merged {
        let calendar = try CalendarFile.calendar(toml, file: file, zones: zones)
        let document = try TOMLDocument(toml, file: file)
        var editor = CalendarEditor(toml, document)
        var result = Merged(text: [], added: 0, replaced: 0)
        for day in days {
            let isKnown = calendar.daysOff[day.date] != nil || calendar.daysOn[day.date] != nil
            result.added += isKnown ? 0 : 1
            result.replaced += isKnown ? 1 : 0
            try editor.remove(day.date)
        }
        let hours = calendar.weekly.first { !$0.isEmpty } ?? []
        editor.append(days.filter { $0.kind == .holiday }.map(Self.line), to: "days_off")
        editor.append(days.filter { $0.kind == .makeUpWorkday }.map { Self.line($0, hours) }, to: "days_on")
        if let covers = grown(calendar.covers) {
            try editor.replaceCovers(covers)
            result.covers = covers
        }
        result.text = editor.text
        _ = try CalendarFile.calendar(result.text, file: file, zones: zones)
        return result
    }

    private func grown(_ covers: ClosedRange<LocalDate>) -> ClosedRange<LocalDate>? {
        guard let first = days.first?.date, let last = days.last?.date,
            let newYear = LocalDate(year: first.year, month: 1, day: 1),
            let yearEnd = LocalDate(year: last.year, month: 12, day: 31)
        else { return nil }
        let lower = first < covers.lowerBound ? newYear : covers.lowerBound
        let upper = last > covers.upperBound ? yearEnd : covers.upperBound
        return lower...upper == covers ? nil : lower...upper
    }

    private static func line(_ day: Day) -> String { "\"\(day.date)\" = \(quoted(day.name))" }

    private static func line(_ day: Day, _ hours: [OpenInterval]) -> String {
        let list = hours.map { "\"\($0)\"" }.joined(separator: ", ")
        return "\"\(day.date)\" = { hours = [\(list)], name = \(quoted(day.name)) }"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 32 || scalar.value == 127: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Changes single lines of a calendar's file.
private struct CalendarEditor {
    private let document: TOMLDocument
    /// Without line ends; nil has been removed.
    private var lines: [String?]

    init(_ toml: [UInt8], _ document: TOMLDocument) {
        self.document = document
        lines = String(decoding: toml, as: UTF8.self).split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n"
        }
        .map(String.init)
        while lines.last == "" { lines.removeLast() }
    }

    var text: [UInt8] { Array((lines.compactMap(\.self).joined(separator: "\n") + "\n").utf8) }

    mutating func remove(_ date: LocalDate) throws(ConfigurationError) {
        for section in ["days_off", "days_on"] {
            guard case .table(let table) = document.root[section]?.content,
                let entry = table.entries.first(where: { LocalDate($0.key) == date })
            else { continue }
            guard lines.indices.contains(entry.value.line - 1), isWholeEntry(lines[entry.value.line - 1], entry.key)
            else { throw notOnItsOwn(entry.value.line, "\(date)") }
            lines[entry.value.line - 1] = nil
        }
    }

    /// After the last entry of the section, which is made at the end of the file when it is not there.
    mutating func append(_ new: [String], to section: String) {
        guard !new.isEmpty else { return }
        let header = "[\(section)]"
        guard let start = lines.firstIndex(where: { $0.map(Self.withoutComment) == header }) else {
            lines += ["", header] + new
            return
        }
        var end = start + 1
        for index in (start + 1)..<lines.count {
            guard let line = lines[index] else { continue }
            let body = Self.withoutComment(line)
            if body.hasPrefix("[") { break }
            if !body.isEmpty { end = index + 1 }
        }
        lines.insert(contentsOf: new, at: end)
    }

    mutating func replaceCovers(_ covers: ClosedRange<LocalDate>) throws(ConfigurationError) {
        let line = document.root["covers"]?.line ?? 0
        guard lines.indices.contains(line - 1), isWholeEntry(lines[line - 1], "covers"),
            let old = lines[line - 1], old.contains("]")
        else { throw notOnItsOwn(line, "covers") }
        let comment = old.range(after: "#").map { " #" + $0 } ?? ""
        lines[line - 1] = "covers = [\"\(covers.lowerBound)\", \"\(covers.upperBound)\"]" + comment
    }

    /// Whether the line holds this key's entry and begins with it, so that the line can go.
    private func isWholeEntry(_ line: String?, _ key: String) -> Bool {
        guard let line else { return false }
        let body = line.drop { $0.isWhitespace }
        return body.hasPrefix("\"\(key)\"") || body.hasPrefix(key) || body.hasPrefix("'\(key)'")
    }

    private func notOnItsOwn(_ line: Int, _ what: String) -> ConfigurationError {
        ConfigurationError(
            file: document.file, line: line,
            .badValue(what, found: "more on its line", wanted: "it on a line of its own"))
    }

    private static func withoutComment(_ line: String) -> String {
        let body = line.prefix { $0 != "#" }.drop { $0.isWhitespace }
        return String(body.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension String {
    /// What follows the first such character; nil when there is none.
    fileprivate func range(after character: Character) -> Substring? {
        firstIndex(of: character).map { self[index(after: $0)...] }
    }
}
