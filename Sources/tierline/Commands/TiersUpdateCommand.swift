import ArgumentParser
import Desk
import Store
import Valuation

struct TiersUpdateCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Recompute everybody's value and tier.")

    @Option(help: ArgumentHelp("As of this time instead of now, for a history that ended.", valueName: "time"))
    var at: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        _ = try session.actor(in: centre)
        var present = centre.now
        if let at {
            guard let end = centre.end(at) else { throw StoreError.badValue(field: "at", value: at) }
            present = end
        }
        let update = try centre.store.updateTiers(now: present)
        session.answer(update.json) {
            Output.line(session.wording.tiersUpdated(customers: update.customers, changed: update.changed))
            var table = TextTable()
            for tier in Tier.allCases {
                table.add([session.wording.badge(tier), String(update.counts[tier] ?? 0)])
            }
            table.print()
        }
        return .done
    }
}

extension TierUpdate {
    var json: JSON {
        [
            "customers": .integer(Int64(customers)),
            "changed": .integer(Int64(changed)),
            "tiers": .object(Tier.allCases.map { JSON.Member($0.rawValue, .integer(Int64(counts[$0] ?? 0))) }),
        ]
    }
}
