import ArgumentParser
import Configuration
import Desk
import Store

struct PolicyShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a policy's file: the sample to begin with, or one the store has published.")

    @Argument(help: ArgumentHelp("default, or id@version.", valueName: "name"))
    var name: String = PolicySource.builtin

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let text = try text(session)
        session.answer(["policy": .string(name), "text": .string(text)]) {
            Output.write(Array(text.utf8))
        }
        return .done
    }

    private func text(_ session: Session) throws -> String {
        if name == PolicySource.builtin { return PolicyFile.sample }
        let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, let centre = try session.centreIfAny(),
            let text = try centre.store.published(.policy, name: parts[0], version: parts[1])
        else { throw Failure(.noInput, "E_UNKNOWN_POLICY", session.wording.unknownPolicy(name)) }
        return text.text
    }
}
