import Complaints
import Configuration
import Customers
import Dossier
import Store
import WorkingTime

/// The rules a centre's complaints are decided by.
enum CentreRules {
    /// The sample policy with the shipped calendars; its duty manager is the store's first administrator.
    static func book(_ settings: CentreSettings, agents: [Agent]) throws -> RulesBook {
        var calendars: [String: WorkingCalendar] = [:]
        for shipped in ShippedCalendar.allCases { calendars[shipped.rawValue] = try shipped.calendar() }
        let keeper = agents.first { $0.roles.contains(.administrator) }?.login ?? "duty-manager"
        let policy = Policy.builtin(calendar: calendar(of: settings.region.rawValue), dutyManager: keeper)
        return RulesBook(inForce: try Rules(policy: policy, calendars: calendars))
    }

    /// Hong Kong's own calendar has not been loaded: the mainland's stands in, as the contract says.
    static func calendar(of region: String) -> String {
        region == "TW" ? "tw-office" : "cn-office"
    }
}
