import ArgumentParser
import Complaints
import Desk
import Dossier
import Store

struct ComplaintShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One complaint with its clocks and its trail.")

    @Argument(help: ArgumentHelp("Case number, TL-2026-000123 or 26-000123.", valueName: "case"))
    var number: CaseNumber

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.readingCentre()
        let file = try centre.file(number)
        try session.noteRead(number, in: centre)
        session.answer(file.json(in: centre)) {
            ComplaintText(file: file, centre: centre, wording: session.wording).print()
        }
        return .done
    }
}

extension CaseNumber: ExpressibleByArgument {
    init?(argument: String) {
        self.init(text: argument)
    }
}
