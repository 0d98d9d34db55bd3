import ArgumentParser
import Configuration
import Desk
import WorkingTime

struct CalendarDueCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "When a budget that starts at a moment is used up, day by day.",
        discussion: "Budgets count m and h (all time), bm and bh (open time), wd (working days), cd (calendar days).")

    @Option(help: ArgumentHelp("A calendar's file, or the name of a published or shipped one.", valueName: "file"))
    var calendar: String

    @Option(help: ArgumentHelp("When it starts; without an offset, by the calendar's own clock.", valueName: "time"))
    var start: String

    @Option(help: ArgumentHelp("How long it may take, such as 120bm or 2wd.", valueName: "budget"))
    var budget: String

    @Option(
        help: ArgumentHelp("From when to when the clock stands still; may be given several times.", valueName: "A/B"))
    var pause: [String] = []

    @Option(
        name: .customLong("pause-cap"),
        help: ArgumentHelp("The most that pauses may take together; after it the clock runs.", valueName: "budget"))
    var pauseCap: String?

    @Option(
        help: ArgumentHelp(
            "An inbound contact: ends the pause it falls into; may be given several times.", valueName: "time"))
    var contact: [String] = []

    @Option(
        help: "For budgets in cd, when the last day is no working day: none, next_working_day, previous_working_day.")
    var roll: DueConventions.Roll = .none

    @Option(
        help: ArgumentHelp(
            "For budgets in cd: end_of_day or close_of_business.",
            discussion: "Default: end_of_day; close_of_business when rolling to the previous working day."))
    var cutoff: DueConventions.Cutoff?

    @Option(
        name: .customLong("received-after-close"),
        help: "Day 0 of what starts after close or on a day off: same_day or next_working_day.")
    var receivedAfterClose: DueConventions.ReceivedAfterClose = .sameDay

    @OptionGroup var global: GlobalOptions

    /// Pauses and contacts that can be given.
    static let pausesMax = 1000

    func validate() throws {
        try Self.check(start, of: "--start")
        try Self.check(budget: budget, of: "--budget")
        if let pauseCap { try Self.check(budget: pauseCap, of: "--pause-cap") }
        guard pause.count <= Self.pausesMax, contact.count <= Self.pausesMax else {
            throw ValidationError("At most \(Self.pausesMax) pauses and contacts")
        }
        for text in pause where MomentSpan(text) == nil {
            throw ValidationError("--pause is '\(text)'; write start/end, each \(MomentText.wanted)")
        }
        for text in contact { try Self.check(text, of: "--contact") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let calendar = try session.calendar(named: calendar)
        guard let from = MomentText(start)?.instant(in: calendar.zone), let budget = try? Budget(budget) else {
            throw Failure(.usage, "E_USAGE", MomentText.wanted)
        }
        let conventions = DueConventions(roll: roll, cutoff: cutoff, receivedAfterClose: receivedAfterClose)
        let explanation = calendar.explanation(from: from, budget, conventions, pauses: try pauses(calendar, session))
        session.answer(explanation.json(from: from, budget, calendar)) {
            for line in session.wording.lines(explanation, from: from, budget, calendar) { Output.line(line) }
        }
        return .done
    }

    private func pauses(_ calendar: WorkingCalendar, _ session: Session) throws -> PauseSet {
        var parts: [InstantInterval] = []
        for (text, span) in zip(pause, pause.compactMap(MomentSpan.init)) {
            let part = InstantInterval(
                start: span.start.instant(in: calendar.zone), end: span.end.instant(in: calendar.zone))
            guard part.start <= part.end else {
                throw Failure(.usage, "E_USAGE", session.wording.backwardSpan("--pause", text))
            }
            parts.append(part)
        }
        let contacts = contact.compactMap { MomentText($0)?.instant(in: calendar.zone) }
        let union = PauseSet(parts, endedBy: contacts)
        guard let pauseCap else { return union }
        return calendar.capped(union, at: try Budget(pauseCap))
    }

    static func check(_ text: String, of option: String) throws {
        guard MomentText(text) != nil else {
            throw ValidationError("\(option) is '\(text)'; write \(MomentText.wanted)")
        }
    }

    static func check(budget text: String, of option: String) throws {
        do {
            _ = try Budget(text)
        } catch {
            throw ValidationError("\(option) is '\(text)': \(error.sentence)")
        }
    }
}

extension DueConventions.Roll: ExpressibleByArgument {}
extension DueConventions.Cutoff: ExpressibleByArgument {}
extension DueConventions.ReceivedAfterClose: ExpressibleByArgument {}
