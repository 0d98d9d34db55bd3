import ArgumentParser
import Customers
import Desk
import Dossier
import Store

struct TiersExplainCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a customer has the tier they have.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        guard let card = try centre.store.card(id, timelineLimit: 1, now: centre.now) else {
            throw StoreError.unknownCustomer(id)
        }
        session.answer([
            "customer": .string(id.description), "tier": card.tier.json(in: centre, wording: session.wording),
            "value": card.value.json,
        ]) {
            let sentence = session.wording.reason(card.tier, zone: centre.zone)
            Output.line("\(id)  \(session.wording.badge(card.tier.tier))  \(SafeText.line(sentence))")
        }
        return .done
    }
}
