import ArgumentParser

struct TiersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiers", abstract: "Value tiers: recompute, explain, set by hand.",
        subcommands: [TiersUpdateCommand.self, TiersExplainCommand.self, TiersSetCommand.self])
}
