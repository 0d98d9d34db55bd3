/// Who works here, as a value: roles, superiors, teams, and who is on duty at this moment.
package struct StaffDirectory: Hashable, Sendable {
    package struct Person: Hashable, Sendable {
        package var login: String
        package var roles: Set<Role>
        package var reportsTo: String?
        package var team: String?
        /// The field unit a unit worker belongs to.
        package var unit: String?
        /// Who stands in when this person is away.
        package var backup: String?
        package var isActive: Bool
        /// Away for longer than a case can wait: on leave, ill, off the roster.
        package var isAway: Bool
        /// Name of the calendar of the person's own hours; nil = the team's.
        package var calendar: String?

        package init(
            login: String, roles: Set<Role>, reportsTo: String? = nil, team: String? = nil, unit: String? = nil,
            backup: String? = nil, isActive: Bool = true, isAway: Bool = false, calendar: String? = nil
        ) {
            self.login = login
            self.roles = roles
            self.reportsTo = reportsTo
            self.team = team
            self.unit = unit
            self.backup = backup
            self.isActive = isActive
            self.isAway = isAway
            self.calendar = calendar
        }
    }

    package var people: [String: Person]
    /// Who is on duty in a role or on a named duty list; a role without entry has all its active holders on duty.
    package var duty: [String: [String]]
    /// True in a simulation: every login named is an active person.
    package var knowsEverybody: Bool

    package init(people: [Person] = [], duty: [String: [String]] = [:], knowsEverybody: Bool = false) {
        self.people = Dictionary(people.map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first })
        self.duty = duty
        self.knowsEverybody = knowsEverybody
    }

    package func isActive(_ login: String) -> Bool { people[login]?.isActive ?? knowsEverybody }

    /// Logins on duty for a role or a named duty list, active ones only, in alphabetical order.
    package func onDuty(_ name: String) -> [String] {
        if let listed = duty[name] { return Set(listed).filter(isActive).sorted() }
        guard let role = Role(rawValue: name) else { return [] }
        return people.values.filter { $0.isActive && $0.roles.contains(role) }.map(\.login).sorted()
    }

    package func isSubordinate(_ login: String, of superior: String) -> Bool {
        people[login]?.reportsTo == superior
    }

    /// True when `lead` answers for `login`: same team, or above in the chain of superiors.
    ///
    /// Somebody of whom neither a team nor a superior is known belongs to every team.
    package func isInTeam(_ login: String, of lead: String) -> Bool {
        guard login != lead, let person = people[login] else { return true }
        if person.team == nil, person.reportsTo == nil { return true }
        if let team = person.team, team == people[lead]?.team { return true }
        var seen: Set<String> = [login]
        var superior = person.reportsTo
        while let next = superior, seen.insert(next).inserted {
            if next == lead { return true }
            superior = people[next]?.reportsTo
        }
        return false
    }
}
