import WorkingTime

extension Deliberation {
    /// Entering a pause later than this needs a supervisor.
    static let backdatedPauseMinutesMax: Int64 = 15

    /// True for a pause entered so long after it began that a supervisor must do it, with a line of its own.
    var isBackdatedPause: Bool {
        command.type == .wait
            && command.recordedAt - command.occurredAt > TimeLength(minutes: Self.backdatedPauseMinutesMax)
    }

    /// Only a listed reason stops a clock, never after a breach, and never beyond its cap.
    func checkPause() throws(Refusal) {
        guard let reason = fields.text("reason"), let terms = policy.pauses[reason] else {
            throw Refusal(.pauseNotAllowed, field: "reason", choices: policy.pauses.keys.sorted())
        }
        let stopped = complaint.clocks.filter { terms.clocks.contains($0.name) && $0.isOpen }
        let isLate = stopped.contains { clock in
            clock.state == .breached || clock.due.map { $0 < command.occurredAt.cutToSecond } ?? false
        }
        guard !isLate else { throw Refusal(.pauseNotAllowed, field: "reason") }
        // Whatever is entered later: before the customer was told of the case our time was running.
        if let acknowledged = complaint.acknowledgedAt, command.occurredAt < acknowledged {
            throw Refusal(.pauseNotAllowed, field: "occurred_at")
        }
        let superiors: Set<Role> = [.supervisor, .manager, .director, .compliance]
        guard !isBackdatedPause || !command.roles.isDisjoint(with: superiors) else {
            throw Refusal(.pauseNotAllowed, field: "occurred_at", lowestRole: .supervisor)
        }
        let calendar = complaint.ownCalendar(context.rules)
        guard complaint.pauseUsed(of: terms.cap, context.rules) < calendar.capLength(terms.cap) else {
            throw Refusal(.pauseNotAllowed, field: "reason")
        }
        try checkFuture("until")
    }

    // MARK: field units

    /// Units that serve the place and the skill and can be done in time, best first: always the same for the same facts.
    var suitableUnits: [FieldUnit] {
        let area = fields.text("area")
        let skill = fields.text("skill")
        let latest = latestUnitDue
        return context.units.filter { unit in
            (area.map(unit.areas.contains) ?? true) && (skill.map(unit.skills.contains) ?? true)
                && (unit.readyAt.flatMap { ready in latest.map { ready <= $0 } } ?? true)
        }.sorted { a, b in
            let keys = [(a, area), (b, area)].map { unit, area in
                (area.map { unit.areas.first == $0 ? 0 : 1 } ?? 0, unit.distanceMetres ?? .max, unit.load, unit.name)
            }
            return keys[0] < keys[1]
        }
    }

    /// The unit the task goes to: the one asked for, else the nearest suitable.
    var chosenUnit: String? { fields.text("unit") ?? suitableUnits.first?.name }

    /// Our own due less the margin; nil when our own is done or has no due time.
    var latestUnitDue: Instant? {
        guard let resolve = complaint.clock(ClockName.resolve), resolve.isOpen, resolve.state != .breached,
            !resolve.isOverdue(at: command.occurredAt),
            let due = resolve.due
        else { return nil }
        return context.rules.calendar(resolve.course.calendar).instant(policy.dispatchMargin, before: due)
    }

    func checkUnitChoice() throws(Refusal) {
        guard let chosen = chosenUnit else { throw Refusal(.missingField, field: "unit") }
        if let nearest = suitableUnits.first, nearest.name != chosen { try need("reason") }
    }

    func checkDispatch() throws(Refusal) {
        if !context.units.isEmpty, let unit = fields.text("unit"), !context.units.contains(where: { $0.name == unit }) {
            throw Refusal(.badValue, field: "unit", choices: suitableUnits.map(\.name))
        }
        // A reason overrides the order of the suitable, not what makes a unit suitable.
        if let chosen = chosenUnit, context.units.contains(where: { $0.name == chosen }),
            !suitableUnits.contains(where: { $0.name == chosen })
        {
            throw Refusal(.badValue, field: "unit", choices: suitableUnits.map(\.name))
        }
        let superiors: Set<Role> = [.supervisor, .manager, .director, .compliance]
        if complaint.unitReturns >= policy.change.levelUpAfterUnitReturns, command.roles.isDisjoint(with: superiors) {
            throw Refusal(.unitReturnLimit, lowestRole: .supervisor)
        }
        if let latest = latestUnitDue, latest <= command.occurredAt { throw Refusal(.tooLate, field: "due") }
        if let due = fields.instant("due") {
            guard due > command.occurredAt, latestUnitDue.map({ due <= $0 }) ?? true else {
                throw Refusal(.badValue, field: "due")
            }
        }
    }

    func checkTaskUpdate() throws(Refusal) {
        let task = try task()
        let status: TaskStatus? = fields.word("status")
        guard task.status.isOpen, status != .accepted || task.status == .sent else {
            throw Refusal(.badValue, field: "status", blockers: [task.number])
        }
        guard status == .returned else { return }
        let earlier = complaint.tasks.contains {
            $0.unit == task.unit && $0.number != task.number && $0.status == .returned
        }
        if earlier { throw Refusal(.unitReturnLimit, lowestRole: .supervisor) }
    }
}
