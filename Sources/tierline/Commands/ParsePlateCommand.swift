import ArgumentParser
import Customers

struct ParsePlateCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "plate", abstract: "Legal readings of a plate.")

    @OptionGroup var texts: ParsedTexts
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        texts.forEach { raw in
            let candidates = PlateParser.candidates(raw, preferred: texts.home)
            session.answer(["raw": .string(raw), "candidates": .list(candidates, \.json)]) {
                let words = candidates.map { "\($0.region.rawValue) \($0.display) (\($0.plateClass))" }
                Output.line(
                    SafeText.line(raw) + "\t" + SafeText.line(words.isEmpty ? "-" : words.joined(separator: "; ")))
            }
        }
        return .done
    }
}

extension PlateCandidate {
    var json: JSON {
        [
            "region": .string(region.rawValue), "key": .string(key), "display": .string(display),
            "class": .string(plateClass), "valid": .boolean(isValid), "verified": .boolean(isVerified),
        ]
    }
}
