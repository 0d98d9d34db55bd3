package import Complaints
package import Dossier
package import WorkingTime

/// What became of the wish to let somebody go.
package enum Departure: Sendable, Hashable {
    case done
    /// Still accountable for these open cases, of so many: an open case has one owner, who is active at every instant.
    case ownsOpenCases([CaseNumber], count: Int)
    /// Nobody else could administer the store.
    case lastAdministrator
}

extension Store {
    /// Adds somebody; the trail names who did it.
    package func addAgent(_ agent: Agent, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) -> Void in
            try session.insert(agent)
            try session.relieve(because: agent)
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.addAgent, subject: agent.login, detail: agent.auditDetail)
        }
    }

    /// Changes what `edit` changes of somebody. Who is active stays: see `disableAgent`.
    package func editAgent(
        _ login: String, by actor: String, at: Instant, _ edit: (inout Agent) -> Void
    ) throws(StoreError) -> Agent {
        try engine.write { session throws(StoreError) in
            guard let old = try session.agents().first(where: { $0.login == login }) else {
                throw .unknownAgent(login: login)
            }
            var new = old
            edit(&new)
            new.login = old.login
            guard new != old else { return old }
            if old.isActive, old.roles.contains(.administrator), !new.roles.contains(.administrator) {
                guard try session.hasAdministrator(except: login) else {
                    throw .badValue(field: "role", value: new.roles.map(\.rawValue).sorted().joined(separator: ","))
                }
            }
            try session.update(new)
            if new.roles != old.roles { try session.relieve(because: new) }
            try session.appendTrail(
                chain, at: at, actor: actor, act: AuditAct.editAgent, subject: login, detail: new.auditDetail)
            return new
        }
    }

    /// Lets somebody go, unless a case would be left without an active owner at any instant.
    package func disableAgent(_ login: String, by actor: String, at: Instant) throws(StoreError) -> Departure {
        try engine.write { session throws(StoreError) in
            guard var agent = try session.agents().first(where: { $0.login == login }) else {
                throw .unknownAgent(login: login)
            }
            guard agent.isActive else { return .done }
            let departure = try session.departure(of: agent)
            guard departure == .done else { return departure }
            agent.isActive = false
            try session.update(agent)
            try session.appendTrail(
                chain, at: at, actor: actor, act: AuditAct.disableAgent, subject: login, detail: "")
            return .done
        }
    }

    /// What would become of the wish to let somebody go now; changes nothing.
    package func departure(of login: String) throws(StoreError) -> Departure {
        try engine.read { session throws(StoreError) in
            guard let agent = try session.agents().first(where: { $0.login == login }) else {
                throw .unknownAgent(login: login)
            }
            return try session.departure(of: agent)
        }
    }

    /// The first person of a store supervises until another supervisor is there.
    package func setProvisionalSupervisor(_ login: String) throws(StoreError) {
        try engine.write { session throws(StoreError) -> Void in
            try session.run(
                "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2",
                provisionalSupervisorSetting, login)
        }
    }

    /// Cases named when somebody cannot be let go.
    package static let ownedCasesShownMax = 1_000

    package func addTeam(_ team: Team, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) -> Void in
            try session.insert(team)
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.addTeam, subject: team.name, detail: "lead \(team.lead)")
        }
    }
}

/// Names the person who supervises only until somebody else does.
private let provisionalSupervisorSetting = "provisional_supervisor"

extension Session {
    /// Takes the supervisor's role from the store's first person once another supervisor is there. Roles given by hand
    /// stay.
    fileprivate func relieve(because agent: Agent) throws(StoreError) {
        let first = try first("SELECT value FROM settings WHERE name = $1", provisionalSupervisorSetting) { $0.text(0) }
        guard let first, agent.login == first || agent.roles.contains(.supervisor) else { return }
        if agent.login != first {
            try run("DELETE FROM agent_roles WHERE login = $1 AND role = $2", first, Role.supervisor.rawValue)
        }
        try run("DELETE FROM settings WHERE name = $1", provisionalSupervisorSetting)
    }

    fileprivate func departure(of agent: Agent) throws(StoreError) -> Departure {
        guard agent.isActive else { return .done }
        let owned = try integer("SELECT COUNT(*) FROM complaints WHERE owner = $1 AND is_open = 1", agent.login) ?? 0
        if owned > 0 {
            let filter = ComplaintFilter(states: ComplaintFilter.open.states, owner: agent.login)
            let numbers = try complaintNumbers(filter, limit: Store.ownedCasesShownMax)
            return .ownsOpenCases(numbers.map(ComplaintKey.caseNumber), count: Int(owned))
        }
        let isLast = agent.roles.contains(.administrator) ? try !hasAdministrator(except: agent.login) : false
        return isLast ? .lastAdministrator : .done
    }

    fileprivate func hasAdministrator(except login: String) throws(StoreError) -> Bool {
        try integer(
            """
            SELECT 1 FROM agents a JOIN agent_roles r ON r.login = a.login
            WHERE r.role = 'administrator' AND a.is_active = 1 AND a.login <> $1 LIMIT 1
            """, login) != nil
    }

    func insert(_ team: Team) throws(StoreError) {
        try Limit.text(team.name, field: "team", max: Limit.nameBytesMax)
        guard !team.name.isEmpty else { throw .badValue(field: "team", value: "") }
        try requireAgent(team.lead)
        do throws(StoreError) {
            try run("INSERT INTO teams (name, lead) VALUES ($1, $2)", team.name, team.lead)
        } catch  where error.isUniquenessViolation {
            throw .alreadyTaken(field: "team", value: team.name)
        }
    }
}

extension Agent {
    /// What the trail keeps: roles and places, no personal data but logins.
    fileprivate var auditDetail: String {
        var words = ["roles " + roles.map(\.rawValue).sorted().joined(separator: ",")]
        for (name, value) in [
            ("team", team), ("reports_to", reportsTo), ("os_user", osUser), ("backup", backup), ("unit", unit),
        ] {
            if let value { words.append("\(name) \(value)") }
        }
        if !isActive { words.append("inactive") }
        return words.joined(separator: " ")
    }
}
