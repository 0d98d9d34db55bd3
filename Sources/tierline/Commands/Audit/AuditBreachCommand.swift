import ArgumentParser
import Complaints
import Customers
import Desk
import Dossier
import Store
import WorkingTime

struct AuditBreachCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach", abstract: "Whose data an account touched in a span of time, for a report of a breach.")

    @Option(help: ArgumentHelp("The account: a login, or a user of the operating system.", valueName: "login"))
    var actor: String

    @Option(help: ArgumentHelp("When it began.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("When it ended; a day to its end.", valueName: "time"))
    var to: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let reader = try session.actor(in: centre)
        try session.require(reader, AuditCommand.readers)
        guard let begin = try AuditSpan.begin(from, centre), let end = try AuditSpan.end(to, centre) else { return .no }
        try centre.store.noteAuditRead("breach \(actor) \(from) \(to)", by: reader.login, at: centre.now)
        let report = try centre.store.breach(actor: actor, from: begin, to: end)
        session.answer(report.json(actor: actor, from: begin, to: end, in: centre)) {
            Output.line(session.wording.breachSummary(actor, people: report.people.count, acts: report.lines))
            var table = TextTable()
            for person in report.people {
                table.add([
                    "", person.customer.description, centre.minute(person.first), centre.minute(person.last),
                    person.acts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
                    person.fields.sorted().joined(separator: " "),
                    person.cases.sorted().map(\.description).joined(separator: " "),
                ])
            }
            for line in report.bulk {
                table.add(["", line.subject, centre.minute(line.at), "", line.act, line.detail])
            }
            table.print()
        }
        return .done
    }
}

extension BreachReport {
    fileprivate func json(actor: String, from: Instant, to: Instant, in centre: Centre) -> JSON {
        [
            "actor": .string(actor), "from": .string(centre.timestamp(from)), "to": .string(centre.timestamp(to)),
            "lines": .integer(Int64(lines)), "persons": .integer(Int64(people.count)),
            "acts": .counts(acts),
            "customers": .list(people) { person in
                [
                    "customer": .string(person.customer.description), "acts": .counts(person.acts),
                    "fields": .strings(person.fields.sorted()),
                    "cases": .strings(person.cases.sorted().map(\.description)),
                    "first": .string(centre.timestamp(person.first)), "last": .string(centre.timestamp(person.last)),
                ]
            },
            "exports": .list(bulk) { $0.json(in: centre) },
        ]
    }
}

extension JSON {
    /// Names with their counts, in alphabetical order.
    static func counts(_ counts: [String: Int]) -> JSON {
        .object(counts.sorted { $0.key < $1.key }.map { Member($0.key, .integer(Int64($0.value))) })
    }
}
