import ArgumentParser
import Complaints
import Dossier
import Store

struct TeamsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teams", abstract: "Teams and who leads them.",
        subcommands: [TeamsAddCommand.self, TeamsListCommand.self])
}

struct TeamsAddCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a team.")

    @Argument(help: "The team's name.")
    var name: String

    @Option(help: ArgumentHelp("Who leads it.", valueName: "login"))
    var lead: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, [.administrator])
        try centre.store.addTeam(Team(name: name, lead: lead), by: actor.login, at: centre.now)
        session.answer(["team": .string(name), "lead": .string(lead)]) {
            Output.line(session.wording.teamAdded(SafeText.line(name)))
        }
        return .done
    }
}

struct TeamsListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every team with its members; JSON Lines with --json.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let agents = try centre.store.agents().filter(\.isActive)
        var table = TextTable()
        for team in try centre.store.teams() {
            let members = agents.filter { $0.team == team.name }.map(\.login).sorted()
            if session.json {
                Output.json(["team": .string(team.name), "lead": .string(team.lead), "members": .strings(members)])
            } else {
                table.add([team.name, team.lead, members.joined(separator: ",")])
            }
        }
        table.print()
        return .done
    }
}
