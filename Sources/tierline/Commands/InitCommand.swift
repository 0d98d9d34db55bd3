import ArgumentParser
import Complaints
import Customers
import Dossier
import Money
import Store

struct InitCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty store; the operating system's user becomes its administrator.")

    @Option(help: ArgumentHelp("Whose numbers and plates are read first.", valueName: "TW|CN|HK"))
    var region: String = "TW"

    @Option(help: ArgumentHelp("Currency of amounts that come without one; default the region's.", valueName: "code"))
    var currency: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        guard let home = HomeRegion(rawValue: region.uppercased()) else {
            throw Failure(.usage, "E_USAGE", session.wording.unknownRegion(region))
        }
        let money = currency.map { Currency(rawValue: $0.uppercased()) } ?? home.currency
        guard let money else { throw Failure(.usage, "E_USAGE", session.wording.unknownCurrency(currency ?? "")) }
        let path = try StorePlace.path(given: global.store)
        try StorePlace.check(path, wording: session.wording)
        let user = Environment.user
        let settings = CentreSettings(region: home.region, currency: money, zone: home.zone)
        let administrator = Agent(
            login: user, roles: [.administrator, .agent, .supervisor], osUser: user)
        let store = try Store.create(path, settings: settings, administrator: administrator)
        try store.setProvisionalSupervisor(user)
        let seed = store.auditSeed
        try store.close()
        session.answer([
            "store": .string(path), "region": .string(settings.region.rawValue), "currency": .string(money.rawValue),
            "zone": .string(settings.zone), "administrator": .string(user),
            "audit_seed": .string(seed),
        ]) {
            Output.line(session.wording.storeMade(path: SafeText.line(path), administrator: user))
            Output.line(session.wording.auditSeed(seed))
        }
        return .done
    }
}
