import ArgumentParser
import Complaints
import Dossier
import Store

struct UsersEditCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is known of somebody who works here.",
        discussion: "An option left out leaves its field as it is; an empty value clears it.")

    @Argument(help: "The login.")
    var login: String

    @Option(help: ArgumentHelp("Roles in place of the present ones, separated by commas.", valueName: "roles"))
    var role: String?

    @OptionGroup var fields: UserFields

    @Flag(help: "Let somebody who was disabled act again.")
    var enable = false

    @OptionGroup var global: GlobalOptions

    func validate() throws { if let role { _ = try UsersAddCommand.roles(role) } }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, [.administrator])
        let roles = try role.map(UsersAddCommand.roles)
        let agent = try centre.store.editAgent(login, by: actor.login, at: centre.now) { agent in
            if let roles { agent.roles = roles }
            fields.apply(to: &agent)
            if enable { agent.isActive = true }
        }
        session.answer(agent.json) { Output.line(session.wording.userChanged(SafeText.line(login))) }
        return .done
    }
}
