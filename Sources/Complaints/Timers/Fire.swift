package import WorkingTime

/// What came of looking at a case's timers.
package enum Firing: Hashable, Sendable {
    /// Nothing was due.
    case nothing
    case fired(Acceptance)
    /// The clock went backwards: nothing fires, somebody must look.
    case refused(Refusal)
}

/// Fires what is due on a case at `now`: warnings, breaches, ladders, caps, expiries, reviews; never a decision.
///
/// Punctual timers fire one by one at their own instants. After downtime, per clock only the last one acts; the rest
/// are recorded as superseded, a breach is dated truly, and the case climbs one rung, whose wait starts now.
/// The answer's events carry their effect keys as ids: a store refuses the second writer of the same one.
package func fire(_ complaint: Complaint, now: Instant, rules: Rules, staff: StaffDirectory) -> Firing {
    let limit = TimerLimits.backwardSecondsMax
    guard now.seconds >= complaint.lastRecordedAt.seconds - limit else { return .refused(Refusal(.clockBackward)) }
    var round = FiringRound(complaint, now: now, rules: rules, staff: staff)
    round.run()
    return round.draft.events.isEmpty ? .nothing : .fired(round.draft.firing())
}

/// Bounds of the engine's own behaviour; not a policy's matter.
package enum TimerLimits {
    /// A clock further back than this stops the engine.
    package static let backwardSecondsMax: Int64 = 2
    /// A timer later than this was missed, not merely late.
    package static let punctualSecondsMax: Int64 = 60
    /// From this share on the owner's backup is warned too, whatever points a policy has.
    package static let backupWarnedPercentMin = 75
    /// From this share on the owner's superior as well.
    package static let supervisorWarnedPercentMin = 90
    /// Timers one case may fire in one round; more means a ladder that never waits.
    package static let firingsPerRoundMax = 1_000
}

/// One look at one case.
private struct FiringRound {
    let draft: Draft
    let now: Instant
    let rules: Rules
    let staff: StaffDirectory
    /// True once the case has climbed in a round after downtime.
    private var hasClimbed = false

    init(_ complaint: Complaint, now: Instant, rules: Rules, staff: StaffDirectory) {
        draft = Draft(complaint, rules, datesEachEvent: true)
        self.now = now
        self.rules = rules
        self.staff = staff
    }

    mutating func run() {
        guard let first = nextDue else { return }
        // The earliest is the latest of all: when it was not missed, none was.
        let isCatchUp = isMissed(first)
        for _ in 0..<TimerLimits.firingsPerRoundMax {
            guard let timer = nextDue else { return }
            if isCatchUp, isReplaced(timer) {
                supersede(timer)
            } else {
                act(on: timer, isCatchUp: isCatchUp)
            }
        }
    }

    private var nextDue: CaseTimer? {
        guard let next = draft.complaint?.nextTimer(rules), next.fireAt <= now else { return nil }
        return next
    }

    /// True when a later timer of the same clock is due as well: after downtime only the last one acts.
    ///
    /// A step before the due time gives way to whatever else climbs a ladder of the case: its level is told at the breach.
    private func isReplaced(_ timer: CaseTimer) -> Bool {
        let isWarning = if case .warning = timer.stage { true } else { false }
        guard isWarning || timer.isAhead else { return false }
        if timer.isAhead, hasClimbed { return true }
        let timers = draft.complaint?.timers(rules) ?? []
        return timers.contains { other in
            guard other.fireAt <= now else { return false }
            if timer.isAhead { return !other.isAhead && other.stage.climbs }
            return other.clock == timer.clock && other.stage != timer.stage && other.due >= timer.due
        }
    }

    private func isMissed(_ timer: CaseTimer) -> Bool {
        now.seconds - timer.fireAt.seconds > TimerLimits.punctualSecondsMax
    }

    /// A punctual timer counts from its own instant, a missed one from now.
    private func noticeInstant(of timer: CaseTimer) -> Instant { isMissed(timer) ? now : timer.due }

    private func base(_ timer: CaseTimer) -> EventFields {
        var fields = EventFields(minimumCapacity: 8)
        fields["clock"] = .text(timer.clock.name)
        fields["generation"] = .integer(Int64(timer.clock.generation))
        fields["stage"] = .text(timer.stage.text)
        fields["due"] = .instant(timer.due)
        if isMissed(timer) {
            fields["late_minutes"] = .integer((now.seconds - timer.due.seconds) / 60)
        }
        return fields
    }

