import Complaints
import Customers
import Dossier
import WorkingTime

/// A colleague who has the same case or customer open. Advice, no lock: the version is the guard.
package struct CaseVisitor: Hashable, Sendable {
    package var login: String
    /// True while a form about it is being filled in; viewing is not working.
    package var isWorking: Bool

    package init(login: String, isWorking: Bool) {
        self.login = login
        self.isWorking = isWorking
    }
}

/// What other desks were told: said again when it changes and before it runs out.
struct Announcement: Equatable, Sendable {
    var whereabouts: Whereabouts
    var isWatching: Bool
    var at: Instant
}

extension DeskState {
    /// Who else has that case open, each once.
    func visitors(of number: CaseNumber) -> [CaseVisitor] {
        visitors { $0.caseNumber == number }
    }

    /// Who else has that customer open, each once.
    func visitors(of customer: CustomerID) -> [CaseVisitor] {
        visitors { $0.customer == customer }
    }

    /// Agents by what they are doing, each once, oneself too; nil where that cannot be known.
    var agentsAtWork: [Presence: Int]? {
        guard hasColleagues else { return nil }
        var doing: [String: Presence] = agent.roles.contains(.agent) ? [agent.login: presence] : [:]
        for sighting in sightings where sighting.takesCalls {
            guard let status = Presence(rawValue: sighting.whereabouts.status) else { continue }
            // Somebody at two desks is on the call that one of them says.
            if doing[sighting.login] != .onCall { doing[sighting.login] = status }
        }
        return doing.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func visitors(_ isThere: (Whereabouts) -> Bool) -> [CaseVisitor] {
        var visitors: [CaseVisitor] = []
        for sighting in sightings where isThere(sighting.whereabouts) {
            let isWorking = sighting.whereabouts.isEditing
            if let at = visitors.firstIndex(where: { $0.login == sighting.login }) {
                visitors[at].isWorking = visitors[at].isWorking || isWorking
            } else {
                visitors.append(CaseVisitor(login: sighting.login, isWorking: isWorking))
            }
        }
        return visitors
    }
}
