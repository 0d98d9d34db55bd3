import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct PolicyReplayCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "What a policy would have done to the store's own past complaints.",
        discussion: """
            Plays the recorded commands of every complaint received from --from to --to through the pure engine under \
            this policy, and compares due times, breaches and levels with what was recorded. Nothing is changed.
            """)

    @Argument(help: ArgumentHelp("The policy's file, default, or id@version.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("First day of receipt.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("Last day of receipt.", valueName: "date"))
    var to: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try CalendarDueCommand.check(from, of: "--from")
        try CalendarDueCommand.check(to, of: "--to")
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre()
        guard let first = centre.instant(from), let last = centre.end(to), first <= last else {
            throw Failure(.usage, "E_USAGE", session.wording.backwardSpan("--from/--to", "\(from)/\(to)"))
        }
        let source: PolicySource
        do {
            source = try session.policy(named: file, calendarFiles: [], in: centre)
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: file)
        }
        let replay = try PolicyReplay(source.policy, from: first, to: last, in: centre)
        session.answer(replay.json(in: centre)) {
            for line in session.wording.lines(replay, in: centre) { Output.line(line) }
        }
        return .done
    }
}
