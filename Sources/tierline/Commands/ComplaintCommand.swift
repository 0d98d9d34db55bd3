import ArgumentParser

struct ComplaintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complaint", abstract: "Complaints: open, show, list, and everything that can happen to one.",
        subcommands: [
            ComplaintOpenCommand.self, ComplaintShowCommand.self, ComplaintListCommand.self, ComplaintDoCommand.self,
            ComplaintWhyCommand.self,
        ])
}
