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
        guard let before = try centre.store.complaint(number)?.complaint else {
            try centre.store.noteRefusal(event, code: .unknownCase, on: number, by: actor.login, at: centre.now)
            throw StoreError.unknownCase(number)
        }
        guard let type = EventType(rawValue: event), EventType.commandable.contains(type) else {
            var refusal = Refusal(.unknownEvent)
            refusal.legal = before.legal
            refusal.state = before.state
            try centre.store.noteRefusal(event, code: refusal.code, on: number, by: actor.login, at: centre.now)
            throw refusal
        }
        let moved: (result: CommandResult, isReplay: Bool)
        do {
            moved = try centre.perform(
                type, fields: fields.texts, on: number, eventID: fields.identity, by: actor,
                expectedVersion: expectedVersion)
        } catch var refusal as Refusal {
            if refusal.legal.isEmpty { refusal.legal = before.legal }
            throw refusal
        }
        let complaint = moved.result.file.complaint
        session.answer(moved.result.json(isReplay: moved.isReplay, in: centre)) {
            Output.line(
                session.wording.caseMoved(
                    number.description, event: type.rawValue, state: session.wording.word(complaint.state),
                    version: complaint.version))
        }
        return .done
    }
}
