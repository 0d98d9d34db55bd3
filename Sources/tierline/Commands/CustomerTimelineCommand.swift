import ArgumentParser
import Customers
import Desk
import Dossier
import Store

struct CustomerTimelineCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "What happened with a customer, newest first; JSON Lines with --json.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @Option(help: ArgumentHelp("At most this many entries.", valueName: "n"))
    var limit: Int?

    @OptionGroup var global: GlobalOptions

    /// Entries read at a time, so that a long history never stands in memory whole.
    static let pageEntries = 200

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        guard try centre.store.customer(id) != nil else { throw StoreError.unknownCustomer(id) }
        var remaining = limit ?? .max
        var cursor: TimelineCursor?
        repeat {
            let page = try centre.store.timeline(id, from: cursor, limit: min(Self.pageEntries, remaining))
            for entry in page.entries {
                session.answer(entry.json(in: centre)) {
                    Output.line(TimelineText.line(entry, in: centre, wording: session.wording))
                }
            }
            remaining -= page.entries.count
            cursor = page.next
        } while cursor != nil && remaining > 0
        return .done
    }
}
