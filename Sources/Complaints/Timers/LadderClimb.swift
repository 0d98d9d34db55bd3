import WorkingTime

/// Tells the next rung of an escalation's ladder: whoever is on duty there, passing empty levels at the same instant.
struct LadderClimb {
    let rules: Rules
    let staff: StaffDirectory
    /// When the notice counts from.
    let noticeAt: Instant
    let recordedAt: Instant
    /// The person an escalation was addressed to: told instead of the rung it enters at, when there.
    var addressee: String?

    /// People one rung tells at most.
    static let targetsPerRungMax = 8

    func next(_ sequence: Int, _ draft: inout Draft) {
        guard let complaint = draft.complaint, let ladder = rules.policy.ladder(for: complaint.severity) else { return }
        while let escalation = draft.complaint?.escalations.first(where: { $0.sequence == sequence }) {
            let index = escalation.ladder.nextStep
            guard ladder.steps.indices.contains(index) else { return tellFallback(escalation, ladder, &draft) }
            let step = ladder.steps[index]
            let level = step.level(at: index)
            let isAddressed = addressee.map { isFit($0, complaint, escalation) } == true && escalation.notified.isEmpty
            let people = isAddressed ? [addressee].compactMap { $0 } : available(step.to, complaint, escalation)
            var fields = base(escalation, .level(level))
            fields["step"] = .integer(Int64(index))
            fields["level"] = .integer(Int64(level))
            if people.isEmpty {
                append(.levelVacant, fields, target: step.to, &draft)
                continue
            }
            for person in people { append(.escalated, fields, target: person, &draft) }
            return
        }
    }

    /// The fallback is told again and again; when even that list is empty its name is told.
    private func tellFallback(_ escalation: Escalation, _ ladder: Ladder, _ draft: inout Draft) {
        guard let complaint = draft.complaint else { return }
        let count = escalation.ladder.fallbacks + 1
        var fields = base(escalation, .fallback(count))
        fields["step"] = .integer(Int64(count))
        let level = Role(rawValue: ladder.fallback.to)?.level ?? ladder.steps.last?.level(at: ladder.steps.count - 1)
        fields["level"] = .integer(Int64(level ?? 3))
        let people = available(ladder.fallback.to, complaint, escalation)
        for target in people.isEmpty ? [ladder.fallback.to] : people {
            append(.fallbackNotified, fields, target: target, &draft)
        }
    }

    private func base(_ escalation: Escalation, _ stage: Stage) -> EventFields {
        [
            "clock": .text(escalation.clock.name), "generation": .integer(Int64(escalation.clock.generation)),
            "stage": .text(stage.text), "escalation": .integer(Int64(escalation.sequence)),
        ]
    }

    private func append(_ type: EventType, _ fields: EventFields, target: String, _ draft: inout Draft) {
        var fields = fields
        fields["target"] = .text(target)
        draft.append(engine: type, fields, at: noticeAt, recordedAt: recordedAt)
    }

    /// On duty, not complained of, no direct subordinate of who is, and not the one who raised it.
    ///
    /// The owner's own superiors come first; when none of them is there, whoever else is.
    private func available(_ name: String, _ complaint: Complaint, _ escalation: Escalation) -> [String] {
        let listed = staff.duty[name] ?? rules.policy.duty[name]?.filter { staff.isActive($0) }
        let fit = (listed.map { $0.filter(staff.isActive).sorted() } ?? staff.onDuty(name)).filter {
            isFit($0, complaint, escalation)
        }
        let close = fit.filter { staff.isInTeam(complaint.owner, of: $0) }
        return Array((close.isEmpty ? fit : close).prefix(Self.targetsPerRungMax))
    }

    private func isFit(_ login: String, _ complaint: Complaint, _ escalation: Escalation) -> Bool {
        guard staff.isActive(login), login != escalation.proposer else { return false }
        guard let accused = complaint.complainedOf else { return true }
        return login != accused && !staff.isSubordinate(login, of: accused)
    }
}

extension Ladder.Step {
    /// The notified role's level; a named duty list counts as the step's place on the ladder.
    func level(at index: Int) -> Int { Role(rawValue: to)?.level ?? min(index + 1, 3) }
}

extension Draft {
    /// A line of the engine's own; its id is the effect key, so that it can be written once only.
    mutating func append(
        engine type: EventType, _ fields: EventFields, at occurred: Instant, recordedAt: Instant,
        by actor: String = EffectKey.engineLogin, as role: Role = .timer
    ) {
        guard let complaint else { return }
        let key = EffectKey(
            caseNumber: complaint.caseNumber,
            clock: ClockKey(fields.text("clock") ?? "CASE", fields.count("generation") ?? 1),
            stage: fields.text("stage") ?? type.rawValue, target: fields.text("target") ?? "")
        append(
            Event(
                sequence: nextSequence, eventID: key.text, type: type, occurredAt: occurred, recordedAt: recordedAt,
                actor: actor, role: role, fields: fields))
    }
}
