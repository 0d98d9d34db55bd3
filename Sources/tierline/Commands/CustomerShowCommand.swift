import ArgumentParser
import Customers
import Desk
import Dossier
import Store

struct CustomerShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The single-customer screen as text or data.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID?

    @Option(help: ArgumentHelp("The customer with this phone.", valueName: "number"))
    var phone: String?

    @Option(help: ArgumentHelp("The customer with this plate.", valueName: "plate"))
    var plate: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [id != nil, phone != nil, plate != nil].filter({ $0 }).count == 1 else {
            throw ValidationError("Give one of: the customer's number, --phone or --plate")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre()
        let id = try id ?? found(in: centre, session)
        guard let card = try centre.store.card(id, now: centre.now) else { throw StoreError.unknownCustomer(id) }
        try session.noteView(of: card.customer.id, at: centre)
        session.answer(card.json(in: centre, wording: session.wording)) {
            CustomerText(card: card, centre: centre, wording: session.wording).print()
        }
        return .done
    }

    /// The only customer with exactly the phone or plate asked for.
    private func found(in centre: Centre, _ session: Session) throws -> CustomerID {
        let text = phone ?? plate ?? ""
        let kinds: Set<LookupMatchKind> = phone == nil ? [.plate] : [.phone]
        let answer = try centre.store.lookup(text, limit: 50)
        let exact = answer.matches.filter { kinds.contains($0.matched) }
        guard let first = exact.first else {
            throw Failure(.no, "E_NOT_FOUND", session.wording.nobodyFound(text))
        }
        guard exact.count == 1 else {
            throw Failure(
                .no, "E_SEVERAL",
                session.wording.severalFound(text, customers: exact.map(\.customer.description)))
        }
        return first.customer
    }
}
