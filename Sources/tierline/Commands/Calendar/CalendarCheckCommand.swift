import ArgumentParser
import Configuration
import Desk
import WorkingTime

struct CalendarCheckCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a calendar's file and say what is in it, or what is wrong and where.")

    @Argument(help: "The calendar's TOML file.")
    var file: String

    @OptionGroup var global: GlobalOptions

    /// Days before the end of a calendar from which its end is worth a warning; policies have their own figure.
    static let warnDaysBeforeEnd = 60

    func perform(_ session: Session) throws -> ExitStatus {
        let calendar = try CalendarFile.calendar(path: file)
        let today = calendar.zone.localDate(at: SystemClock.now)
        let endsSoon = calendar.covers.upperBound < today.advanced(byDays: Self.warnDaysBeforeEnd)
        let warnings =
            endsSoon ? [PolicyWarning.calendarEnds(calendar: calendar.name, on: calendar.covers.upperBound)] : []
        session.answer([
            "file": .string(file), "calendar": .string(calendar.name), "version": .string(calendar.version),
            "time_zone": .string(calendar.zone.name),
            "covers": .strings([calendar.covers.lowerBound.description, calendar.covers.upperBound.description]),
            "days_off": .integer(Int64(calendar.daysOff.count)), "days_on": .integer(Int64(calendar.daysOn.count)),
            "warnings": .list(warnings) { .string($0.message) },
        ]) {
            Output.line(SafeText.line("\(file): " + session.wording.summary(calendar)))
            for warning in warnings { Output.line("  " + SafeText.line(session.wording.sentence(warning))) }
        }
        return .done
    }
}
