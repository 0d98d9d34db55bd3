import ArgumentParser

/// The root of the command line.
struct Tierline: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "tierline",
        abstract: "A terminal desk for call-centre agents, with an engine for complaints.",
        discussion: "Without a command the desk opens. Options of a command may stand before or after its name.",
        version: version,
        subcommands: [
            DeskCommandLine.self, DemoCommand.self, InitCommand.self, LookupCommand.self, CustomerCommand.self,
            ImportCommand.self, ExportCommand.self, DuplicatesCommand.self, TiersCommand.self, ComplaintCommand.self,
            CalendarCommand.self, ParseCommand.self, UsersCommand.self, TeamsCommand.self, UnitsCommand.self,
            RosterCommand.self, FollowUpsCommand.self, EngineCommand.self, AuditCommand.self, PolicyCommand.self,
            ThemeCommand.self, KeysCommand.self, DoctorCommand.self,
            BenchCommand.self,
        ],
        defaultSubcommand: DeskCommandLine.self)
}