    private mutating func supersede(_ timer: CaseTimer) {
        var fields = base(timer)
        if case .warning(let percent) = timer.stage { fields["percent"] = .integer(Int64(percent)) }
        if timer.isAhead, case .level(let step) = timer.stage {
            fields["ahead"] = .boolean(true)
            fields["step"] = .integer(Int64(step))
            fields["stage"] = .text(stage(ofStep: step))
        }
        fields["late_minutes"] = .integer((now.seconds - timer.due.seconds) / 60)
        write(.superseded, fields, at: timer.due)
    }

    private mutating func act(on timer: CaseTimer, isCatchUp: Bool) {
        switch timer.stage {
        case .warning(let percent): warn(timer, percent)
        case .breach: breach(timer, isCatchUp: isCatchUp)
        case .level where timer.subject == nil:
            hasClimbed = true
            climber(from: noticeInstant(of: timer)).begin(timer, draft)
        case .level, .fallback: climb(timer.subject, from: noticeInstant(of: timer), isCatchUp: isCatchUp)
        case .pauseCap: write(.pauseEnded, base(timer), at: timer.due, target: draft.complaint?.owner)
        case .review: write(.reviewDue, base(timer), at: timer.due, target: draft.complaint?.owner)
        case .offerExpiry:
            var fields = base(timer)
            fields["offer"] = .integer(Int64(timer.subject ?? 0))
            write(.offerExpired, fields, at: timer.due, target: draft.complaint?.owner)
        }
    }

    /// The owner; from 75 per cent the backup too, from 90 the supervisor.
    private mutating func warn(_ timer: CaseTimer, _ percent: Int) {
        guard let owner = draft.complaint?.owner else { return }
        var targets = [owner]
        if percent >= TimerLimits.backupWarnedPercentMin, let backup = staff.people[owner]?.backup {
            targets.append(backup)
        }
        if percent >= TimerLimits.supervisorWarnedPercentMin {
            let superior = staff.people[owner]?.reportsTo
            let people = superior.map { [$0] } ?? staff.onDuty(Role.supervisor.rawValue)
            targets += people.prefix(LadderClimb.targetsPerRungMax)
        }
        var seen: Set<String> = []
        for target in targets where seen.insert(target).inserted {
            var fields = base(timer)
            fields["percent"] = .integer(Int64(percent))
            let at = noticeInstant(of: timer)
            if let from = rules.delivery(to: target, at: at, staff) { fields["deliver_from"] = .instant(from) }
            write(.warned, fields, at: at, target: target)
        }
    }

    /// Dated at its due time; the first rung is told at once, or now when the engine was down.
    private mutating func breach(_ timer: CaseTimer, isCatchUp: Bool) {
        write(.breached, base(timer), at: timer.due)
        guard let escalation = draft.complaint?.escalations.last(where: { $0.clock == timer.clock }),
            escalation.state == .raised, let next = escalation.ladder.nextAt
        else { return }
        // Somebody told shortly before may still have time to accept.
        let at = noticeInstant(of: timer)
        if next <= at { climb(escalation.sequence, from: at, isCatchUp: isCatchUp) }
    }

    /// One rung per case in a round after downtime: further ladders let theirs pass and wait on.
    private mutating func climb(_ sequence: Int?, from instant: Instant, isCatchUp: Bool) {
        guard let sequence,
            let escalation = draft.complaint?.escalations.first(where: { $0.sequence == sequence })
        else { return }
        if isCatchUp, hasClimbed {
            let index = escalation.ladder.nextStep
            let isStep = steps.indices.contains(index)
            let stage = isStep ? stage(ofStep: index) : Stage.fallback(escalation.ladder.fallbacks + 1).text
            write(
                .superseded,
                [
                    "clock": .text(escalation.clock.name),
                    "generation": .integer(Int64(escalation.clock.generation)), "stage": .text(stage),
                    "escalation": .integer(Int64(sequence)), "step": .integer(Int64(index)),
                    "late_minutes": .integer((now.seconds - escalation.raisedAt.seconds) / 60),
                ], at: now)
            return
        }
        hasClimbed = true
        climber(from: instant).next(sequence, draft)
    }

    private func climber(from instant: Instant) -> LadderClimb {
        LadderClimb(rules: rules, staff: staff, noticeAt: instant, recordedAt: now)
    }

    private var steps: [Ladder.Step] {
        draft.complaint.flatMap { rules.policy.ladder(for: $0.severity) }?.steps ?? []
    }

    private func stage(ofStep index: Int) -> String {
        let steps = steps
        return Stage.level(steps.indices.contains(index) ? steps[index].level(at: index) : 3).text
    }

    private mutating func write(_ type: EventType, _ fields: EventFields, at occurred: Instant, target: String? = nil) {
        var fields = fields
        if let target { fields["target"] = .text(target) }
        draft.append(engine: type, fields, at: occurred, recordedAt: now)
    }
}
