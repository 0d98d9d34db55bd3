import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct PolicyMigrateCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Move the open cases to a published policy: old and new due time of each.",
        discussion: """
            Without --approve the move is shown and proposed; another person approves it, and then it is done. A case \
            that would fall due later keeps its policy: that needs an extension.
            """)

    @Argument(help: ArgumentHelp("The policy's id.", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("Its version.", valueName: "version"))
    var version: String

    @Flag(help: "Do what another person has proposed.")
    var approve = false

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let reference = "\(id) \(version)"
        guard let rules = centre.store.rules(policy: reference) else {
            throw Failure(.noInput, "E_UNKNOWN_POLICY", session.wording.unknownPolicy(reference))
        }
        let source = PolicySource(policy: rules.policy, value: ValuePolicy(), calendars: rules.calendars)
        var impact = PolicyImpact(of: source, against: source)
        try impact.addMoves(to: source, in: centre)
        if !approve {
            let desk = PublishingDesk(session: session, centre: centre)
            try desk.settledMigration(
                try centre.store.proposeMigration(
                    policy: id, version: version, change: UUIDText.random().text, by: actor, at: centre.now))
            session.answer(impact.json(["state": "proposed", "proposed_by": .string(actor.login)], in: centre)) {
                Output.line(session.wording.migrationProposed(reference))
                for line in session.wording.lines(impact, in: centre) { Output.line(line) }
            }
            return .done
        }
        let sweep = try carryOut(rules, by: actor, session, centre)
        session.answer(
            impact.json(
                [
                    "state": "done", "approved_by": .string(actor.login), "seen": .integer(Int64(sweep.seen)),
                    "moved": .integer(Int64(sweep.changed)), "refused": .integer(Int64(sweep.refused)),
                ], in: centre)
        ) {
            Output.line(session.wording.migrationDone(reference, moved: sweep.changed, refused: sweep.refused))
            for line in session.wording.lines(impact, in: centre) { Output.line(line) }
        }
        return .done
    }

    /// Two people's decision, then case by case; a run that was killed goes on where it stopped.
    private func carryOut(_ rules: Rules, by actor: Agent, _ session: Session, _ centre: Centre) throws -> CaseSweep {
        let desk = PublishingDesk(session: session, centre: centre)
        let proposal = try desk.settledMigration(
            try centre.store.approveMigration(policy: id, version: version, by: actor, at: centre.now))
        let change = RuleChange(
            id: proposal.change, proposedBy: proposal.proposedBy, approvedBy: actor.login,
            reason: "policy \(id) \(version)", at: centre.now)
        return try centre.store.sweepOpenCases("policy/\(proposal.change)", at: centre.now) { complaint, _, staff in
            complaint.policy == rules.reference ? nil : migrate(complaint, to: rules, change, staff: staff)
        }
    }
}
