import ArgumentParser
import Complaints
import Customers
import Dossier
import Store

struct CustomerExportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "All that is kept about a customer, for the customer: text, or JSON with --json.",
        discussion: "With who looked at it when. --into writes both forms as files that only their owner may read.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @Option(
        help: ArgumentHelp("A folder for C000123.json and C000123.txt; neither may be there yet.", valueName: "folder"))
    var into: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        guard try centre.store.customer(id) != nil else { throw StoreError.unknownCustomer(id) }
        // On disk before anybody sees it.
        try centre.store.noteUse(.export, of: id, by: actor.login, at: centre.now)
        let file = try SubjectFile(id, centre)
        guard let into else {
            session.answer(file.json(in: centre, wording: session.wording)) {
                for line in file.lines(in: centre, wording: session.wording) { Output.line(SafeText.line(line)) }
            }
            return .done
        }
        let path = into + "/" + id.description
        let text = file.lines(in: centre, wording: session.wording).joined(separator: "\n") + "\n"
        try PrivateFile.write(file.json(in: centre, wording: session.wording).text + "\n", to: path + ".json")
        try PrivateFile.write(text, to: path + ".txt")
        session.answer(["customer": .string(id.description), "files": .strings([path + ".json", path + ".txt"])]) {
            Output.line(path + ".json")
            Output.line(path + ".txt")
        }
        return .done
    }
}

/// Everything kept about one customer.
struct SubjectFile {
    let card: CustomerCard
    let history: [TimelineEntry]
    let complaints: [ComplaintFile]
    let consents: [ConsentRecord]
    let uses: [UseOfRecord]
    let merges: [CustomerMerge]

    /// Entries of history read at a time, and of complaints at most.
    private static let pageEntries = 500
    private static let complaintsMax = 10_000

    init(_ id: CustomerID, _ centre: Centre) throws(StoreError) {
        guard let card = try centre.store.card(id, timelineLimit: 1, now: centre.now) else {
            throw .unknownCustomer(id)
        }
        self.card = card
        var history: [TimelineEntry] = []
        var cursor: TimelineCursor?
        repeat {
            let page = try centre.store.timeline(id, from: cursor, limit: Self.pageEntries)
            history += page.entries
            cursor = page.next
        } while cursor != nil
        self.history = history
        let filter = ComplaintFilter(customer: card.customer.id.number)
        var files: [ComplaintFile] = []
        for complaint in try centre.store.complaints(filter, limit: Self.complaintsMax) {
            if let file = try centre.store.complaint(complaint.caseNumber) { files.append(file) }
        }
        complaints = files
        consents = try centre.store.consentRecord(of: id)
        merges = try centre.store.merges(of: card.customer.id)
        var uses = try centre.store.recordOfUse(of: card.customer.id)
        for merge in merges where merge.undoneAt == nil && merge.survivor == card.customer.id {
            uses += try centre.store.recordOfUse(of: merge.absorbed)
        }
        self.uses = uses.sorted { $0.at < $1.at }
    }
}
