import ArgumentParser

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Working calendars: check a file, put a year's holidays in, publish it, work out due times.",
        subcommands: [
            CalendarCheckCommand.self, CalendarImportDaysCommand.self, CalendarPublishCommand.self,
            CalendarDueCommand.self,
            CalendarElapsedCommand.self,
        ])
}
