import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct PolicyProposeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Put a policy before a second person, with what it changes and whom it meets.",
        discussion: "A supervisor, manager, director or compliance officer proposes; policy approve publishes.")

    @Argument(help: "The policy's TOML file.")
    var file: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let source: PolicySource
        do {
            source = try session.policy(file, in: centre)
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: file)
        }
        try PublishingDesk(session: session, centre: centre).propose(source, file: file, by: actor)
        let impact = try PolicyImpact(of: source, in: centre)
        session.answer(impact.json(["state": "proposed", "proposed_by": .string(actor.login)], in: centre)) {
            Output.line(session.wording.policyProposed(source.policy.reference))
            for line in session.wording.lines(impact, in: centre) { Output.line(line) }
        }
        return .done
    }
}
