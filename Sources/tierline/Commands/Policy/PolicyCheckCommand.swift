import ArgumentParser
import Complaints
import Configuration
import Desk
import WorkingTime

struct PolicyCheckCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a policy's file and tell everything that is wrong or doubtful in it.",
        discussion:
            "Walks every receipt date of the calendars it names. Faults end with status 78, warnings with 0.")

    @Argument(help: "The policy's TOML file.")
    var file: String

    @Option(help: ArgumentHelp("Moment from which a calendar's end is judged; default now.", valueName: "time"))
    var at: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Calendars it may name, before published and shipped ones.", valueName: "file"))
    var calendar: [String] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let at { try CalendarDueCommand.check(at, of: "--at") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let moment = at.flatMap { MomentText($0) }?.instant(in: .utc) ?? SystemClock.now
        let source: PolicySource
        do {
            source = try session.policy(file, calendarFiles: calendar, at: moment)
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: file)
        }
        let zone = try source.rules().standardZone
        session.answer([
            "file": .string(file), "policy": .string(source.policy.reference),
            "effective_from": .string(source.policy.effectiveFrom.rfc3339(in: zone)),
            "errors": [], "warnings": .list(source.warnings) { $0.json },
        ]) {
            let count = session.wording.warningCount(source.warnings.count)
            Output.line(SafeText.line("\(file): \(source.policy.reference): \(count)"))
            for warning in source.warnings { Output.line("  " + SafeText.line(session.wording.sentence(warning))) }
        }
        return .done
    }
}

extension PolicyWarning {
    var json: JSON {
        switch self {
        case .targetAfterLaw(let severity, let budget, let regime, let calendar, let dates):
            [
                "code": "target_after_law", "severity": .string(severity.rawValue),
                "target": .string(budget.description), "regime": .string(regime), "calendar": .string(calendar),
                "dates": .strings(dates.map(\.description)), "message": .string(message),
            ]
        case .unknownLogin(let login, let list):
            [
                "code": "unknown_login", "login": .string(login), "duty": .string(list), "dates": [],
                "message": .string(message),
            ]
        case .methodNotComputed:
            ["code": "method_not_computed", "dates": [], "message": .string(message)]
        case .calendarEnds(let calendar, let end):
            [
                "code": "calendar_ends", "calendar": .string(calendar), "dates": .strings([end.description]),
                "message": .string(message),
            ]
        }
    }
}
