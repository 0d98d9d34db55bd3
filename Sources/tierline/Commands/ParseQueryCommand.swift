import ArgumentParser
import Customers

struct ParseQueryCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "What the look-up field takes a text for.")

    @OptionGroup var texts: ParsedTexts
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        texts.forEach { raw in
            let query = LookupQuery.parse(raw, homeRegion: texts.home)
            session.answer([
                "raw": .string(raw), "kind": .string(query.kind.rawValue), "key": .string(query.key),
            ]) {
                Output.line(SafeText.line(raw) + "\t" + query.kind.rawValue + "\t" + SafeText.line(query.key))
            }
        }
        return .done
    }
}
