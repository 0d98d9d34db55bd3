import Complaints
import WorkingTime

extension PolicyReader {
    mutating func readIdentity(_ table: inout TableReader) throws(ConfigurationError) {
        policy.id = try table.requiredString("id")
        policy.version = try table.requiredString("version")
        policy.publishedBy = try table.requiredString("published_by")
        policy.approvedBy = try table.requiredString("approved_by")
        guard let from = table.value("effective_from") else { throw table.missing("effective_from") }
        let wanted = "an instant with its offset, such as 2026-01-01T00:00:00+08:00"
        switch from.content {
        case .dateTime(let text), .string(let text), .date(let text):
            guard let instant = Instant(rfc3339: text) else {
                throw table.bad("effective_from", from, found: text, wanted: wanted)
            }
            policy.effectiveFrom = instant
        default: throw table.bad("effective_from", from, found: from.kind.rawValue, wanted: wanted)
        }
        if policy.approvedBy == policy.publishedBy, let value = table.table["approved_by"] {
            throw table.bad("approved_by", value, found: policy.approvedBy, wanted: "somebody other than published_by")
        }
    }

    mutating func readCalendars(_ table: inout TableReader) throws(ConfigurationError) {
        var calendars = PolicyCalendars(standard: try table.requiredString("default"))
        if var units = try table.table("unit") { calendars.byUnit = try units.strings() }
        if var regions = try table.table("jurisdiction") { calendars.byJurisdiction = try regions.strings() }
        if let days = try table.integer("warn_days_before_end", in: 0...3660) {
            calendars.warnDaysBeforeEnd = Int(days)
        }
        policy.calendars = calendars
    }

    mutating func readRegimes(_ table: inout TableReader) throws(ConfigurationError) {
        var regimes: [String: Regime] = [:]
        for entry in try table.freeEntries() {
            var source = try table.table(entry.value, entry.key)
            var regime = Regime(clock: try source.requiredBudget("clock"))
            guard regime.clock.fixedLength == nil else {
                throw source.bad(
                    "clock", source.table["clock"] ?? entry.value, found: "\(regime.clock)",
                    wanted: "days, such as \"15cd\" or \"10wd\"")
            }
            regime.roll = try source.word("roll", DueConventions.Roll.self) ?? .none
            regime.safe = try source.word("safe", DueConventions.Roll.self) ?? .previousWorkingDay
            for value in try source.array("extend_to") ?? [] {
                var step = try source.table(value, "extend_to")
                regime.extensions.append(
                    RegimeExtension(
                        clock: try step.requiredBudget("clock"), approve: try step.requiredWord("approve", Role.self)))
                try step.finish()
            }
            try source.finish()
            regimes[entry.key] = regime
        }
        policy.regimes = regimes
    }

    mutating func readTargets(_ table: inout TableReader) throws(ConfigurationError) {
        guard let standard = try table.table("standard") else { throw table.missing("standard") }
        var targets = policy.targets
        targets.standard = try column(standard, isComplete: true)
        targets.green = try table.table("green").map { value throws(ConfigurationError) in try column(value) } ?? [:]
        targets.yellow = try table.table("yellow").map { value throws(ConfigurationError) in try column(value) } ?? [:]
        guard var all = try table.table("all") else { throw table.missing("all") }
        targets.update = try all.requiredBudget("update")
        targets.remedy = try all.requiredBudget("remedy")
        targets.followUp = try all.requiredBudget("follow_up")
        try all.finish()
        policy.targets = targets
    }

    /// The standard column must name every severity and every target; a faster one only what is faster.
    private func column(
        _ source: TableReader, isComplete: Bool = false
    ) throws(ConfigurationError) -> [Severity: SeverityTargets] {
        var table = source
        var column: [Severity: SeverityTargets] = [:]
        for severity in Severity.allCases {
            guard var row = try table.table(severity.rawValue) else {
                if isComplete { throw table.missing(severity.rawValue) }
                continue
            }
            let targets = SeverityTargets(
                acknowledge: try row.budget("ack"), firstResponse: try row.budget("first_response"),
                resolve: try row.budget("resolve"))
            try row.finish()
            if isComplete {
                let missing = [
                    ("ack", targets.acknowledge), ("first_response", targets.firstResponse),
                    ("resolve", targets.resolve),
                ].first { $0.1 == nil }
                if let missing { throw row.missing(missing.0) }
            }
            column[severity] = targets
        }
        try table.finish()
        return column
    }

    mutating func readPauses(_ table: inout TableReader) throws(ConfigurationError) {
        var pauses: [String: PauseReason] = [:]
        for entry in try table.freeEntries() {
            var source = try table.table(entry.value, entry.key)
            var pause = PauseReason(
                cap: try source.requiredBudget("cap"), needsNotice: try source.boolean("notice") ?? true)
            pause.clocks = try pausable(&source)
            pause.approve = try source.word("approve", Role.self)
            pause.endsOnInboundContact = try source.word("ends_on", PauseEnd.self) == .inboundContact
            try source.finish()
            pauses[entry.key] = pause
        }
        policy.pauses = pauses
    }

    private enum PauseEnd: String, CaseIterable {
        case inboundContact = "inbound_contact"
    }

    /// Only RESOLVE and FIRST_RESPONSE may stand still; what the customer or the law counts on may not.
    private func pausable(_ source: inout TableReader) throws(ConfigurationError) -> [String] {
        guard let values = try source.array("clocks") else { return [ClockName.resolve] }
        let allowed = ["resolve": ClockName.resolve, "first_response": ClockName.firstResponse]
        var clocks: [String] = []
        for value in values {
            let text = try source.string(value, "clocks")
            guard let clock = allowed[text] else {
                throw source.bad(
                    "clocks", value, found: text, wanted: "resolve or first_response; no other clock may be paused")
            }
            clocks.append(clock)
        }
        return clocks
    }

    mutating func readWarnings(_ table: inout TableReader) throws(ConfigurationError) {
        guard let value = table.value("percent") else { return }
        let wanted = "rising numbers from 1 to 99, such as [50, 75, 90]"
        guard case .array(let values) = value.content else { throw table.wrongKind("percent", value, .array) }
        var percents: [Int] = []
        for value in values {
            guard case .integer(let percent) = value.content, (1...99).contains(percent),
                Int(percent) > percents.last ?? 0
            else { throw table.bad("percent", value, found: "another value", wanted: wanted) }
            percents.append(Int(percent))
        }
        policy.warningPercents = percents
    }
}
