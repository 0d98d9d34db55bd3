import ArgumentParser
import Complaints
import Dossier
import Store

struct UsersAddCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add somebody who works here.")

    @Argument(help: "The login.")
    var login: String

    @Option(
        help: ArgumentHelp(
            "Roles, separated by commas: agent, supervisor, manager, director, unit, compliance, auditor, administrator.",
            valueName: "roles"))
    var role: String

    @OptionGroup var fields: UserFields
    @OptionGroup var global: GlobalOptions

    /// Roles a person may be given; the engine's own is not among them.
    static let personal = Role.allCases.filter { $0 != .timer }

    func validate() throws { _ = try Self.roles(role) }

    /// Roles separated by commas, at least one.
    static func roles(_ text: String) throws -> Set<Role> {
        Set(
            try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
                guard let role = personal.first(where: { $0.rawValue == word }) else {
                    throw ValidationError(
                        "'\(word)' is no role; choose among \(personal.map(\.rawValue).joined(separator: ", "))")
                }
                return role
            })
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, [.administrator])
        var agent = Agent(login: login, roles: try Self.roles(role))
        fields.apply(to: &agent)
        try centre.store.addAgent(agent, by: actor.login, at: centre.now)
        session.answer(agent.json) { Output.line(session.wording.userAdded(SafeText.line(login))) }
        return .done
    }
}

extension Agent {
    var json: JSON {
        [
            "login": .string(login), "name": .text(name), "roles": .strings(roles.map(\.rawValue).sorted()),
            "team": .text(team), "reports_to": .text(reportsTo), "os_user": .text(osUser),
            "backup": .text(backup), "unit": .text(unit), "active": .boolean(isActive),
        ]
    }
}
