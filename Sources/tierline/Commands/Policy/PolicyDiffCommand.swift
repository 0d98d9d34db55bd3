import ArgumentParser
import Complaints
import Configuration
import Desk
import Store
import WorkingTime

struct PolicyDiffCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What differs between two policies, knob by knob, and which open cases it meets.",
        discussion: """
            Each is a file, default for the built-in sample, or id@version of one in the store. With a store the open \
            cases whose due times B would move are listed.
            """)

    @Argument(help: ArgumentHelp("The one.", valueName: "a"))
    var before: String

    @Argument(help: ArgumentHelp("The other.", valueName: "b"))
    var after: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Calendars the policies may name.", valueName: "file"))
    var calendar: [String] = []

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centreIfAny()
        var current = before
        do {
            let old = try session.policy(named: before, calendarFiles: calendar, in: centre)
            current = after
            let new = try session.policy(named: after, calendarFiles: calendar, in: centre)
            var impact = PolicyImpact(of: new, against: old)
            guard let centre else {
                let context = SimulatedCentre(rules: try new.rules(), now: SystemClock.now)
                show(impact, in: context, session)
                return .done
            }
            try impact.addMoves(to: new, in: centre)
            show(impact, in: centre, session)
            return .done
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: current)
        }
    }

    private func show(_ impact: PolicyImpact, in context: some CaseContext, _ session: Session) {
        session.answer(impact.json(in: context)) {
            for line in session.wording.lines(impact, in: context) { Output.line(line) }
        }
    }
}
