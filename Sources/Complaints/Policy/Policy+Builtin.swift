import Money
import WorkingTime

extension Policy {
    /// The sample policy a fresh store begins with: in force from the epoch, exempt from two-person approval.
    package static let builtin = builtin(calendar: "cn-office", dutyManager: "duty-manager")

    /// The sample policy of a centre whose own calendar is `calendar` and whose first person is the duty manager.
    package static func builtin(calendar: String, dutyManager: String) -> Policy {
        Policy(
            id: "default", version: "builtin.1", effectiveFrom: Instant(seconds: 0), publishedBy: "builtin",
            approvedBy: "builtin",
            calendars: PolicyCalendars(standard: calendar, byUnit: ["taipei": "tw-office", "night-desk": "always"]),
            regimes: sampleRegimes,
            jurisdictions: ["CN": "cn-general", "TW": "tw-consumer"],
            targets: sampleTargets,
            pauses: [
                "awaiting_customer": PauseReason(
                    cap: Budget(5, .workingDays), needsNotice: true, endsOnInboundContact: true),
                "expert_appraisal": PauseReason(
                    cap: Budget(20, .workingDays), needsNotice: true, approve: .supervisor),
            ],
            warningPercents: [50, 75, 90],
            ladders: sampleLadders,
            authority: Authority(
                limits: [
                    .cny: limits(20_000, 100_000, 500_000, 5_000_000),
                    .twd: limits(1_000, 5_000, 25_000, 250_000),
                    .hkd: limits(20_000, 100_000, 500_000, 5_000_000),
                ],
                customer90DayMultiple: 2),
            change: ChangeRules(
                grace: Budget(60, .businessMinutes), isRatchet: true, reopenDays: 30, reopenTargetPercent: 50,
                reopenModel: .fresh, levelUpAfterReopens: 3, levelUpAfterTransfers: 3, levelUpAfterUnitReturns: 2),
            duty: ["duty-manager": [dutyManager]],
            intake: IntakeRules(
                initialSeverity: .s3, duplicateWindowDays: 7, massEventSimilar: 20,
                massEventWithin: Budget(24, .hours), vulnerableBandsFaster: 1, needsSecondReaderWhenVulnerable: true),
            dispatchMargin: Budget(60, .businessMinutes),
            followUp: FollowUpRules(tries: 3, daysMin: 2),
            records: RecordRules(retainYears: 5, checkpointEvery: Budget(15, .minutes)))
    }

    private static func limits(_ agent: Int64, _ supervisor: Int64, _ manager: Int64, _ director: Int64)
        -> [Role: Int64]
    {
        [.agent: agent, .supervisor: supervisor, .manager: manager, .director: director]
    }

    private static let sampleRegimes: [String: Regime] = [
        "cn-general": Regime(clock: Budget(15, .calendarDays)),
        "tw-consumer": Regime(clock: Budget(15, .calendarDays)),
        "tw-finance": Regime(clock: Budget(30, .calendarDays)),
        "cn-banking": Regime(
            clock: Budget(15, .calendarDays),
            extensions: [
                RegimeExtension(clock: Budget(30, .calendarDays), approve: .manager),
                RegimeExtension(clock: Budget(60, .calendarDays), approve: .director),
            ]),
    ]

    private static let sampleTargets = Targets(
        standard: [
            .s1: SeverityTargets(
                acknowledge: Budget(15, .minutes), firstResponse: Budget(1, .hours), resolve: Budget(8, .hours)),
            .s2: SeverityTargets(
                acknowledge: Budget(30, .businessMinutes), firstResponse: Budget(4, .businessHours),
                resolve: Budget(2, .workingDays)),
            .s3: SeverityTargets(
                acknowledge: Budget(2, .businessHours), firstResponse: Budget(1, .workingDays),
                resolve: Budget(4, .workingDays)),
            .s4: SeverityTargets(
                acknowledge: Budget(4, .businessHours), firstResponse: Budget(2, .workingDays),
                resolve: Budget(6, .workingDays)),
        ],
        green: [
            .s2: SeverityTargets(firstResponse: Budget(2, .businessHours), resolve: Budget(1, .workingDays)),
            .s3: SeverityTargets(firstResponse: Budget(4, .businessHours), resolve: Budget(2, .workingDays)),
        ],
        update: Budget(3, .workingDays), remedy: Budget(5, .workingDays), followUp: Budget(2, .workingDays))

    private static let sampleLadders: [String: Ladder] = [
        "default": Ladder(
            steps: [
                Ladder.Step(to: "supervisor", wait: Budget(30, .businessMinutes)),
                Ladder.Step(to: "manager", wait: Budget(60, .businessMinutes)),
                Ladder.Step(to: "director", wait: Budget(60, .businessMinutes)),
            ],
            fallback: Ladder.Fallback(to: "duty-manager", every: Budget(30, .businessMinutes))),
        "S1": Ladder(
            calendar: "always",
            steps: [
                Ladder.Step(to: "manager", wait: Budget(15, .minutes)),
                Ladder.Step(to: "director", wait: Budget(15, .minutes)),
            ],
            fallback: Ladder.Fallback(to: "duty-manager", every: Budget(10, .minutes))),
    ]
}
