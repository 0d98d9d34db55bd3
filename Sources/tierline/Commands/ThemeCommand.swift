import ArgumentParser

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Themes of the desk: list, check a file, show one.",
        subcommands: [ThemeListCommand.self, ThemeCheckCommand.self, ThemeShowCommand.self])
}
