import ArgumentParser
import Configuration

struct ThemeListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every theme there is; JSON Lines with --json.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let catalogue = ThemeCatalogue.system
        var table = TextTable()
        for name in catalogue.names {
            let file = catalogue.path(of: name)
            // A broken theme of the user's own is listed too: check says what is wrong with it.
            let description = (try? catalogue.theme(named: name))?.description
            if session.json {
                Output.json(["theme": .string(name), "description": .text(description), "file": .text(file)])
            } else {
                table.add([name, description ?? "?", file ?? ""])
            }
        }
        if !session.json { table.print() }
        return .done
    }
}
