import ArgumentParser
import Customers
import Desk
import Dossier
import Store

struct LookupCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: "Who a phone, plate, name, customer code or case number may mean.")

    @Argument(help: "What would be typed into the desk's look-up field.")
    var text: [String]

    @Option(help: ArgumentHelp("At most this many candidates.", valueName: "n"))
    var limit: Int = 50

    @OptionGroup var global: GlobalOptions

    static let limitMax = 1000

    func validate() throws {
        guard (1...Self.limitMax).contains(limit) else {
            throw ValidationError("--limit must be from 1 to \(Self.limitMax)")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let started = SystemClock.monotonicMicroseconds
        let answer = try centre.store.lookup(text.joined(separator: " "), limit: limit)
        let elapsed = Double(SystemClock.monotonicMicroseconds - started) / 1000
        session.answer(answer.json(in: centre, elapsedMilliseconds: elapsed)) {
            print(answer, in: centre, session)
        }
        return answer.matches.isEmpty ? .no : .done
    }

    private func print(_ answer: LookupAnswer, in centre: Centre, _ session: Session) {
        guard !answer.matches.isEmpty else { return session.remark(session.wording.nobodyFound(answer.query)) }
        var table = TextTable()
        for match in answer.matches {
            table.add([
                match.customer.description, session.wording.badge(match.tier), match.name ?? "-",
                match.phones.first ?? "-", match.plates.first ?? "-",
                match.openComplaints > 0 ? session.wording.openComplaints(match.openComplaints) : "",
                match.lastContact.map { centre.day($0) } ?? "",
            ])
        }
        table.print()
        if answer.isTruncated { session.remark(session.wording.moreThanShown(answer.matches.count)) }
    }
}
