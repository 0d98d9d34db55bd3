import Complaints
import Money
import WorkingTime

extension PolicyReader {
    mutating func readLadders(_ table: inout TableReader) throws(ConfigurationError) {
        var ladders: [String: Ladder] = [:]
        for entry in try table.freeEntries() {
            guard entry.key == "default" || Severity(rawValue: entry.key) != nil else {
                throw table.bad(table.name, entry.value, found: entry.key, wanted: "default, S1, S2, S3 or S4")
            }
            ladders[entry.key] = try ladder(try table.table(entry.value, entry.key))
        }
        guard ladders["default"] != nil else { throw table.missing("default") }
        policy.ladders = ladders
    }

    private func ladder(_ source: TableReader) throws(ConfigurationError) -> Ladder {
        var table = source
        let calendar = try table.string("calendar") ?? "unit"
        guard let values = try table.array("steps") else { throw table.missing("steps") }
        var steps: [Ladder.Step] = []
        for value in values {
            var step = try table.table(value, "steps")
            let to = try step.requiredString("to")
            // Nobody twice: a ladder that comes back never reaches its fallback.
            if steps.contains(where: { $0.to == to }) {
                throw step.bad("to", value, found: to, wanted: "each level once; a ladder must not turn in a circle")
            }
            steps.append(
                Ladder.Step(
                    to: to, wait: try step.requiredBudget("wait"), isAtOnce: try step.boolean("at_once") ?? false))
            try step.finish()
        }
        guard var fallback = try table.table("fallback") else { throw table.missing("fallback") }
        let last = Ladder.Fallback(
            to: try fallback.requiredString("to"), every: try fallback.requiredBudget("repeat"))
        try fallback.finish()
        try table.finish()
        return Ladder(calendar: calendar, steps: steps, fallback: last)
    }

    mutating func readDuty(_ table: inout TableReader) throws(ConfigurationError) {
        var duty: [String: [String]] = [:]
        for entry in try table.freeEntries() {
            guard let logins = try table.texts(entry.key), !logins.isEmpty else {
                throw table.bad(entry.key, entry.value, found: "empty", wanted: "at least one login")
            }
            if Role(rawValue: entry.key) != nil {
                throw table.bad(
                    "duty", entry.value, found: entry.key, wanted: "a name that is no role; roles have their holders")
            }
            duty[entry.key] = logins
        }
        policy.duty = duty
    }

    mutating func readAuthority(_ table: inout TableReader) throws(ConfigurationError) {
        var authority = Authority(limits: [:], customer90DayMultiple: policy.authority.customer90DayMultiple)
        if var rules = try table.table("rules") { try readRules(&rules, &authority) }
        for entry in table.table.entries where entry.key != "rules" {
            guard let currency = Currency(rawValue: entry.key) else {
                throw table.bad(
                    "authority", entry.value, found: entry.key,
                    wanted: "one of " + Currency.allCases.map(\.rawValue).joined(separator: ", "))
            }
            _ = table.value(entry.key)
            authority.limits[currency] = try limits(try table.table(entry.value, entry.key))
        }
        guard !authority.limits.isEmpty else { throw table.missing("CNY") }
        policy.authority = authority
    }

    private func limits(_ source: TableReader) throws(ConfigurationError) -> [Role: Int64] {
        var table = source
        var limits: [Role: Int64] = [:]
        var below: Int64 = -1
        for role in Role.ranked {
            guard let limit = try table.integer(role.rawValue, in: 0...1_000_000_000_000) else {
                throw table.missing(role.rawValue)
            }
            guard limit > below else {
                throw table.bad(
                    role.rawValue, table.table[role.rawValue] ?? TOMLValue(.integer(limit), line: table.table.line),
                    found: String(limit), wanted: "more than the role below has (\(below)); limits rise with rank")
            }
            limits[role] = limit
            below = limit
        }
        try table.finish()
        return limits
    }

    private func readRules(_ rules: inout TableReader, _ authority: inout Authority) throws(ConfigurationError) {
        if let multiple = try rules.integer("customer_90d_multiple", in: 1...100) {
            authority.customer90DayMultiple = multiple
        }
        if let role = try rules.word("two_people_above", Role.self) { authority.twoPeopleAbove = role }
        for value in try rules.array("consent_waived_for") ?? [] {
            let text = try rules.string(value, "consent_waived_for")
            guard text == RemedyType.restitution.rawValue else {
                throw rules.bad(
                    "consent_waived_for", value, found: text,
                    wanted: "nothing but \"restitution\"; all else needs consent")
            }
            authority.consentWaivedFor.insert(.restitution)
        }
        try rules.finish()
    }
}
