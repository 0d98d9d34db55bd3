import Complaints
import Dossier
import WorkingTime

extension Session {
    /// Who works here and who of them is on duty at `now`, as decisions see it.
    ///
    /// A role has a roster once any of its holders has an entry, past or to come; then only those whose entry holds
    /// `now` are on duty, and nobody may be. Without one all its active holders are.
    func staffDirectory(at now: Instant) throws(StoreError) -> StaffDirectory {
        let people = try agents().map { agent in
            StaffDirectory.Person(
                login: agent.login, roles: agent.roles, reportsTo: agent.reportsTo, team: agent.team, unit: agent.unit,
                backup: agent.backup, isActive: agent.isActive)
        }
        var duty: [String: [String]] = [:]
        let rostered = try all("SELECT DISTINCT r.role FROM roster d JOIN agent_roles r ON r.login = d.login") {
            $0.text(0)
        }
        guard !rostered.isEmpty else { return StaffDirectory(people: people) }
        let present = Set(
            try all("SELECT DISTINCT login FROM roster WHERE begins <= $1 AND ends > $1", now) { $0.text(0) })
        for role in rostered {
            duty[role] = people.filter { $0.roles.contains { $0.rawValue == role } && present.contains($0.login) }
                .map(\.login)
        }
        return StaffDirectory(people: people, duty: duty)
    }

    /// The roster from `from` on, earliest first.
    func roster(endingAfter from: Instant) throws(StoreError) -> [RosterEntry] {
        try all(
            "SELECT id, login, begins, ends FROM roster WHERE ends > $1 ORDER BY begins, login, id LIMIT $2", from,
            StaffLimit.rosterShownMax
        ) { RosterEntry(number: $0.integer(0), login: $0.text(1), from: $0.instant(2), to: $0.instant(3)) }
    }
}

/// The most of anything about staff.
enum StaffLimit {
    static let rosterMax = 1_000_000
    static let rosterShownMax = 10_000
    static let unitsMax = 10_000
    static let areasOfUnitMax = 256
    static let skillsOfUnitMax = 256
}
