import Complaints
import Money
import WorkingTime

extension PolicyReader {
    mutating func readLadders(_ table: inout PolicyTable) {
        policy.ladders = [:]
        for entry in table.freeEntries() {
            guard entry.key == "default" || Severity(rawValue: entry.key) != nil else {
                table.bad(table.name, entry.value, found: entry.key, wanted: "default, S1, S2, S3 or S4")
                continue
            }
            if let source = table.table(entry.value, entry.key) { policy.ladders[entry.key] = ladder(source) }
        }
        if table["default"] == nil { table.missing("default") }
    }

    /// Nil when the ladder cannot stand: no fallback, no list of steps.
    ///
    /// The list may be empty: then the fallback is told at once, again and again; a unit has its repeat to accept.
    private func ladder(_ source: PolicyTable) -> Ladder? {
        var table = source
        let calendar = table.string("calendar") ?? "unit"
        let steps = table.required("steps") { $0.array($1) }.map { rungs($0, table) }
        var fallback: Ladder.Fallback?
        if var last = table.requiredTable("fallback") {
            let to = last.requiredString("to")
            let every = last.requiredBudget("repeat")
            last.finish()
            if let to, let every { fallback = Ladder.Fallback(to: to, every: every) }
        }
        table.finish()
        guard let steps, let fallback else { return nil }
        return Ladder(calendar: calendar, steps: steps, fallback: fallback)
    }

    /// Nobody twice and no way down: a ladder that comes back never reaches its fallback.
    private func rungs(_ values: [TOMLValue], _ table: PolicyTable) -> [Ladder.Step] {
        var steps: [Ladder.Step] = []
        var highest: Role?
        for value in values {
            guard var step = table.table(value, "steps") else { continue }
            let to = step.requiredString("to")
            let wait = step.requiredBudget("wait")
            let ahead = ahead(&step, after: steps)
            let isAtOnce = step.boolean("at_once") ?? false
            step.finish()
            guard let to, let wait else { continue }
            if steps.contains(where: { $0.to == to }) {
                step.bad("to", value, found: to, wanted: "each level once; a ladder must not turn in a circle")
                continue
            }
            if let level = Role(rawValue: to)?.level, let below = highest, let least = below.level {
                if level < least {
                    step.bad("to", value, found: to, wanted: "somebody above \(below.rawValue); a ladder goes up only")
                    continue
                }
            }
            if let role = Role(rawValue: to), role.level != nil { highest = role }
            steps.append(Ladder.Step(to: to, wait: wait, ahead: ahead, isAtOnce: isAtOnce))
        }
        return steps
    }

    /// How long before the due time a step is told: `at = "-60bm"`; nil when it comes at the breach or after it.
    private func ahead(_ step: inout PolicyTable, after earlier: [Ladder.Step]) -> Budget? {
        guard let value = step.value("at"), let text = step.text(value, "at") else { return nil }
        guard text.hasPrefix("-") else {
            let wanted = "a time before the due, such as \"-60bm\"; what comes after it is said by 'wait'"
            step.bad("at", value, found: text, wanted: wanted)
            return nil
        }
        if let last = earlier.last, last.ahead == nil {
            step.bad("at", value, found: text, wanted: "the steps before the due time first, above '\(last.to)'")
        }
        return step.budget("at", text.dropFirst(), at: value)
    }

    mutating func readDuty(_ table: inout PolicyTable) {
        policy.duty = [:]
        for entry in table.freeEntries() {
            let logins = table.texts(entry.key)
            policy.duty[entry.key] = logins ?? []
            if logins?.allSatisfy({ $0.isEmpty }) ?? false {
                table.bad(entry.key, entry.value, found: "empty", wanted: "at least one login")
            }
            if Role(rawValue: entry.key) != nil {
                table.bad(
                    "duty", entry.value, found: entry.key, wanted: "a name that is no role; roles have their holders")
            }
        }
    }

    mutating func readAuthority(_ table: inout PolicyTable) {
        var authority = Authority(limits: [:], customer90DayMultiple: policy.authority.customer90DayMultiple)
        if var rules = table.table("rules") { readRules(&rules, &authority) }
        for entry in table.freeEntries() where entry.key != "rules" {
            guard let currency = Currency(rawValue: entry.key) else {
                table.bad(
                    "authority", entry.value, found: entry.key,
                    wanted: "one of " + Currency.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            if let source = table.table(entry.value, entry.key) { authority.limits[currency] = limits(source) }
        }
        if authority.limits.isEmpty { table.missing("CNY") }
        policy.authority = authority
    }

    private func limits(_ source: PolicyTable) -> [Role: Int64] {
        var table = source
        var limits: [Role: Int64] = [:]
        var below: Int64 = -1
        for role in Role.ranked {
            let read = table.required(role.rawValue) { $0.integer($1, in: 0...1_000_000_000_000) }
            guard let limit = read else { continue }
            if limit <= below, let value = table[role.rawValue] {
                table.bad(
                    role.rawValue, value, found: String(limit),
                    wanted: "more than the role below has (\(below)); limits rise with rank")
                continue
            }
            limits[role] = limit
            below = limit
        }
        table.finish()
        return limits
    }

    private func readRules(_ rules: inout PolicyTable, _ authority: inout Authority) {
        if let multiple = rules.integer("customer_90d_multiple", in: 1...100) {
            authority.customer90DayMultiple = multiple
        }
        if let role = rules.word("two_people_above", Role.self) { authority.twoPeopleAbove = role }
        for value in rules.array("consent_waived_for") ?? [] {
            guard let text = rules.text(value, "consent_waived_for") else { continue }
            if text == RemedyType.restitution.rawValue {
                authority.consentWaivedFor.insert(.restitution)
            } else {
                rules.bad(
                    "consent_waived_for", value, found: text,
                    wanted: "nothing but \"restitution\"; all else needs consent")
            }
        }
        rules.finish()
    }
}
