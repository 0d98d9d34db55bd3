import ArgumentParser
import Customers

struct ParsePhoneCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "phone", abstract: "Numbers in a phone cell.")

    @OptionGroup var texts: ParsedTexts
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        texts.forEach { raw in
            let numbers = PhoneParser.parse(raw, region: texts.home)
            session.answer(["raw": .string(raw), "numbers": .list(numbers, \.json)]) {
                let words = numbers.map { number in
                    let kept = number.e164 ?? (number.searchDigits.isEmpty ? number.raw : number.searchDigits)
                    let line = number.extensionDigits.map { kept + " ext. " + $0 } ?? kept
                    return "\(line) (\(number.reading.rawValue), \(number.lineType.rawValue))"
                }
                Output.line(
                    SafeText.line(raw) + "\t" + SafeText.line(words.isEmpty ? "-" : words.joined(separator: "; ")))
            }
        }
        return .done
    }
}

extension ParsedPhone {
    var json: JSON {
        [
            "e164": .text(e164), "ext": .text(extensionDigits), "valid": .boolean(isValid),
            "reading": .string(reading.rawValue), "type": .string(lineType.rawValue), "raw": .string(raw),
            "key": .string(searchDigits),
        ]
    }
}
