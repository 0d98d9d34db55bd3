import Complaints
import WorkingTime

extension PolicyReader {
    mutating func readIdentity(_ table: inout PolicyTable) {
        policy.id = table.requiredString("id").flatMap { checked($0, "id", table) } ?? ""
        policy.version = table.requiredString("version").flatMap { checked($0, "version", table) } ?? ""
        policy.publishedBy = table.string("published_by") ?? ""
        policy.approvedBy = table.string("approved_by") ?? ""
        readStart(&table)
        if !policy.approvedBy.isEmpty, policy.approvedBy == policy.publishedBy, let value = table["approved_by"] {
            table.bad("approved_by", value, found: policy.approvedBy, wanted: "somebody other than published_by")
        }
    }

    /// Ids and versions are typed on command lines and stand in every case, one blank between them.
    private func checked(_ text: String, _ key: String, _ table: PolicyTable) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value > 32 && $0.value != 127 }
        guard !text.isEmpty, isPlain, text.utf8.count <= Self.nameBytesMax else {
            if let value = table[key] {
                table.bad(key, value, found: text, wanted: "a name without blanks, at most \(Self.nameBytesMax) bytes")
            }
            return nil
        }
        return text
    }

    static let nameBytesMax = 64

    private mutating func readStart(_ table: inout PolicyTable) {
        let wanted = "an instant with its offset, such as 2026-01-01T00:00:00+08:00"
        guard let from = table.required("effective_from", { $0.value($1) }) else { return }
        switch from.content {
        case .dateTime(let text), .string(let text), .date(let text):
            guard let instant = Instant(rfc3339: text) else {
                table.bad("effective_from", from, found: text, wanted: wanted)
                return
            }
            policy.effectiveFrom = instant
            hasStart = true
        default: table.bad("effective_from", from, found: from.kind.rawValue, wanted: wanted)
        }
    }

    mutating func readCalendars(_ table: inout PolicyTable) {
        if let standard = table.requiredString("default") { policy.calendars.standard = standard }
        if var units = table.table("unit") {
            policy.calendars.byUnit = units.strings()
        } else {
            policy.calendars.byUnit = [:]
        }
        if var regions = table.table("jurisdiction") { policy.calendars.byJurisdiction = regions.strings() }
        if let days = table.integer("warn_days_before_end", in: 0...3660) {
            policy.calendars.warnDaysBeforeEnd = Int(days)
        }
    }

    mutating func readRegimes(_ table: inout PolicyTable) {
        policy.regimes = [:]
        for entry in table.freeEntries() {
            guard var source = table.table(entry.value, entry.key) else { continue }
            let clock = source.requiredBudget("clock")
            let roll = source.word("roll", DueConventions.Roll.self) ?? .none
            let safe = source.word("safe", DueConventions.Roll.self) ?? .previousWorkingDay
            var extensions: [RegimeExtension] = []
            for value in source.array("extend_to") ?? [] {
                guard var step = source.table(value, "extend_to") else { continue }
                let until = step.requiredBudget("clock")
                let approver = step.required("approve") { $0.word($1, Role.self) }
                if let until, let approver { extensions.append(RegimeExtension(clock: until, approve: approver)) }
                step.finish()
            }
            source.finish()
            guard let clock else { continue }
            if clock.fixedLength != nil, let value = source["clock"] {
                source.bad("clock", value, found: "\(clock)", wanted: "days, such as \"15cd\" or \"10wd\"")
                continue
            }
            policy.regimes[entry.key] = Regime(clock: clock, roll: roll, safe: safe, extensions: extensions)
        }
    }

    mutating func readTargets(_ table: inout PolicyTable) {
        policy.targets.standard = [:]
        policy.targets.green = [:]
        policy.targets.yellow = [:]
        if let standard = table.requiredTable("standard") {
            policy.targets.standard = column(standard, isComplete: true)
        }
        if let green = table.table("green") { policy.targets.green = column(green) }
        if let yellow = table.table("yellow") { policy.targets.yellow = column(yellow) }
        guard var all = table.requiredTable("all") else { return }
        if let update = all.requiredBudget("update") { policy.targets.update = update }
        if let remedy = all.requiredBudget("remedy") { policy.targets.remedy = remedy }
        if let followUp = all.requiredBudget("follow_up") { policy.targets.followUp = followUp }
        all.finish()
    }

    /// The standard column must name every severity and every target; a faster one only what is faster.
    private func column(_ source: PolicyTable, isComplete: Bool = false) -> [Severity: SeverityTargets] {
        var table = source
        var column: [Severity: SeverityTargets] = [:]
        for severity in Severity.allCases {
            let row =
                isComplete ? table.requiredTable(severity.rawValue) : table.table(severity.rawValue)
            guard var row else { continue }
            func budget(_ key: String) -> Budget? { isComplete ? row.requiredBudget(key) : row.budget(key) }
            column[severity] = SeverityTargets(
                acknowledge: budget("ack"), firstResponse: budget("first_response"), resolve: budget("resolve"))
            row.finish()
        }
        table.finish()
        return column
    }

    mutating func readPauses(_ table: inout PolicyTable) {
        policy.pauses = [:]
        for entry in table.freeEntries() {
            guard var source = table.table(entry.value, entry.key) else { continue }
            let cap = source.requiredBudget("cap")
            let needsNotice = source.boolean("notice") ?? true
            let clocks = pausable(&source)
            let approver = source.word("approve", Role.self)
            let endsOnContact = source.word("ends_on", PauseEnd.self) == .inboundContact
            source.finish()
            guard let cap else { continue }
            policy.pauses[entry.key] = PauseReason(
                clocks: clocks, cap: cap, needsNotice: needsNotice, endsOnInboundContact: endsOnContact,
                approve: approver)
        }
    }

    private enum PauseEnd: String, CaseIterable {
        case inboundContact = "inbound_contact"
    }

    /// Only RESOLVE and FIRST_RESPONSE may stand still; what the customer or the law counts on may not.
    private func pausable(_ source: inout PolicyTable) -> [String] {
        guard let values = source.array("clocks") else { return [ClockName.resolve] }
        let allowed = ["resolve": ClockName.resolve, "first_response": ClockName.firstResponse]
        var clocks: [String] = []
        for value in values {
            guard let text = source.text(value, "clocks") else { continue }
            if let clock = allowed[text] {
                clocks.append(clock)
            } else {
                source.bad(
                    "clocks", value, found: text, wanted: "resolve or first_response; no other clock may be paused")
            }
        }
        return clocks
    }

    mutating func readWarnings(_ table: inout PolicyTable) {
        guard let values = table.array("percent"), let value = table["percent"] else { return }
        var percents: [Int] = []
        for element in values {
            guard case .integer(let percent) = element.content, (1...99).contains(percent),
                Int(percent) > percents.last ?? 0
            else {
                let found = if case .integer(let percent) = element.content { String(percent) } else { "another value" }
                table.bad(
                    "percent", value, found: found, wanted: "rising numbers from 1 to 99, such as [50, 75, 90]")
                return
            }
            percents.append(Int(percent))
        }
        policy.warningPercents = percents
    }
}
