import ArgumentParser
import Customers

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "What the parsers make of a text, for cleaning lists.",
        discussion: "Reads lines of standard input when no text is given; writes one line for each.",
        subcommands: [ParsePhoneCommand.self, ParsePlateCommand.self, ParseNameCommand.self, ParseQueryCommand.self])
}

/// The texts to parse and the region they are read in; what the parse commands share.
struct ParsedTexts: ParsableArguments {
    @Argument(help: "Texts, one an argument; lines of standard input without any.")
    var text: [String] = []

    @Option(help: ArgumentHelp("Home region.", valueName: "region"))
    var region: String = "TW"

    /// An ISO 3166 code; whether the phone library knows it is the library's to say.
    func validate() throws {
        guard region.utf8.count == 2, region.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            throw ValidationError("--region must be two letters, such as TW, CN or HK")
        }
    }

    var home: Region { Region(rawValue: region.uppercased()) }

    func forEach(_ body: (String) -> Void) {
        if text.isEmpty {
            for line in InputLines() { body(line) }
        } else {
            for item in text { body(item) }
        }
    }
}
