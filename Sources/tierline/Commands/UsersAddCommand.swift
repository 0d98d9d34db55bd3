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

    @OptionGroup var global: GlobalOptions

    /// Roles a person may be given; the engine's own is not among them.
    static let personal = Role.allCases.filter { $0 != .timer }

    func validate() throws {
        for word in role.split(separator: ",", omittingEmptySubsequences: false) {
            guard Self.personal.contains(where: { $0.rawValue == word }) else {
                throw ValidationError(
                    "'\(word)' is no role; choose among \(Self.personal.map(\.rawValue).joined(separator: ", "))")
            }
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        guard actor.roles.contains(.administrator) else {
            throw Failure(.notPermitted, "E_FORBIDDEN_ROLE", session.wording.onlyAdministrator)
        }
        let roles = Set(role.split(separator: ",").compactMap { Role(rawValue: String($0)) })
        let agent = Agent(login: login, name: name, roles: roles, team: team, reportsTo: reportsTo, osUser: osUser)
        try centre.store.addAgent(agent)
        session.answer(agent.json) { Output.line(session.wording.userAdded(SafeText.line(login))) }
        return .done
    }
}

extension Agent {
    var json: JSON {
        [
            "login": .string(login), "name": .text(name), "roles": .strings(roles.map(\.rawValue).sorted()),
            "team": .text(team), "reports_to": .text(reportsTo), "os_user": .text(osUser), "active": .boolean(isActive),
        ]
    }
}
