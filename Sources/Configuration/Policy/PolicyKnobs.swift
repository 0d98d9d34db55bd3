package import Complaints
import Money
import Valuation
import WorkingTime

/// One setting of a policy by its place in the file and its value as a supervisor reads it.
package struct PolicyKnob: Hashable, Sendable {
    package var name: String
    package var value: String
}

/// A knob that differs between two policies; nil where one of them does not have it.
package struct PolicyDifference: Hashable, Sendable {
    package var knob: String
    package var before: String?
    package var after: String?
}

/// Every knob of a policy, so that two of them can be compared one by one.
package enum PolicyKnobs {
    /// What differs, in the order of the file's sections; id, version and people are no knobs.
    package static func differences(
        _ before: (Policy, ValuePolicy), _ after: (Policy, ValuePolicy)
    ) -> [PolicyDifference] {
        let old = knobs(before.0, before.1)
        let new = knobs(after.0, after.1)
        let oldValues = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let newValues = Dictionary(new.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var names = old.map(\.name)
        names += new.map(\.name).filter { oldValues[$0] == nil }
        return names.compactMap { name in
            let difference = PolicyDifference(knob: name, before: oldValues[name], after: newValues[name])
            return difference.before == difference.after ? nil : difference
        }
    }

    static func knobs(_ policy: Policy, _ value: ValuePolicy) -> [PolicyKnob] {
        var list = KnobList()
        list.add(policy.calendars)
        list.add(regimes: policy)
        list.add(policy.targets)
        list.add(pauses: policy.pauses)
        list.add("warnings.percent", policy.warningPercents.map(String.init).joined(separator: ", "))
        list.add(ladders: policy.ladders)
        list.add(policy.authority)
        list.add(policy.change)
        for (name, logins) in policy.duty.sorted(by: { $0.key < $1.key }) {
            list.add("duty.\(name)", logins.joined(separator: ", "))
        }
        list.add("dispatch.margin", "\(policy.dispatchMargin)")
        list.add(intake: policy)
        list.add(value)
        return list.knobs
    }
}

private struct KnobList {
    private(set) var knobs: [PolicyKnob] = []

    mutating func add(_ name: String, _ value: String) { knobs.append(PolicyKnob(name: name, value: value)) }

    mutating func add(_ calendars: PolicyCalendars) {
        add("calendars.default", calendars.standard)
        for (unit, name) in calendars.byUnit.sorted(by: { $0.key < $1.key }) { add("calendars.unit.\(unit)", name) }
        for (region, name) in calendars.byJurisdiction.sorted(by: { $0.key < $1.key }) {
            add("calendars.jurisdiction.\(region)", name)
        }
        add("calendars.warn_days_before_end", "\(calendars.warnDaysBeforeEnd)")
    }

    mutating func add(regimes policy: Policy) {
        for (name, regime) in policy.regimes.sorted(by: { $0.key < $1.key }) {
            add("regime.\(name).clock", "\(regime.clock)")
            add("regime.\(name).roll", regime.roll.rawValue)
            add("regime.\(name).safe", regime.safe.rawValue)
            if !regime.extensions.isEmpty {
                let steps = regime.extensions.map { "\($0.clock) \($0.approve.rawValue)" }
                add("regime.\(name).extend_to", steps.joined(separator: ", "))
            }
        }
        for (region, name) in policy.jurisdictions.sorted(by: { $0.key < $1.key }) {
            add("jurisdiction.\(region)", name)
        }
    }

    mutating func add(_ targets: Targets) {
        for band in TargetBand.allCases {
            for severity in Severity.allCases {
                guard let row = targets.column(band)[severity] else { continue }
                let place = "targets.\(band.rawValue).\(severity.rawValue)"
                if let budget = row.acknowledge { add("\(place).ack", "\(budget)") }
                if let budget = row.firstResponse { add("\(place).first_response", "\(budget)") }
                if let budget = row.resolve { add("\(place).resolve", "\(budget)") }
            }
        }
        add("targets.all.update", "\(targets.update)")
        add("targets.all.remedy", "\(targets.remedy)")
        add("targets.all.follow_up", "\(targets.followUp)")
    }

    mutating func add(pauses: [String: PauseReason]) {
        for (name, pause) in pauses.sorted(by: { $0.key < $1.key }) {
            add("pause.\(name).clocks", pause.clocks.joined(separator: ", "))
            add("pause.\(name).cap", "\(pause.cap)")
            add("pause.\(name).notice", "\(pause.needsNotice)")
            if pause.endsOnInboundContact { add("pause.\(name).ends_on", "inbound_contact") }
            if let role = pause.approve { add("pause.\(name).approve", role.rawValue) }
        }
    }

    mutating func add(ladders: [String: Ladder]) {
        for (name, ladder) in ladders.sorted(by: { $0.key < $1.key }) {
            add("ladder.\(name).calendar", ladder.calendar)
            let steps = ladder.steps.map { step in
                (step.ahead.map { "-\($0) " } ?? "") + "\(step.to) \(step.wait)" + (step.isAtOnce ? " at once" : "")
            }
            add("ladder.\(name).steps", steps.joined(separator: ", "))
            add("ladder.\(name).fallback", "\(ladder.fallback.to) \(ladder.fallback.every)")
        }
    }

    mutating func add(_ authority: Authority) {
        for (currency, limits) in authority.limits.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for role in Role.ranked {
                if let limit = limits[role] { add("authority.\(currency.rawValue).\(role.rawValue)", "\(limit)") }
            }
        }
        add("authority.rules.customer_90d_multiple", "\(authority.customer90DayMultiple)")
        add("authority.rules.two_people_above", authority.twoPeopleAbove.rawValue)
        add(
            "authority.rules.consent_waived_for",
            authority.consentWaivedFor.map(\.rawValue).sorted().joined(separator: ", "))
    }

    mutating func add(_ change: ChangeRules) {
        add("change.grace", "\(change.grace)")
        add("change.ratchet", "\(change.isRatchet)")
        add("change.catch_up", change.catchUp.rawValue)
        add("change.reopen.days", "\(change.reopenDays)")
        add("change.reopen.target_percent", "\(change.reopenTargetPercent)")
        add("change.reopen.model", change.reopenModel.rawValue)
        add("change.level_up_after.reopens", "\(change.levelUpAfterReopens)")
        add("change.level_up_after.transfers", "\(change.levelUpAfterTransfers)")
        add("change.level_up_after.unit_returns", "\(change.levelUpAfterUnitReturns)")
    }

    mutating func add(intake policy: Policy) {
        let intake = policy.intake
        add("intake.initial_severity", intake.initialSeverity.rawValue)
        add("intake.duplicate_window_days", "\(intake.duplicateWindowDays)")
        add("intake.mass_event.similar", "\(intake.massEventSimilar)")
        add("intake.mass_event.within", "\(intake.massEventWithin)")
        add("intake.vulnerable.bands_faster", "\(intake.vulnerableBandsFaster)")
        add("intake.vulnerable.second_reader", "\(intake.needsSecondReaderWhenVulnerable)")
        add("follow_up.tries", "\(policy.followUp.tries)")
        add("follow_up.min_days", "\(policy.followUp.daysMin)")
        add("records.retain_years", "\(policy.records.retainYears)")
        add("records.checkpoint_every", "\(policy.records.checkpointEvery)")
    }

    mutating func add(_ value: ValuePolicy) {
        add("value.method", value.method.rawValue)
        add("value.abc", "\(value.abc.a), \(value.abc.b)")
        add("value.hysteresis_percent", "\(value.hysteresisPercent)")
        add("value.new_days", "\(value.newDays)")
        for (channel, cost) in value.costPerContact.sorted(by: { $0.key < $1.key }) {
            add("value.cost_per_contact.\(channel)", "\(cost)")
        }
        add("value.cost_per_complaint", "\(value.costPerComplaint)")
        if let margin = value.defaultMargin {
            add("value.default_margin_percent", "\(Double(margin.numerator) * 100 / Double(margin.denominator))")
        }
        for (grade, tier) in value.creditCap.sorted(by: { $0.key < $1.key }) {
            add("value.credit_cap.\(grade)", tier.rawValue)
        }
        add("value.alerts.amber", "\(value.alertAmber)")
        add("value.alerts.red", "\(value.alertRed)")
        add("value.follow_up_load", "\(value.followUpLoad)")
        for (tier, strategy) in value.strategies.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let place = "value.strategy.\(tier.rawValue)"
            if let greeting = strategy.greeting { add("\(place).greeting", greeting) }
            if let priority = strategy.priority { add("\(place).priority", "\(priority)") }
            if let percent = strategy.authorityPercent { add("\(place).authority_factor", "\(Double(percent) / 100)") }
            if !strategy.offers.isEmpty { add("\(place).offers", strategy.offers.joined(separator: ", ")) }
            if !strategy.avoid.isEmpty { add("\(place).avoid", strategy.avoid.joined(separator: ", ")) }
        }
    }
}
