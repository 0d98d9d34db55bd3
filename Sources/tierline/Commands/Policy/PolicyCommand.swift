import ArgumentParser

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "The supervisor's knobs: check a policy, play histories through it, publish it.",
        subcommands: [
            PolicyShowCommand.self, PolicyCheckCommand.self, PolicyDiffCommand.self, PolicySimulateCommand.self,
            PolicyProposeCommand.self,
            PolicyApproveCommand.self, PolicyPublishCommand.self, PolicyMigrateCommand.self, PolicyReplayCommand.self,
        ])
}
