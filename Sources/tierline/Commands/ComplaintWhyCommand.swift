import ArgumentParser
import Complaints
import Desk
import Dossier
import Store
import WorkingTime

struct ComplaintWhyCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "The arithmetic of a due time, day by day, fit to be read to a customer.",
        discussion: "CLOCK is a name such as RESOLVE, with /2 for an earlier or later generation: RESOLVE/1.")

    @Argument(help: ArgumentHelp("Case number, TL-2026-000123 or 26-000123.", valueName: "case"))
    var number: CaseNumber

    @Argument(
        help: ArgumentHelp("A clock of the case, such as ACK, RESOLVE, STATUTORY:tw-consumer.", valueName: "clock"))
    var clock: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.readingCentre()
        let complaint = try centre.file(number).complaint
        try session.noteRead(number, in: centre)
        guard let rules = centre.store.rules(policy: complaint.policy) else {
            throw StoreError.rulesMissing(policy: complaint.policy)
        }
        guard let found = explanation(complaint, at: centre.now, rules) else {
            let names = complaint.clocks.map(\.name).reduce(into: [String]()) { names, name in
                if !names.contains(name) { names.append(name) }
            }
            throw Failure(
                .no, "E_UNKNOWN_CLOCK", session.wording.unknownClock(clock, of: number.description, clocks: names),
                facts: [JSON.Member("clocks", .strings(names))])
        }
        let calendar = rules.calendar(found.calendar.name)
        session.answer(found.json(of: number, in: centre, calendar)) {
            for line in session.wording.lines(found, of: number, calendar) { Output.line(SafeText.line(line)) }
        }
        return .done
    }

    /// By name, or by name and generation; names may be typed in lower case.
    private func explanation(_ complaint: Complaint, at now: Instant, _ rules: Rules) -> ClockExplanation? {
        let names = (complaint.clocks + complaint.formerClocks).map(\.name)
        func known(_ text: some StringProtocol) -> String? {
            names.first { $0 == text } ?? names.first { $0.lowercased() == text.lowercased() }
        }
        if let name = known(clock) { return complaint.why(name, at: now, rules) }
        guard let slash = clock.lastIndex(of: "/"), let generation = Int(clock[clock.index(after: slash)...]),
            let name = known(clock[..<slash])
        else { return nil }
        return complaint.why(ClockKey(name, generation), at: now, rules)
    }
}
