package import WorkingTime

extension ConfigurationError {
    /// One line: what, where, what to write instead.
    package var message: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return "\(place): \(Self.sentence(problem))"
    }

    private static func sentence(_ problem: Problem) -> String {
        switch problem {
        case .notFound: "no such file"
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .tooLarge(let most): "larger than \(most) bytes; is this the right file?"
        case .outOfMemory: "out of memory"
        case .syntax(let what, let column): "column \(column): \(what)"
        case .tooDeep: "nested too deep"
        case .unknownKey(let key, let table, let nearest):
            "unknown key '\(key)'\(place(table))" + (nearest.map { "; did you mean '\($0)'?" } ?? "; remove it")
        case .missingKey(let key, let table): "'\(key)' is missing\(place(table))"
        case .wrongKind(let key, let found, let wanted):
            "'\(key)' is \(found.rawValue), but must be \(wanted.rawValue)"
        case .badValue(let key, let found, let wanted): "'\(key)' is '\(found)'; write \(wanted)"
        case .tooMany(let what, let most): "more than \(most) \(what)"
        case .interval(let text, let day, let error): interval(text, day, error)
        case .calendar(let error): calendar(error)
        case .budget(let key, let found, let error): "'\(key)' is '\(found)': \(error.sentence)"
        case .unknownZone(let name, let nearest):
            "unknown time zone '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; write one like Asia/Taipei")
        case .noZoneData(let folders):
            "no time zone data in \(folders.joined(separator: ", ")); install the package tzdata or set TZDIR"
        case .zoneFile(let name, let error): "the file of time zone '\(name)' is damaged: \(error.rawValue)"
        case .unknownName(let name, let kind, let known, let nearest):
            "no \(kind) '\(name)'; "
                + (nearest.map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))")
        case .incompleteTheme(let role, let missing): "role '\(role)' must have a \(missing)"
        case .csv(let what), .history(let what): what
        }
    }

    private static func place(_ table: String) -> String {
        table.isEmpty ? "" : " in [\(table)]"
    }

    private static func interval(_ text: String, _ day: String, _ error: OpenIntervalError) -> String {
        switch error {
        case .unreadable: "'\(text)' (\(day)) is no open interval; write one like \"09:00-12:00\""
        case .outsideDay: "'\(text)' (\(day)) goes beyond 24:00; a day ends at 24:00"
        case .backward: "'\(text)' (\(day)) does not end after it starts; split what crosses midnight over two days"
        }
    }

    private static func calendar(_ error: CalendarError) -> String {
        switch error {
        case .neverOpen: "no weekday has open hours; give at least one, such as monday = [\"09:00-18:00\"]"
        case .intervalsOverlap(let day, let first, let second):
            "\(name(day)): '\(second)' begins before '\(first)' has ended; put intervals in order, without overlap"
        case .tooManyIntervals(let day, let count):
            "\(name(day)) has \(count) intervals, at most \(WorkingCalendar.intervalsPerDayMax) are allowed"
        case .dayOnWithoutHours(let date): "days_on \(date) has no hours; a day without hours belongs in days_off"
        case .dayOutsideCovers(let date): "\(date) lies outside 'covers'; widen 'covers' or remove the day"
        case .tooManyDays(let count):
            "\(count) days off and on, at most \(WorkingCalendar.specialDaysMax) are allowed"
        case .spanTooLong(let first, let last):
            "days off and on from \(first) to \(last); at most \(WorkingCalendar.specialDaysSpanMax) days apart are allowed"
        }
    }

    private static func name(_ day: CalendarError.Day) -> String {
        switch day {
        case .weekday(let weekday): "\(weekday)"
        case .date(let date): "\(date)"
        }
    }
}

extension BudgetError {
    /// What to write instead.
    package var sentence: String {
        switch self {
        case .empty, .unreadable: "write a number and a unit, such as \"30bm\" or \"2wd\""
        case .unknownUnit: "the unit must be one of m, h, bm, bh, wd, cd"
        case .notPositive: "must be more than zero"
        case .tooLarge(_, let most): "at most \(most) of this unit"
        }
    }
}
