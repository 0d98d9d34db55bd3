import ArgumentParser
import Complaints
import Desk
import Dossier
import Store

struct ComplaintDoCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "do", abstract: "Let something happen to a complaint.", discussion: EventHelp.all)

    @Argument(help: ArgumentHelp("Case number, TL-2026-000123 or 26-000123.", valueName: "case"))
    var number: CaseNumber

    @Argument(help: ArgumentHelp("What happens: acknowledge, assess, resolve, note …", valueName: "event"))
    var event: String

    @OptionGroup var fields: EventFields

    @Option(
        name: .customLong("expect-version"),
        help: ArgumentHelp("Refuse unless the case is still at this version.", valueName: "n"))
    var expectedVersion: Int?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let moved = try centre.perform(
            event, fields: fields.texts, on: number, eventID: fields.identity, by: actor,
            expectedVersion: expectedVersion)
        let complaint = moved.result.file.complaint
        session.answer(moved.result.json(isReplay: moved.isReplay, in: centre)) {
            Output.line(
                session.wording.caseMoved(
                    number.description, event: moved.result.event?.event.type.rawValue ?? event,
                    state: session.wording.word(complaint.state),
                    version: complaint.version))
        }
        return .done
    }
}
