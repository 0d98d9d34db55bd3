import ArgumentParser
import Customers
import Dossier
import Store

struct CustomerNewCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Keep a new customer; one way to find them is enough.")

    @OptionGroup var fields: CustomerFields
    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        var draft = Customer(id: CustomerID(0), region: centre.settings.region)
        fields.apply(to: &draft, home: centre.settings.region)
        let customer = try centre.store.createCustomer(draft, by: actor.login, at: centre.now)
        session.answer(["customer": customer.json]) {
            Output.line(session.wording.customerKept(customer.id.description))
        }
        return .done
    }
}
