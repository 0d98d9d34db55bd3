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

    @Option(help: "The name customers and colleagues are shown.")
    var name: String?

    @Option(help: "The team.")
    var team: String?

    @Option(name: .customLong("reports-to"), help: ArgumentHelp("The superior's login.", valueName: "login"))
    var reportsTo: String?

    @Option(
        name: .customLong("os-user"),
        help: ArgumentHelp("The operating system's user who is this person.", valueName: "user"))
    var osUser: String?

    @Option(help: ArgumentHelp("Who stands in when this person is away.", valueName: "login"))
    var backup: String?

    @Option(help: ArgumentHelp("The field unit a unit worker belongs to.", valueName: "unit"))
    var unit: String?

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
            Self.set(name, &agent.name)
            Self.set(team, &agent.team)
            Self.set(reportsTo, &agent.reportsTo)
            Self.set(osUser, &agent.osUser)
            Self.set(backup, &agent.backup)
            Self.set(unit, &agent.unit)
            if enable { agent.isActive = true }
        }
        session.answer(agent.json) { Output.line(session.wording.userChanged(SafeText.line(login))) }
        return .done
    }

    private static func set(_ text: String?, _ field: inout String?) {
        guard let text else { return }
        field = text.isEmpty ? nil : text
    }
}
