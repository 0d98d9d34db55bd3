import Money
import WorkingTime

extension Deliberation {
    /// The least of the actor's roles that may do this here.
    func actingRole() throws(Refusal) -> Role {
        switch command.type {
        case .transferOwner where fields.text("status") == "accepted" || fields.text("status") == "declined":
            return try namedRole()
        case .acceptEscalation, .decideEscalation: return try escalationRole()
        case .taskUpdate: return try taskRole()
        default: return try tableRole()
        }
    }

    /// The roles whose limits count: those that may do this here; the trail names the least whose limit suffices.
    private func grantingRole() -> Role? {
        guard command.type == .offerRemedy || command.type == .resolveNow, let asked = fields.money else { return nil }
        let remedy: RemedyType? = fields.word("remedy_type")
        let (total, overflow) = complaint.givenMinorUnits(with: remedy).addingReportingOverflow(asked.minorUnits)
        return held.first { role in
            guard !overflow, let limit = policy.authority.limits[asked.currency]?[role], total <= limit else {
                return false
            }
            return reaches(Permissions.reach(of: role, for: command.type))
        }
    }

    private var held: [Role] { Permissions.order.filter(command.roles.contains) }

    private func tableRole() throws(Refusal) -> Role {
        if let role = grantingRole() { return role }
        let lowest = lowestRole
        for role in held {
            if let lowest, Permissions.supervisory(below: lowest).contains(role) { continue }
            if reaches(Permissions.reach(of: role, for: command.type)) { return role }
        }
        throw Refusal(.forbiddenRole, lowestRole: lowest ?? Permissions.lowestRole(for: command.type))
    }

    private func reaches(_ reach: Reach) -> Bool {
        let people = [complaint.owner, complaint.handler]
        switch reach {
        case .none: return false
        case .own: return people.contains(command.actor)
        case .team: return people.contains { $0 == command.actor || context.staff.isInTeam($0, of: command.actor) }
        case .all: return true
        case .notOwn: return !people.contains(command.actor)
        }
    }

    /// Where the case itself asks for more than the table: the lowest role it asks for.
    private var lowestRole: Role? {
        switch command.type {
        case .reassess:
            let severity: Severity? = fields.word("severity")
            return severity.map { $0.isLower(than: complaint.severity) } == true ? .supervisor : nil
        case .reopen: return isReopenedLate ? .supervisor : nil
        case .close:
            // An agent closes what the customer is satisfied with; without any follow-up the guard says what is missing.
            return complaint.satisfaction != .yes && isFollowUpSettled ? .supervisor : nil
        case .wait: return fields.text("reason").flatMap { policy.pauses[$0]?.approve }
        default: return nil
        }
    }

    var isFollowUpSettled: Bool { !complaint.hasContactRoute || complaint.hasFollowedUp(context.rules) }

    private var isReopenedLate: Bool {
        guard let ended = complaint.endedAt else { return false }
        let zone = complaint.ownCalendar(context.rules).zone
        return zone.localDate(at: command.occurredAt) - zone.localDate(at: ended) > policy.change.reopenDays
    }

    /// A transfer is answered by the person it was offered to.
    private func namedRole() throws(Refusal) -> Role {
        guard let pending = complaint.pendingTransfer, pending.to == command.actor,
            fields.text("to").map({ $0 == pending.to }) ?? true, let role = held.first
        else { throw Refusal(.forbiddenRole) }
        return role
    }

    // MARK: escalations

    func escalation() throws(Refusal) -> Escalation {
        guard let sequence = fields.count("escalation") else { throw Refusal(.missingField, field: "escalation") }
        guard let found = complaint.escalations.first(where: { $0.sequence == sequence }) else {
            throw Refusal(.badValue, field: "escalation")
        }
        return found
    }

    /// Whoever was told, or anybody on duty at that level or above.
    private func escalationRole() throws(Refusal) -> Role {
        guard fields.count("escalation") != nil else {
            // Which one is asked for after who asks: nobody below the ladder may answer any.
            let mayAnswerSome = held.first { ($0.level ?? 0) > 0 || $0 == .compliance }
            guard let role = mayAnswerSome else { throw Refusal(.forbiddenRole, lowestRole: .supervisor) }
            return role
        }
        let escalation = try escalation()
        let needed = escalation.lowestLevelNotified ?? 1
        let fit = held.filter { role in
            guard let level = role.level, level >= needed else { return false }
            return escalation.notified.contains(command.actor) || isOnDuty(as: role)
                || escalation.acceptedBy == command.actor
        }
        // A decision speaks with the highest authority its author has.
        if let role = command.type == .decideEscalation ? fit.last : fit.first { return role }
        if let first = held.first(where: { $0 != .agent && $0 != .unit && $0 != .timer }) ?? held.first,
            escalation.notified.contains(command.actor)
        {
            return first
        }
        if command.roles.contains(.compliance), escalation.reason.entersAtManager { return .compliance }
        throw Refusal(.forbiddenRole, lowestRole: Role.ranked.indices.contains(needed) ? Role.ranked[needed] : nil)
    }

    private func isOnDuty(as role: Role) -> Bool {
        if context.staff.duty[role.rawValue] == nil, context.staff.knowsEverybody { return true }
        return context.staff.onDuty(role.rawValue).contains(command.actor)
    }

    // MARK: tasks

    func task() throws(Refusal) -> UnitTask {
        guard let number = fields.count("task") else { throw Refusal(.missingField, field: "task") }
        guard let found = complaint.tasks.first(where: { $0.number == number }) else {
            throw Refusal(.badValue, field: "task")
        }
        return found
    }

    /// A unit updates its own tasks; the handler or a superior recalls them.
    private func taskRole() throws(Refusal) -> Role {
        let number = fields.count("task")
        let task = number == nil ? nil : try task()
        if fields.text("status") == TaskStatus.recalled.rawValue {
            let superiors: Set<Role> = [.supervisor, .manager, .director, .compliance]
            let role = held.first { superiors.contains($0) || ($0 == .agent && command.actor == complaint.handler) }
            guard let role else { throw Refusal(.forbiddenRole, lowestRole: .supervisor) }
            return role
        }
        guard command.roles.contains(.unit), task.map({ isOfUnit($0.unit) }) ?? true else {
            throw Refusal(.forbiddenRole, lowestRole: .unit)
        }
        return .unit
    }

    /// Who belongs to no unit has no tasks; in a simulation a person nobody knows belongs to every unit.
    private func isOfUnit(_ unit: String) -> Bool {
        guard let person = context.staff.people[command.actor] else { return context.staff.knowsEverybody }
        return person.unit == unit
    }
}

extension Permissions {
    /// Ranked roles that stand below `role`.
    static func supervisory(below role: Role) -> Set<Role> {
        Set(Role.ranked.prefix { $0 != role })
    }

    /// The lowest role whose reach goes beyond its own cases, or any right at all.
    static func lowestRole(for event: EventType) -> Role? {
        order.first { reach(of: $0, for: event) == .team || reach(of: $0, for: event) == .all }
    }
}
