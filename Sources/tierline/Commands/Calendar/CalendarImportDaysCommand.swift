import ArgumentParser
import Configuration
import Desk
import Store
import WorkingTime

struct CalendarImportDaysCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-days",
        abstract: "Put a list of holidays and make-up workdays (date,kind,name) into a calendar's file.",
        discussion: "kind is holiday or makeup_workday. Days already there are replaced; comments and other lines stay."
    )

    @Argument(help: ArgumentHelp("The list.", valueName: "file.csv"))
    var list: String

    @Option(help: ArgumentHelp("The calendar's TOML file, changed in place.", valueName: "file"))
    var into: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let days: CalendarDays
        do {
            days = try CalendarDays(path: list)
        } catch {
            if error.problem == .notFound { throw error }
            throw Failure(.badData, "E_BAD_DATA", error.message)
        }
        let merged = try days.merged(intoFile: into)
        do {
            try FileReplacement.write(merged.text, over: into)
        } catch {
            throw Failure(
                .cannotCreate, "E_CANNOT_CREATE", "\(into): \(session.wording.reason(error.number))")
        }
        session.answer([
            "file": .string(into), "added": .integer(Int64(merged.added)), "replaced": .integer(Int64(merged.replaced)),
            "covers": merged.covers.map { .strings([$0.lowerBound.description, $0.upperBound.description]) } ?? .null,
        ]) {
            Output.line(SafeText.line("\(into): " + session.wording.daysImported(merged)))
        }
        return .done
    }
}
