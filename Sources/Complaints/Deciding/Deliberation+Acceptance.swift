import Money
import WorkingTime

extension Deliberation {
    /// The command's event with what it must remember, and everything that follows from it at the same instant.
    func accept(as role: Role) -> Acceptance {
        let draft = Draft(complaint, context.rules)
        draft.append(command, role: role, fields: pinnedFields())
        var effects: [CaseEffect] = []
        var elsewhere: [ElsewhereEvent] = []
        switch command.type {
        case .escalate:
            climb(draft)
            if fields.word("reason").map(\EscalationReason.entersAtManager) == true {
                effects.append(notice(Role.compliance.rawValue, .compliance))
            }
        case .wait where isBackdatedPause:
            let minutes = (command.recordedAt - command.occurredAt).minutes
            draft.append(
                .note, after: command, role: role, fields: ["text": .text("pause backdated by \(minutes) min")])
            effects += backdatingNotices
        case .merge, .unmerge: elsewhere = survivorEvents(role)
        case .followUp where fields.text("satisfied") == Satisfaction.no.rawValue:
            effects.append(CaseEffect(at: command.occurredAt, kind: .reopenProposed, target: complaint.owner))
        case .withdraw where complaint.severity == .s1 || complaint.links.contains { $0.relation == .problem }:
            effects.append(CaseEffect(at: command.occurredAt, kind: .internalCaseProposed))
        case .taskUpdate where isReturnLimitReached(draft.complaint):
            effects.append(notice(Role.supervisor.rawValue, .unitReturnLimit))
        case .transferOwner where (fields.text("status") ?? "offered") == "offered":
            if let to = fields.text("to") { effects.append(notice(to, .transferOffered)) }
        case .reopen where draft.complaint.map { $0.reopens >= policy.change.levelUpAfterReopens } == true:
            effects.append(notice(Role.manager.rawValue, .reopenedOften))
        default: break
        }
        // By the customer's answer or at its cap: the state still waits, so the owner is told.
        if complaint.openPause != nil, let after = draft.complaint, after.openPause == nil, after.state == .waiting {
            let ended = after.pauses.last?.until ?? command.occurredAt
            effects.append(CaseEffect(at: ended, kind: .pauseEnded, target: complaint.owner))
        }
        if let after = draft.complaint, isPassedOnOften(after),
            let role = Role.ranked.last(where: { $0.level == after.level })
        {
            effects.append(notice(role.rawValue, .passedOnOften))
        }
        return draft.acceptance(since: complaint, adding: effects, elsewhere: elsewhere)
    }

    /// Compliance looks at the second line of the trail; the owner, whose clock stood still, knows.
    private var backdatingNotices: [CaseEffect] {
        let people = [Role.compliance.rawValue] + (command.actor == complaint.owner ? [] : [complaint.owner])
        return people.map { notice($0, .pauseBackdated) }
    }

    /// The transfer, or the further unit, with which the case went up a level: told is the level it has come to.
    private func isPassedOnOften(_ after: Complaint) -> Bool {
        let limit = policy.change.levelUpAfterTransfers
        func reaches(_ count: Int, from before: Int) -> Bool { before < count && count == limit }
        return reaches(after.transfers, from: complaint.transfers)
            || reaches(Set(after.tasks.map(\.unit)).count, from: Set(complaint.tasks.map(\.unit)).count)
    }

    private func notice(_ target: String, _ topic: NoticeTopic) -> CaseEffect {
        CaseEffect(at: command.occurredAt, kind: .notice, target: target, topic: topic)
    }

    private func isReturnLimitReached(_ after: Complaint?) -> Bool {
        guard let after, after.unitReturns > complaint.unitReturns else { return false }
        return after.unitReturns >= policy.change.levelUpAfterUnitReturns
    }

