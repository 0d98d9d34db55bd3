import Complaints
import Configuration
import Customers
import Dossier
import Store
import WorkingTime

/// The rules a centre's complaints are decided by: what its store has published, on the built-in sample policy and the
/// shipped calendars.
enum CentreRules {
    /// Reads the published files of a centre at home in the region of `settings`.
    static func reader(_ settings: CentreSettings) -> RulesReader {
        let region = settings.region.rawValue
        return { published throws(StoreError) in
            do {
                return try book(published, region: region)
            } catch let error as ConfigurationError {
                throw .badValue(field: "published rules", value: error.message)
            } catch {
                throw .badValue(field: "published rules", value: "\(error)")
            }
        }
    }

    /// The rules of a policy that is not published yet, with every calendar and policy of the centre beside it.
    static func rules(adding policy: Policy, in centre: Centre) throws -> Rules {
        let published = try centre.store.publishedRules()
        let shelf = try Shelf(published)
        let others = try policies(published, region: centre.settings.region.rawValue).map(\.policy)
        return try Rules(
            policy: policy, calendars: shelf.current, olderCalendars: shelf.older,
            otherPolicies: others.filter { $0.reference != policy.reference })
    }

    /// The value part of a published policy; the built-in one for a policy that is not in the store.
    static func value(of reference: String, in store: Store) throws -> ValuePolicy {
        guard let text = try store.publishedRules().policies.first(where: { $0.reference == reference }) else {
            return ValuePolicy()
        }
        return try PolicyFile(Array(text.text.utf8), file: "policy \(reference)").value
    }

    private static func book(_ published: PublishedRules, region: String) throws -> RulesBook {
        let shelf = try Shelf(published)
        let policies = try policies(published, region: region)
        let chapters = try policies.map { policy, value in
            let rules = try Rules(
                policy: policy, calendars: shelf.current, olderCalendars: shelf.older,
                otherPolicies: policies.map(\.policy).filter { $0.reference != policy.reference })
            return RulesBook.Chapter(rules: rules, value: value.rules)
        }
        return RulesBook(first: chapters[0], then: Array(chapters.dropFirst()))
    }

    /// The built-in policy, then the published ones in the order they come into force.
    private static func policies(
        _ published: PublishedRules, region: String
    ) throws -> [(policy: Policy, value: ValuePolicy)] {
        let builtin = Policy.builtin(calendar: calendar(of: region), dutyManager: published.dutyManager)
        var policies = [(policy: builtin, value: ValuePolicy())]
        for text in published.policies {
            let file = try PolicyFile(Array(text.text.utf8), file: "policy \(text.reference)")
            guard var policy = file.policy else { throw PolicyFaulty(errors: file.errors) }
            policy.publishedBy = text.proposedBy
            policy.approvedBy = text.approvedBy ?? ""
            policies.append((policy, file.value))
        }
        return policies
    }

    /// Hong Kong's own calendar has not been loaded: the mainland's stands in, as the contract says.
    static func calendar(of region: String) -> String {
        region == "TW" ? "tw-office" : "cn-office"
    }

    /// Every calendar of a centre: the versions in force by name, and those they took the place of.
    struct Shelf {
        private(set) var current: [String: WorkingCalendar] = [:]
        private(set) var older: [WorkingCalendar] = []

        init(_ published: PublishedRules) throws(ConfigurationError) {
            for shipped in ShippedCalendar.allCases { put(try shipped.calendar()) }
            for text in published.calendars {
                put(try CalendarFile.calendar(Array(text.text.utf8), file: "calendar \(text.reference)"))
            }
        }

        private mutating func put(_ calendar: WorkingCalendar) {
            if let before = current.updateValue(calendar, forKey: calendar.name) { older.append(before) }
        }
    }
}
