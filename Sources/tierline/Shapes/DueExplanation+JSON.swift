import WorkingTime

extension DueExplanation {
    /// The arithmetic of a due time as programs read it; instants in the calendar's zone.
    func json(from start: Instant, _ budget: Budget, _ calendar: WorkingCalendar) -> JSON {
        [
            "start": .string(start.rfc3339(in: calendar.zone)),
            "budget": .string(budget.description),
            "due": .string(due.at.rfc3339(in: calendar.zone)),
            "provisional": .boolean(due.isProvisional),
            "calendar": .string(calendar.name),
            "calendar_version": .string(calendar.version),
            "time_zone": .string(calendar.zone.name),
            "steps": .list(steps) { $0.json },
            "omitted_dates": .integer(Int64(omittedDates)),
        ]
    }
}

extension DueStep {
    var json: JSON {
        [
            "date": .string(date.description),
            "open": .strings(open.map(\.description)),
            "counted_minutes": .integer(counted.minutes),
            "counted_seconds": .integer(counted.seconds),
            "paused_minutes": .integer(paused.minutes),
            "day": .count(dayOfCount),
            "note": .text(note),
        ]
    }

    /// What makes the date special, in fixed words for programs; nil for an ordinary day.
    private var note: String? {
        var notes: [String] = []
        switch kind {
        case .off(let name): notes.append(name.isEmpty ? "holiday" : "holiday \(name)")
        case .on(let name): notes.append(name.isEmpty ? "workday" : "workday \(name)")
        case .weekly: if open.isEmpty { notes.append("closed") }
        }
        if paused > .zero { notes.append("paused \(paused.minutes) minutes") }
        if isProvisional { notes.append("provisional") }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
}
