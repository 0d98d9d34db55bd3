import ArgumentParser

struct UsersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Who works here.",
        subcommands: [
            UsersAddCommand.self, UsersListCommand.self, UsersEditCommand.self, UsersDisableCommand.self,
            UsersPasswordCommand.self,
        ])
}
