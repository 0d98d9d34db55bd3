import WorkingTime

extension Complaint {
    /// Calendars the case is pinned to whose version in force is another, by name.
    func outdatedCalendars(_ rules: Rules) -> [CalendarReference] {
        calendars.values.compactMap { pin in
            let current = rules.pin(pin.name)
            guard current.name == pin.name, current.version != pin.currentVersion else { return nil }
            return CalendarReference(pin.name, current.version)
        }.sorted { $0.name < $1.name }
    }

    /// From this line on the calendars it names count in their new versions; what ended or was breached stays.
    mutating func recalculate(_ event: Event, _ rules: Rules) {
        let now = event.occurredAt
        let names = Set(event.fields.calendarVersions.map(\.name))
        let safeBefore = safeTarget(received: receivedAt, rules)
        for reference in event.fields.calendarVersions {
            let pin = calendars[reference.name] ?? CalendarPin(reference.name)
            calendars[reference.name] = pin.replaced(by: reference.version, from: now)
        }
        let safe = safeTarget(received: receivedAt, rules)
        for index in clocks.indices where clocks[index].isOpen && clocks[index].state != .breached {
            var course = clocks[index].course
            if names.contains(course.calendar.name) { course.calendar = pin(course.calendar.name, rules) }
            // The law's safe target moves with its calendar, but not into the past.
            if let ceiling = course.ceiling, ceiling == safeBefore, let safe, now < safe { course.ceiling = safe }
            if course != clocks[index].course { run(index, course, at: now, rules) }
        }
        restartWaits(names, rules)
    }

    /// The same promise on another course: a new generation only when its due time moves.
    private mutating func run(_ index: Int, _ course: ClockCourse, at now: Instant, _ rules: Rules) {
        var moved = clocks[index]
        moved.course = course
        let before = dueUnpaused(clocks[index], at: now, rules)
        let after = dueUnpaused(moved, at: now, rules)
        if before?.at == after?.at {
            clocks[index].course = course
            settle(&clocks[index], rules)
        } else {
            regenerate(index, course, budget: clocks[index].budget, at: now, .recalculated, rules)
        }
    }

    /// Waits for acceptance on a ladder run on by the new calendar too.
    private mutating func restartWaits(_ names: Set<String>, _ rules: Rules) {
        let pin = ladderPin(rules)
        guard names.contains(pin.name), let ladder = rules.policy.ladder(for: severity) else { return }
        for index in escalations.indices where escalations[index].state == .raised {
            let position = escalations[index].ladder
            guard position.nextAt != nil, position.nextAt != position.lastNoticeAt else { continue }
            let told = position.nextStep - 1
            let wait =
                position.fallbacks == 0 && ladder.steps.indices.contains(told)
                ? ladder.steps[told].wait : ladder.fallback.every
            escalations[index].ladder.nextAt = rules.calendar(pin).due(from: position.lastNoticeAt, wait).at
        }
    }
}
