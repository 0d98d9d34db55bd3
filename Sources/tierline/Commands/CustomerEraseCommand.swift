import ArgumentParser
import Customers
import Dossier
import Store

struct CustomerEraseCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Take out everything that tells who a customer is; it cannot be undone.",
        discussion: """
            Names, numbers, plates, addresses, remarks, the words of contacts and complaints, and every search key go; \
            dates, amounts and the course of complaints stay under the bare number. Refused while a complaint is open \
            or an outside body has no answer yet. Backups made before still hold the person until they expire.
            """)

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @Option(help: ArgumentHelp("Why; the log of erasures keeps it.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        let rows = try centre.store.erase(id, reason: reason, by: actor.login, at: centre.now)
        session.answer([
            "customer": .string(id.description), "erased_at": .string(centre.timestamp(centre.now)),
            "rows": .integer(Int64(rows)), "by": .string(actor.login), "reason": .string(reason),
        ]) {
            Output.line(session.wording.erased(id.description, rows: rows))
        }
        return .done
    }
}
