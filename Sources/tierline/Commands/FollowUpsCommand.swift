import ArgumentParser
import Complaints
import Customers
import Desk
import Dossier
import Store
import WorkingTime

struct FollowUpsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups", abstract: "Call-backs promised, and those due after a complaint was resolved.",
        discussion: "The earliest due first; JSON Lines with --json.")

    @Flag(help: "Only those of whoever acts.")
    var mine = false

    @Option(help: ArgumentHelp("Only those due by this time; a day to its end.", valueName: "date"))
    var due: String?

    @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
    var limit: Int = 500

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...ComplaintListCommand.limitMax).contains(limit) else {
            throw ValidationError("--limit must be from 1 to \(ComplaintListCommand.limitMax)")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let owner = mine ? try session.actor(in: centre).login : nil
        let before = try due.map { text in
            guard let instant = try AuditSpan.end(text, centre) else {
                throw StoreError.badValue(field: "due", value: text)
            }
            return instant
        }
        var table = TextTable()
        for item in try centre.store.dueFollowUps(owner: owner, dueBefore: before, limit: limit) {
            if session.json {
                Output.json(item.json(in: centre))
            } else {
                table.add([
                    centre.minute(item.due), item.due < centre.now ? "!" : "", item.owner,
                    item.customer?.description ?? "-", item.caseNumber?.short ?? "-",
                    session.wording.followUpKind(item.kind), item.text,
                ])
            }
        }
        table.print()
        return .done
    }
}

extension DueFollowUp {
    fileprivate func json(in centre: Centre) -> JSON {
        [
            "kind": .string(kind.rawValue), "due": .string(centre.timestamp(due)),
            "overdue": .boolean(due < centre.now), "customer": .text(customer?.description),
            "case": .text(caseNumber?.description), "owner": .string(owner), "text": .string(text),
        ]
    }
}
