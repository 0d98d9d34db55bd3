import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct PolicyPublishCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Propose and approve a policy in one go: for scripts on a trusted store.",
        discussion: "Both people are checked as by propose and approve; whoever runs it must be able to act as both.")

    @Argument(help: "The policy's TOML file.")
    var file: String

    @Option(
        name: .customLong("approved-by"),
        help: ArgumentHelp("The second person: a director or compliance officer.", valueName: "login"))
    var approver: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let second = try session.actor(in: centre, login: approver)
        let source: PolicySource
        do {
            source = try session.policy(file, in: centre)
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: file)
        }
        let desk = PublishingDesk(session: session, centre: centre)
        let impact = try PolicyImpact(of: source, in: centre)
        try desk.propose(source, file: file, by: actor)
        try desk.approve(.policy, name: source.policy.id, version: source.policy.version, by: second)
        session.answer(
            impact.json(
                [
                    "state": "published", "proposed_by": .string(actor.login), "approved_by": .string(second.login),
                ], in: centre)
        ) {
            Output.line(
                session.wording.policyPublished(impact.reference, from: centre.minute(impact.effectiveFrom)))
            for line in session.wording.lines(impact, in: centre) { Output.line(line) }
        }
        return .done
    }
}
