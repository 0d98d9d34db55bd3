import ArgumentParser
import Desk
import TerminalKit

struct KeysCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Every command of the desk with its keys and its menu code.")

    @Flag(help: "The commonest tasks instead, each with its keys and how many they are.")
    var tasks = false

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        guard !tasks else { return performTasks(session) }
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

    private func performTasks(_ session: Session) -> ExitStatus {
        var table = TextTable()
        for recipe in KeyRecipe.all {
            if session.json {
                Output.json(recipe.json(session.wording))
            } else {
                table.add([
                    session.wording[recipe.task], String(recipe.keyCount), session.wording.keys(of: recipe),
                ])
            }
        }
        table.print()
        return .done
    }
}

extension KeyRecipe {
    fileprivate func json(_ wording: Wording) -> JSON {
        [
            "task": .string(wording[task]), "keys": .integer(Int64(keyCount)), "keys_max": .integer(Int64(keysMax)),
            "steps": .string(wording.keys(of: self)),
        ]
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
