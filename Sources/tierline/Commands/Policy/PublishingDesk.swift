import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

/// Where two people publish policies and calendars: the store's answers become the program's errors.
struct PublishingDesk {
    let session: Session
    let centre: Centre

    /// Puts a checked policy before a second person.
    @discardableResult
    func propose(_ source: PolicySource, file: String, by agent: Agent) throws -> PublishedText {
        let outcome = try centre.store.propose(
            .policy, name: source.policy.id, version: source.policy.version, text: source.text,
            effectiveFrom: source.policy.effectiveFrom, by: agent, at: centre.now)
        return try settled(outcome, place: source.startPlace ?? file)
    }

    @discardableResult
    func approve(_ kind: PublishedKind, name: String, version: String, by agent: Agent) throws -> PublishedText {
        try settled(
            try centre.store.approve(kind, name: name, version: version, by: agent, at: centre.now),
            place: "\(name) \(version)")
    }

    /// The migration that was proposed or approved, or the refusal as an error.
    @discardableResult
    func settledMigration(_ outcome: MigrationOutcome) throws -> PolicyMigration {
        switch outcome {
        case .done(let migration): return migration
        case .refused(let refusal):
            throw Failure(refusal.status, refusal.code, session.wording.sentence(refusal, place: "", in: centre))
        }
    }

    /// What was done, or the refusal as an error; `place` says where the start is written.
    func settled(_ outcome: PublishingOutcome, place: String) throws -> PublishedText {
        switch outcome {
        case .done(let text): return text
        case .refused(let refusal):
            throw Failure(refusal.status, refusal.code, session.wording.sentence(refusal, place: place, in: centre))
        }
    }
}

extension PublishingRefusal {
    var status: ExitStatus {
        switch self {
        case .forbiddenRole, .selfApproval: .notPermitted
        case .startInPast: .configuration
        case .unknown: .noInput
        case .alreadyPublished, .otherText: .badData
        }
    }
}
