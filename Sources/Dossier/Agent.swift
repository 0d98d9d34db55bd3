package import Complaints

/// One login of the centre: who may act, as what, and under whom.
package struct Agent: Sendable, Hashable {
    package var login: String
    /// The name customers and colleagues are shown; nil shows the login.
    package var name: String?
    package var roles: Set<Role>
    package var team: String?
    /// Login of the superior that a conflict-of-interest check looks at.
    package var reportsTo: String?
    /// The operating system's user who acts as this agent without being asked.
    package var osUser: String?
    /// Who stands in when this person is away.
    package var backup: String?
    /// The field unit a unit worker belongs to.
    package var unit: String?
    package var isActive: Bool

    package init(
        login: String, name: String? = nil, roles: Set<Role>, team: String? = nil, reportsTo: String? = nil,
        osUser: String? = nil, backup: String? = nil, unit: String? = nil, isActive: Bool = true
    ) {
        self.login = login
        self.name = name
        self.roles = roles
        self.team = team
        self.reportsTo = reportsTo
        self.osUser = osUser
        self.backup = backup
        self.unit = unit
        self.isActive = isActive
    }
}

/// A team and the agent who leads it.
package struct Team: Sendable, Hashable {
    package var name: String
    package var lead: String

    package init(name: String, lead: String) {
        self.name = name
        self.lead = lead
    }
}
