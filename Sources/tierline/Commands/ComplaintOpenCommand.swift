import ArgumentParser
import Complaints
import Desk
import Dossier
import Store

struct ComplaintOpenCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Register a complaint.", discussion: EventHelp.fields(of: .register))

    @OptionGroup var fields: EventFields
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let opened = try centre.perform(
            EventType.register.rawValue, fields: fields.texts, on: nil, eventID: fields.identity, by: actor)
        session.answer(opened.result.file.json(in: centre)) {
            Output.line(session.wording.caseOpened(opened.result.file.complaint.caseNumber.description))
        }
        return .done
    }
}
