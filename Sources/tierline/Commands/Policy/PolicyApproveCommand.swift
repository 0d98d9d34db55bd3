import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct PolicyApproveCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Publish a proposed policy; it is in force from its effective_from.",
        discussion: "Another person than the one who proposed it: a director or compliance officer.")

    @Argument(help: ArgumentHelp("The policy's id.", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("Its version.", valueName: "version"))
    var version: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let desk = PublishingDesk(session: session, centre: centre)
        // What is approved is what is shown: the impact is worked out of the kept text, before it is in force.
        let impact = try centre.store.published(.policy, name: id, version: version).map { text in
            try PolicyImpact(of: try session.policy(text, in: centre), in: centre)
        }
        try desk.approve(.policy, name: id, version: version, by: actor)
        guard let impact else { return .done }
        session.answer(impact.json(["state": "published", "approved_by": .string(actor.login)], in: centre)) {
            Output.line(
                session.wording.policyPublished(impact.reference, from: centre.minute(impact.effectiveFrom)))
            for line in session.wording.lines(impact, in: centre) { Output.line(line) }
        }
        return .done
    }
}
