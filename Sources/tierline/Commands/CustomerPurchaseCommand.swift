import ArgumentParser
import Customers
import Desk
import Dossier
import Money
import Store
import Valuation

struct CustomerPurchaseCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "purchase", abstract: "Keep one purchase of a customer; their value and tier follow at once.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @Option(
        help: ArgumentHelp("What was paid, as written: 1,260 or 35.20; negative for a return.", valueName: "amount"))
    var amount: String

    @Option(help: ArgumentHelp("The amount's currency; default the centre's.", valueName: "code"))
    var currency: String?

    @Option(help: "What was bought.")
    var product: String?

    @Option(help: "The invoice's number.")
    var invoice: String?

    @Option(help: ArgumentHelp("When; default now.", valueName: "time"))
    var at: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        try centre.store.recordPurchase(try line(in: centre), customer: id, by: actor.login, now: centre.now)
        guard let card = try centre.store.card(id, timelineLimit: 1, now: centre.now) else {
            throw StoreError.unknownCustomer(id)
        }
        let contribution = card.value.contribution12Months
        session.answer([
            "customer": .string(id.description), "tier": .string(card.tier.tier.rawValue),
            "contribution_12m": .count(contribution?.minorUnits), "currency": .text(contribution?.currency.rawValue),
        ]) {
            Output.line("\(id)  \(session.wording.badge(card.tier.tier))")
        }
        return .done
    }

    private func line(in centre: Centre) throws(StoreError) -> PurchaseLine {
        let code = currency?.uppercased()
        guard let money = code.map({ Currency(rawValue: $0) }) ?? centre.settings.currency else {
            throw .badValue(field: "currency", value: currency ?? "")
        }
        guard let paid = try? Money(text: amount, currency: money) else {
            throw .badValue(field: "amount", value: amount)
        }
        guard let moment = at.map({ centre.instant($0) }) ?? centre.now else {
            throw .badValue(field: "at", value: at ?? "")
        }
        let isReturn = paid.minorUnits < 0
        return PurchaseLine(
            at: moment, invoice: invoice, product: product, quantity: isReturn ? -1 : 1, amount: paid,
            isReturn: isReturn)
    }
}
