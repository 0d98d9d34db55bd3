import ArgumentParser
import Dossier

/// What is known of somebody who works here beside login and roles: the options of `users add` and `users edit`.
struct UserFields: ParsableArguments {
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

    /// An option left out leaves its field as it is; an empty value clears it.
    func apply(to agent: inout Agent) {
        Self.set(name, &agent.name)
        Self.set(team, &agent.team)
        Self.set(reportsTo, &agent.reportsTo)
        Self.set(osUser, &agent.osUser)
        Self.set(backup, &agent.backup)
        Self.set(unit, &agent.unit)
    }

    private static func set(_ text: String?, _ field: inout String?) {
        guard let text else { return }
        field = text.isEmpty ? nil : text
    }
}
