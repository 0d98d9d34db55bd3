import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

/// Examines what a desk stands on, one finding a check; never changes anything.
struct Doctor {
    struct Finding: Equatable {
        enum State: String {
            case sound
            case warning
            case fault
        }

        /// `store`, `zone`, `agents` …: a name for programs.
        var check: String
        var state: State
        var detail: String
        /// What to do about it.
        var mend: String?
    }

    let session: Session

    func examine() -> [Finding] {
        do {
            let path = try StorePlace.path(given: session.options.store)
            let centre = try session.centre()
            return try examine(centre, path: path)
        } catch {
            let failure = Failure(error, wording: session.wording)
            return [Finding(check: "store", state: .fault, detail: failure?.message ?? "\(error)", mend: nil)]
        }
    }

    private func examine(_ centre: Centre, path: String) throws -> [Finding] {
        let counts = try centre.store.counts()
        let agents = try centre.store.agents().filter(\.isActive)
        var findings = [
            Finding(check: "store", state: .sound, detail: path),
            Finding(
                check: "rows", state: .sound,
                detail: session.wording.rowCounts(
                    customers: counts.customers, purchases: counts.purchases, contacts: counts.interactions,
                    complaints: counts.complaints)),
            Finding(check: "zone", state: .sound, detail: "\(centre.zone.name) \(centre.timestamp(centre.now))"),
        ]
        findings.append(agentFinding(agents))
        if let label = centre.settings.demoLabel {
            findings.append(Finding(check: "demo", state: .warning, detail: label))
        }
        return findings
    }

    private func agentFinding(_ agents: [Agent]) -> Finding {
        let user = Environment.user
        let isMapped = agents.contains { $0.osUser == user }
        return Finding(
            check: "agents",
            state: agents.contains { $0.roles.contains(.agent) } ? (isMapped ? .sound : .warning) : .fault,
            detail: session.wording.agentCount(agents.count), mend: isMapped ? nil : session.wording.noAgent(user: user)
        )
    }
}
