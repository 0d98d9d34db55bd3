package import WorkingTime

/// Everything a supervisor may set without a programmer; a case is pinned to the version it was received under.
package struct Policy: Hashable, Sendable {
    package var id: String
    package var version: String
    package var effectiveFrom: Instant
    package var publishedBy: String
    package var approvedBy: String
    package var calendars: PolicyCalendars
    package var regimes: [String: Regime]
    /// Region code to regime; a region without entry has no statutory clock.
    package var jurisdictions: [String: String]
    package var targets: Targets
    package var pauses: [String: PauseReason]
    package var warningPercents: [Int]
    /// `default`, and one by severity's name where it differs.
    package var ladders: [String: Ladder]
    package var authority: Authority
    package var change: ChangeRules
    /// Named duty lists a ladder may point to, besides roles.
    package var duty: [String: [String]]
    package var intake: IntakeRules
    /// Time a unit's due leaves before the case's own.
    package var dispatchMargin: Budget
    package var followUp: FollowUpRules
    package var records: RecordRules

    package init(
        id: String, version: String, effectiveFrom: Instant, publishedBy: String, approvedBy: String,
        calendars: PolicyCalendars, regimes: [String: Regime], jurisdictions: [String: String], targets: Targets,
        pauses: [String: PauseReason], warningPercents: [Int], ladders: [String: Ladder], authority: Authority,
        change: ChangeRules, duty: [String: [String]], intake: IntakeRules, dispatchMargin: Budget,
        followUp: FollowUpRules, records: RecordRules
    ) {
        self.id = id
        self.version = version
        self.effectiveFrom = effectiveFrom
        self.publishedBy = publishedBy
        self.approvedBy = approvedBy
        self.calendars = calendars
        self.regimes = regimes
        self.jurisdictions = jurisdictions
        self.targets = targets
        self.pauses = pauses
        self.warningPercents = warningPercents
        self.ladders = ladders
        self.authority = authority
        self.change = change
        self.duty = duty
        self.intake = intake
        self.dispatchMargin = dispatchMargin
        self.followUp = followUp
        self.records = records
    }

    /// How a case names the policy it is pinned to: `default builtin.1`.
    package var reference: String { "\(id) \(version)" }

    /// The ladder of a severity: its own, else the default one.
    package func ladder(for severity: Severity) -> Ladder? { ladders[severity.rawValue] ?? ladders["default"] }

    /// The calendar a severity's ladder waits by; S1 waits by the clock on the wall whatever the default ladder says.
    func ladderCalendar(for severity: Severity) -> String {
        if severity == .s1, ladders[severity.rawValue] == nil { return "always" }
        return ladder(for: severity)?.calendar ?? "unit"
    }

    /// The step a breach enters at: the first, for S1 the manager's.
    func firstStep(for severity: Severity) -> Int {
        let steps = ladder(for: severity)?.steps ?? []
        return steps.indices.first { severity != .s1 || steps[$0].level(at: $0) >= 2 } ?? steps.count
    }
}

/// Which calendar rules whom.
package struct PolicyCalendars: Hashable, Sendable {
    /// The name used when nothing says otherwise.
    package var standard: String
    /// By team or unit.
    package var byUnit: [String: String]
    /// By region code: the customer's jurisdiction, for the law's days.
    package var byJurisdiction: [String: String]
    package var warnDaysBeforeEnd: Int

    package init(
        standard: String, byUnit: [String: String] = [:],
        byJurisdiction: [String: String] = ["TW": "tw-office", "CN": "cn-office", "HK": "cn-office"],
        warnDaysBeforeEnd: Int = 60
    ) {
        self.standard = standard
        self.byUnit = byUnit
        self.byJurisdiction = byJurisdiction
        self.warnDaysBeforeEnd = warnDaysBeforeEnd
    }
}

/// When a case may be closed without having reached the customer.
package struct FollowUpRules: Hashable, Sendable {
    package var tries: Int
    /// On so many different days, at different hours.
    package var daysMin: Int

    package init(tries: Int, daysMin: Int) {
        self.tries = tries
        self.daysMin = daysMin
    }
}

package struct RecordRules: Hashable, Sendable {
    package var retainYears: Int
    package var checkpointEvery: Budget

    package init(retainYears: Int, checkpointEvery: Budget) {
        self.retainYears = retainYears
        self.checkpointEvery = checkpointEvery
    }
}
