import ArgumentParser
import Desk
import WorkingTime

struct CalendarElapsedCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "elapsed", abstract: "How much open time lies between two moments; negative when B is earlier.")

    @Option(help: ArgumentHelp("A calendar's file, or the name of a published or shipped one.", valueName: "file"))
    var calendar: String

    @Option(help: ArgumentHelp("The first moment; without an offset, by the calendar's own clock.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("The second moment.", valueName: "time"))
    var to: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try CalendarDueCommand.check(from, of: "--from")
        try CalendarDueCommand.check(to, of: "--to")
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let calendar = try session.calendar(named: calendar)
        guard let first = MomentText(from)?.instant(in: calendar.zone),
            let last = MomentText(to)?.instant(in: calendar.zone)
        else { throw Failure(.usage, "E_USAGE", MomentText.wanted) }
        let open = calendar.openTime(from: first, to: last)
        session.answer([
            "minutes": .integer(open.microseconds / 60_000_000), "seconds": .integer(open.microseconds / 1_000_000),
        ]) {
            Output.line(session.wording.openTime(open, from: first, to: last, calendar))
        }
        return .done
    }
}
