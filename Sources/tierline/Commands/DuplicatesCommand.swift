import ArgumentParser

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "The same person twice: find, look at, merge, undo, call different.",
        subcommands: [
            DuplicatesFindCommand.self, DuplicatesListCommand.self, DuplicatesMergeCommand.self,
            DuplicatesUnmergeCommand.self, DuplicatesDifferentCommand.self, DuplicatesWeightsCommand.self,
        ])
}
