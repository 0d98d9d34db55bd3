import Complaints
import Dossier

extension Session {
    func agents() throws(StoreError) -> [Agent] {
        var roles: [String: Set<Role>] = [:]
        let rows = try all("SELECT login, role FROM agent_roles") { row throws(StoreError) in
            (row.text(0), try row.value(1, as: Role.self))
        }
        for (login, role) in rows { roles[login, default: []].insert(role) }
        return try all(
            "SELECT login, name, team, reports_to, os_user, backup, unit, is_active FROM agents ORDER BY login"
        ) { row in
            Agent(
                login: row.text(0), name: row.optionalText(1), roles: roles[row.text(0)] ?? [],
                team: row.optionalText(2), reportsTo: row.optionalText(3), osUser: row.optionalText(4),
                backup: row.optionalText(5), unit: row.optionalText(6), isActive: row.bool(7))
        }
    }

    func teams() throws(StoreError) -> [Team] {
        try all("SELECT name, lead FROM teams ORDER BY name") { Team(name: $0.text(0), lead: $0.text(1)) }
    }

    func insert(_ agent: Agent) throws(StoreError) {
        try check(agent)
        do throws(StoreError) {
            try run(
                """
                INSERT INTO agents (login, name, team, reports_to, os_user, backup, unit, is_active)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, agent.login, agent.name, agent.team, agent.reportsTo, agent.osUser, agent.backup, agent.unit,
                agent.isActive)
        } catch  where error.isUniquenessViolation {
            throw .alreadyTaken(field: "agent", value: agent.login)
        }
        try insertRoles(of: agent)
    }

    func update(_ agent: Agent) throws(StoreError) {
        try check(agent)
        let changed: Int
        do throws(StoreError) {
            changed = try run(
                """
                UPDATE agents SET name = $1, team = $2, reports_to = $3, os_user = $4, backup = $5, unit = $6,
                    is_active = $7
                WHERE login = $8
                """, agent.name, agent.team, agent.reportsTo, agent.osUser, agent.backup, agent.unit, agent.isActive,
                agent.login)
        } catch  where error.isUniquenessViolation {
            throw .alreadyTaken(field: "os_user", value: agent.osUser ?? "")
        }
        guard changed == 1 else { throw .unknownAgent(login: agent.login) }
        try run("DELETE FROM agent_roles WHERE login = $1", agent.login)
        try insertRoles(of: agent)
    }

    private func insertRoles(of agent: Agent) throws(StoreError) {
        for role in agent.roles.sorted(by: { $0.rawValue < $1.rawValue }) {
            try run("INSERT INTO agent_roles (login, role) VALUES ($1, $2)", agent.login, role.rawValue)
        }
    }

    private func check(_ agent: Agent) throws(StoreError) {
        guard !agent.login.isEmpty else { throw .badValue(field: "login", value: "") }
        try Limit.text(agent.login, field: "login", max: Limit.nameBytesMax)
        try Limit.text(agent.name, field: "name", max: Limit.nameBytesMax)
        guard !agent.roles.isEmpty else { throw .badValue(field: "role", value: "") }
        if let superior = agent.reportsTo { try checkSuperior(superior, of: agent.login) }
        if let backup = agent.backup {
            guard backup != agent.login else { throw .badValue(field: "backup", value: backup) }
            try requireAgent(backup)
        }
        if let unit = agent.unit {
            guard try integer("SELECT 1 FROM units WHERE name = $1", unit) != nil else {
                throw .unknownUnit(name: unit)
            }
        }
        if let team = agent.team {
            guard try integer("SELECT 1 FROM teams WHERE name = $1", team) != nil else {
                throw .unknownTeam(name: team)
            }
        }
    }
    func requireAgent(_ login: String) throws(StoreError) {
        guard try integer("SELECT 1 FROM agents WHERE login = $1", login) != nil else {
            throw .unknownAgent(login: login)
        }
    }

    /// A chain of superiors ends: nobody answers to somebody who answers to them.
    private func checkSuperior(_ superior: String, of login: String) throws(StoreError) {
        try requireAgent(superior)
        var seen: Set<String> = [login]
        var next: String? = superior
        while let person = next {
            guard seen.insert(person).inserted else { throw .badValue(field: "reports_to", value: superior) }
            next = try first("SELECT reports_to FROM agents WHERE login = $1", person) { $0.optionalText(0) } ?? nil
        }
    }
}
