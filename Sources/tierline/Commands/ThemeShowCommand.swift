import ArgumentParser
import Configuration
import TerminalKit

struct ThemeShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A theme's roles and colours, in its own colours on a terminal.")

    @Argument(help: "The theme's name, see tierline theme list.")
    var name: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let file = try ThemeCatalogue.system.theme(named: name)
        session.answer(file.json) {
            let isColoured = Output.resultsGoToTerminal && Environment.value("NO_COLOR") == nil
            for role in Role.allCases {
                let style = file.theme.style(role, depth: .indexed)
                let sample = " \(role.name) "
                let padding = String(repeating: " ", count: max(1, 20 - sample.count))
                let painted = isColoured ? StylePaint.start(style) + sample + StylePaint.end : sample
                Output.line(
                    painted + padding + "\(style.foreground.word) / \(style.background.word) \(style.attributes.words)")
            }
        }
        return .done
    }
}

extension ThemeFile {
    var json: JSON {
        [
            "theme": .string(theme.name),
            "description": .string(description),
            "roles": .object(
                Role.allCases.map { role in
                    let style = theme.style(role, depth: .indexed)
                    return JSON.Member(
                        role.name,
                        [
                            "foreground": .string(style.foreground.word), "background": .string(style.background.word),
                            "attributes": .string(style.attributes.words),
                        ])
                }),
        ]
    }
}
