import ArgumentParser
import Complaints
import Customers
import Desk
import Dossier
import Store

struct ComplaintListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Complaints, the earliest due first; JSON Lines with --json.")

    @Option(
        help: ArgumentHelp(
            "States, separated by commas, such as IN_PROGRESS,WAITING; open (the default) or all.", valueName: "states")
    )
    var state: String = "open"

    @Option(help: ArgumentHelp("Only those this person is accountable for.", valueName: "login"))
    var owner: String?

    @Option(help: ArgumentHelp("Only this customer's.", valueName: "id"))
    var customer: CustomerID?

    @Option(
        name: .customLong("due-before"),
        help: ArgumentHelp("Only those with a clock that falls due before.", valueName: "date"))
    var dueBefore: String?

    @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
    var limit: Int = 500

    @OptionGroup var global: GlobalOptions

    static let limitMax = 100_000

    func validate() throws {
        _ = try states()
        guard (1...Self.limitMax).contains(limit) else {
            throw ValidationError("--limit must be from 1 to \(Self.limitMax)")
        }
    }

    private func states() throws -> Set<CaseState>? {
        switch state.lowercased() {
        case "all": return nil
        case "open": return ComplaintFilter.open.states
        default:
            let words = state.split(separator: ",", omittingEmptySubsequences: false)
            return Set(
                try words.map { word in
                    guard let state = CaseState(rawValue: word.uppercased()) else {
                        throw ValidationError("'\(word)' is no state of a complaint")
                    }
                    return state
                })
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre()
        var filter = ComplaintFilter(states: try states(), owner: owner, customer: customer?.number)
        if let dueBefore {
            guard let instant = centre.instant(dueBefore) else {
                throw StoreError.badValue(field: "due-before", value: dueBefore)
            }
            filter.dueBefore = instant
        }
        let complaints = try centre.store.complaints(filter, limit: limit)
        if session.json {
            // A list comes from rows, without what runs beside the state; the whole cases have it.
            for complaint in complaints {
                Output.json(try centre.file(complaint.caseNumber).complaint.json(in: centre))
            }
            return .done
        }
        var table = TextTable()
        for complaint in complaints {
            table.add([
                complaint.caseNumber.short, complaint.severity.rawValue, session.wording.word(complaint.state),
                session.wording.due(DueStatus(complaint, now: centre.now)),
                complaint.owner, complaint.customer.map { CustomerID($0).description } ?? "-", complaint.summary,
            ])
        }
        table.print()
        return .done
    }
}
