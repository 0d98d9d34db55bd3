import ArgumentParser
import Customers
import Desk
import Dossier
import Store
import Valuation

struct TiersSetCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set a customer's tier by hand, with a reason and an end; auto ends it now.")

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @Argument(
        help: ArgumentHelp("green, yellow, red or unrated; auto goes back to the computed one.", valueName: "tier"))
    var tier: String

    @Option(help: "Why; required unless auto.")
    var reason: String?

    @Option(help: ArgumentHelp("Last day or moment it holds; required unless auto.", valueName: "date"))
    var until: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if tier == "auto" { return }
        guard Tier(rawValue: tier) != nil else {
            throw ValidationError("The tier must be green, yellow, red, unrated or auto")
        }
        guard reason != nil, until != nil else {
            throw ValidationError("A tier set by hand needs --reason and --until")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        if let tier = Tier(rawValue: tier), let reason, let until {
            guard let end = centre.end(until) else { throw StoreError.badValue(field: "until", value: until) }
            let override = TierOverride(tier: tier, reason: reason, until: end, by: actor.login)
            try centre.store.setTierOverride(override, customer: id, at: centre.now)
        } else {
            try centre.store.clearTierOverride(customer: id, by: actor.login, at: centre.now)
        }
        guard let card = try centre.store.card(id, timelineLimit: 1, now: centre.now) else {
            throw StoreError.unknownCustomer(id)
        }
        session.answer([
            "customer": .string(id.description), "tier": card.tier.json(in: centre, wording: session.wording),
        ]) {
            let sentence = session.wording.reason(card.tier, zone: centre.zone)
            Output.line("\(id)  \(session.wording.badge(card.tier.tier))  \(SafeText.line(sentence))")
        }
        return .done
    }
}
