import ArgumentParser
import Complaints
import Dossier
import Store

struct UsersListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everybody who works here; JSON Lines with --json.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let agents = try centre.store.agents().sorted { $0.login < $1.login }
        if session.json {
            for agent in agents { Output.json(agent.json) }
            return .done
        }
        var table = TextTable()
        for agent in agents {
            table.add([
                agent.login, agent.name ?? "", agent.roles.map(\.rawValue).sorted().joined(separator: ","),
                agent.team ?? "", agent.reportsTo.map { "-> \($0)" } ?? "", agent.osUser.map { "(\($0))" } ?? "",
                agent.isActive ? "" : session.wording.inactive,
            ])
        }
        table.print()
        return .done
    }
}
