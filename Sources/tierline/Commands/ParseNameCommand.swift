import ArgumentParser
import Customers

struct ParseNameCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "name", abstract: "Search keys of a name.")

    @OptionGroup var texts: ParsedTexts
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        texts.forEach { raw in
            let keys = NameKeys(raw)
            session.answer([
                "raw": .string(raw), "folded": .string(keys.folded), "pinyin": .strings(keys.pinyin),
                "initials": .strings(keys.initials), "latin": .strings(keys.latin),
            ]) {
                let words = [keys.folded] + keys.pinyin + keys.initials
                Output.line(SafeText.line(raw) + "\t" + SafeText.line(words.joined(separator: " ")))
            }
        }
        return .done
    }
}
