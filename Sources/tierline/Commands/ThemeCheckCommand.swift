import ArgumentParser
import Configuration
import TerminalKit

struct ThemeCheckCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a theme's file and say what is wrong or hard to read in it.")

    @Argument(help: "The theme's TOML file.")
    var file: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let theme = try ThemeFile(path: file)
        let remarks = ThemeReadability(theme.theme).remarks
        session.answer([
            "file": .string(file), "theme": .string(theme.theme.name),
            "warnings": .list(remarks) { remark in
                ["code": .string(remark.code), "roles": .strings(remark.roles), "message": .string(remark.message)]
            },
        ]) {
            Output.line(SafeText.line("\(file): \(theme.theme.name): \(session.wording.warningCount(remarks.count))"))
            for remark in remarks { Output.line("  " + SafeText.line(remark.message)) }
        }
        return .done
    }
}
