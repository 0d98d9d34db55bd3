import ArgumentParser
import Desk
import TerminalKit

struct KeysCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Every command of the desk with its keys and its menu code.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        if session.json {
            for command in DeskCommand.all { Output.json(command.json(session.wording)) }
            return .done
        }
        var table = TextTable()
        for command in DeskCommand.all {
            table.add([
                "F10 \(command.code)", session.wording.keys(of: command),
                session.wording[command.label], session.wording[command.help],
            ])
        }
        table.print()
        return .done
    }
}

extension DeskCommand {
    func json(_ wording: Wording) -> JSON {
        [
            "command": .string(id.rawValue), "code": .integer(Int64(code)),
            "keys": .strings(keys.map { wording.name(of: $0) }), "label": .string(wording[label]),
            "help": .string(wording[help]),
        ]
    }
}
