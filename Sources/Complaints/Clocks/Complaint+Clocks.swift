package import WorkingTime

extension Complaint {
    /// The current generation of a clock; of several of one name the latest.
    package func clock(_ name: String) -> ComplaintClock? { clocks.last { $0.name == name } }

    package func clock(_ key: ClockKey) -> ComplaintClock? { clocks.first { $0.key == key } }

    func index(of name: String, subject: Int? = nil) -> Int? {
        clocks.lastIndex { $0.name == name && $0.isOpen && (subject == nil || $0.subject == subject) }
    }

    /// When the clock stands still, cut to what concerns this generation.
    package func pauseSet(of clock: ComplaintClock) -> PauseSet {
        let since = clock.course.given == nil ? clock.start : clock.openedAt
        return PauseSet(
            pauses.filter { $0.clocks.contains(clock.name) }.map {
                InstantInterval(start: max($0.from, since), end: $0.until ?? InstantInterval.noEnd)
            })
    }

    private func isPaused(_ clock: ComplaintClock) -> Bool {
        pauses.contains { $0.until == nil && $0.clocks.contains(clock.name) }
    }

    // MARK: starting and ending

    /// Starts a clock: the next generation of its name. A due time before `floor` moves there.
    mutating func start(
        _ name: String, _ course: ClockCourse, from start: Instant, at now: Instant, subject: Int? = nil,
        cause: GenerationCause = .started, notBefore floor: Instant? = nil, _ rules: Rules
    ) {
        var clock = ComplaintClock(
            name: name, generation: nextGeneration(of: name), start: start,
            budget: course.budget?.description ?? "", due: nil, state: .running, course: course, subject: subject,
            openedAt: now)
        clock.cause = cause
        settle(&clock, rules)
        if let floor, let due = clock.due, due < floor {
            clock.course.given = floor
            clock.adjustments = [.grace(wouldBe: due)]
            settle(&clock, rules)
        }
        clocks.append(clock)
    }

    private mutating func nextGeneration(of name: String) -> Int {
        let next = (generations[name] ?? 0) + 1
        generations[name] = next
        return next
    }

    /// A clock that cannot run here: nobody can be told.
    mutating func startNotApplicable(_ name: String, at now: Instant) {
        clocks.append(
            ComplaintClock(
                name: name, generation: nextGeneration(of: name), start: now, budget: "", due: nil,
                state: .notApplicable))
    }

    /// Completes an open clock: met when `completed`, cut to the second, is not after its due.
    mutating func meet(_ name: String, at completed: Instant, subject: Int? = nil) {
        guard let index = index(of: name, subject: subject) else { return }
        let isInTime = clocks[index].due.map { completed.cutToSecond <= $0 } ?? true
        clocks[index].metAt = completed
        clocks[index].state = isInTime ? .met : .breached
        lapseEscalations(of: clocks[index].key)
    }

    /// Ends a clock that nobody waits for any more; one already past its due was broken all the same.
    mutating func void(_ name: String, subject: Int? = nil, at now: Instant) {
        guard let index = index(of: name, subject: subject) else { return }
        if clocks[index].isOverdue(at: now) {
            clocks[index].state = .breached
            clocks[index].breachedAt = clocks[index].due
            if name == ClockName.remedy { missResolve(at: clocks[index].due ?? now) }
        }
        if clocks[index].state == .breached {
            // A breach stays what it is; it only stops mattering.
            clocks[index].metAt = clocks[index].breachedAt ?? clocks[index].due
        } else {
            clocks[index].state = .void
        }
        lapseEscalations(of: clocks[index].key)
    }

    /// Ends everything but what outsiders wait for.
    mutating func voidInternalClocks(at now: Instant) {
        for clock in clocks where clock.isOpen && !clock.name.hasPrefix(ClockName.external("")) {
            void(clock.name, subject: clock.subject, at: now)
        }
    }

    /// Puts the current generation of a name into the history, so that the next one can start.
    mutating func archive(_ name: String) {
        guard let index = clocks.lastIndex(where: { $0.name == name }) else { return }
        var old = clocks.remove(at: index)
        if old.isOpen, old.state != .breached { old.state = .void }
        formerClocks.append(old)
    }

    // MARK: changing

    /// A new generation with this course in the old one's place.
    mutating func regenerate(
        _ name: String, _ course: ClockCourse, budget: String, from start: Instant? = nil, at now: Instant,
        _ cause: GenerationCause, holding adjustments: [DueAdjustment] = [], _ rules: Rules
    ) {
        guard let index = index(of: name) else { return }
        regenerate(index, course, budget: budget, from: start, at: now, cause, holding: adjustments, rules)
    }

    mutating func regenerate(
        _ index: Int, _ course: ClockCourse, budget: String, from start: Instant? = nil, at now: Instant,
        _ cause: GenerationCause, holding adjustments: [DueAdjustment] = [], _ rules: Rules
    ) {
        var old = clocks[index]
        var new = ComplaintClock(
            name: old.name, generation: nextGeneration(of: old.name), start: start ?? old.start, budget: budget,
            due: nil,
            state: old.state, course: course, subject: old.subject, openedAt: now)
        new.cause = cause
        new.adjustments = adjustments
        settle(&new, rules)
        carryLadder(from: old, to: new)
        old.state = .void
        formerClocks.append(old)
        clocks[index] = new
    }

    /// Works out due times again after pauses have changed.
    mutating func refreshClocks(_ rules: Rules) {
        for index in clocks.indices where clocks[index].isOpen {
            settle(&clocks[index], rules)
        }
    }

    func settle(_ clock: inout ComplaintClock, _ rules: Rules) {
        guard clock.state != .breached else { return }
        if isPaused(clock) {
            clock.due = nil
            clock.state = .paused
            clock.warnings = []
            clock.aheadRungs = []
        } else {
            let due = rules.due(of: clock, pauses: pauseSet(of: clock))
            clock.due = due?.at
            clock.isProvisional = due?.isProvisional ?? false
            clock.state = .running
            clock.warnings = warnings(of: clock, rules)
            clock.aheadRungs = aheadRungs(of: clock, rules)
        }
    }

    /// Nobody need accept what is settled: escalations of a finished clock that nobody has taken up end.
    private mutating func lapseEscalations(of key: ClockKey) {
        for index in escalations.indices where escalations[index].clock == key {
            escalations[index].ladder.nextAt = nil
            if escalations[index].state == .raised, key.name != ClockName.escalationAcceptance {
                escalations[index].state = .lapsed
            }
        }
    }
}