    /// The fields as asked for, and what depended on the moment.
    private func pinnedFields() -> EventFields {
        var pinned = fields
        switch command.type {
        case .escalate:
            let target = escalationTarget
            pinned["level"] = .integer(Int64(target.level))
            pinned["step"] = .integer(Int64(target.step))
        case .dispatch:
            if let unit = chosenUnit {
                pinned["unit"] = .text(unit)
                let calendar =
                    context.units.first { $0.name == unit }?.calendar ?? policy.calendars.byUnit[unit]
                if let calendar {
                    let pin = complaint.pin(calendar, context.rules)
                    pinned["unit_calendar"] = .text(pin.name)
                    pinned.pin(CalendarReference(pin.name, pin.currentVersion))
                }
            }
            if fields.instant("due") == nil, let due = latestUnitDue { pinned["due"] = .instant(due) }
        default: break
        }
        return pinned
    }

    /// Where an escalation enters: one level up, or straight to where it must go, skipping useless rungs.
    private var escalationTarget: (level: Int, step: Int) {
        let reason: EscalationReason? = fields.word("reason")
        var level = complaint.level + 1
        if complaint.severity == .s1 || reason?.entersAtManager == true { level = max(level, 2) }
        if reason == .authority, let asked = fields.money {
            let remedy: RemedyType? = fields.word("remedy_type")
            let (sum, overflow) = complaint.givenMinorUnits(with: remedy).addingReportingOverflow(asked.minorUnits)
            level = max(level, lowestRole(for: overflow ? .max : sum, asked.currency).level ?? 3)
        }
        if let to = fields.text("to") {
            let role = Role(rawValue: to)
            let levels = [role?.level].compactMap { $0 } + (context.staff.people[to]?.roles.compactMap(\.level) ?? [])
            level = max(level, levels.max() ?? 0)
        }
        level = min(level, 3)
        let steps = policy.ladder(for: complaint.severity)?.steps ?? []
        let step = steps.indices.first { steps[$0].level(at: $0) >= level } ?? steps.count
        return (level, step)
    }

    /// Tells the rung the escalation enters at, passing empty ones at the same instant.
    private func climb(_ draft: Draft) {
        guard let escalation = draft.complaint?.escalations.last else { return }
        let to = fields.text("to").flatMap { context.staff.people[$0]?.login }
        let climb = LadderClimb(
            rules: context.rules, staff: context.staff, noticeAt: command.occurredAt, recordedAt: command.recordedAt,
            addressee: to)
        climb.next(escalation.sequence, draft)
    }

    /// What the surviving case must know of a merge, or of its undoing.
    private func survivorEvents(_ role: Role) -> [ElsewhereEvent] {
        guard let other = context.other else { return [] }
        var told: EventFields = ["case": .text(complaint.caseNumber.description)]
        if command.type == .merge {
            told["received_at"] = .instant(complaint.receivedAt)
            if let clock = complaint.clock(ClockName.resolve), clock.isOpen,
                let due = clock.due ?? complaint.dueIfResumed(clock, at: command.occurredAt, context.rules)
            {
                told["resolve_due"] = .instant(due)
            }
            if let clock = complaint.clocks.last(where: { ClockName.isStatutory($0.name) && $0.isOpen }),
                let due = clock.due
            {
                told["statutory"] = .text(clock.name)
                told["statutory_due"] = .instant(due)
            }
            let (granted, restituted) = (complaint.grantedMinorUnits, complaint.restitutedMinorUnits)
            if let currency = complaint.currency, granted > 0 || restituted > 0 {
                told["currency"] = .text(currency.rawValue)
                if granted > 0 { told["amount"] = .integer(granted) }
                if restituted > 0 { told["restituted"] = .integer(restituted) }
            }
            let references = complaint.externalCases.filter { $0.answeredAt == nil }.map(\.reference)
            if !references.isEmpty { told["references"] = .text(references.joined(separator: "\n")) }
        }
        let event = Event(
            sequence: other.version + 1, eventID: command.eventID + "/survivor",
            type: command.type == .merge ? .absorbed : .released, occurredAt: command.occurredAt,
            recordedAt: command.recordedAt, actor: command.actor, role: role, fields: told)
        return [ElsewhereEvent(caseNumber: other.caseNumber, event: event)]
    }
}
