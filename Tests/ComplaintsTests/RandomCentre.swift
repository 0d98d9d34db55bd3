import Complaints
import WorkingTime

/// A centre with hours, days off, zone, policy and people on duty of its own, all from one seed.
struct RandomCentre {
    var centre: Centre
    /// Who is on duty from which instant on, in order.
    var duties: [(from: Instant, lists: [String: [String]])] = []
    static let start = local("2026-03-02T09:00")

    init(_ dice: inout Dice, days: Int) throws {
        var policy = Policy.builtin
        Self.vary(&policy, &dice)
        var made = try Centre(policy: policy)
        let calendar = try Self.calendar(&dice)
        made.rules = try Rules(policy: policy, calendars: ["cn-office": calendar])
        made.customer.isVulnerable = dice.chance(20)
        made.customer.band = dice.pick([.standard, .standard, .green, .yellow])
        centre = made
        for day in 0..<days where dice.chance(40) {
            let lists = ["supervisor": ["sue", "sam"], "manager": ["max"], "duty-manager": ["dora"]].mapValues {
                people in
                people.filter { _ in dice.chance(70) }
            }
            duties.append((Self.start + TimeLength(minutes: Int64(day * 1440 + dice.number(0...1439))), lists))
        }
    }

    /// The people on duty at an instant; a director always is.
    func staff(at now: Instant) -> StaffDirectory {
        var staff = centre.staff
        staff.duty = duties.last { $0.from <= now }?.lists ?? [:]
        return staff
    }

    func context(at now: Instant) -> DecisionContext {
        var context = centre.context
        context.staff = staff(at: now)
        return context
    }

    private static func budget(_ dice: inout Dice, minutes: ClosedRange<Int>, days: ClosedRange<Int>) -> Budget {
        switch dice.number(0...5) {
        case 0: Budget(dice.number(minutes), .minutes)
        case 1: Budget(max(1, dice.number(minutes) / 60), .hours)
        case 2: Budget(max(1, dice.number(minutes) / 60), .businessHours)
        case 3: Budget(dice.number(days), .workingDays)
        case 4: Budget(dice.number(days), .calendarDays)
        default: Budget(dice.number(minutes), .businessMinutes)
        }
    }

    private static func vary(_ policy: inout Policy, _ dice: inout Dice) {
        for severity in Severity.allCases {
            policy.targets.standard[severity] = SeverityTargets(
                acknowledge: Budget(dice.number(10...600), dice.pick([.minutes, .businessMinutes])),
                firstResponse: budget(&dice, minutes: 30...1500, days: 1...3),
                resolve: budget(&dice, minutes: 200...6000, days: 1...9))
            policy.targets.green[severity] =
                dice.chance(50)
                ? SeverityTargets(
                    acknowledge: nil, firstResponse: nil, resolve: budget(&dice, minutes: 100...6000, days: 1...6))
                : nil
        }
        policy.targets.update = Budget(dice.number(1...4), .workingDays)
        policy.targets.remedy = Budget(dice.number(1...6), .workingDays)
        policy.warningPercents = [25, 50, 66, 75, 90, 99].filter { _ in dice.chance(50) }
        policy.change.grace = Budget(dice.number(1...180), dice.pick([.minutes, .businessMinutes]))
        policy.change.isRatchet = dice.chance(70)
        policy.change.reopenModel = dice.pick([.fresh, .excludeGap, .total])
        policy.change.reopenTargetPercent = dice.number(10...100)
        policy.intake.initialSeverity = dice.pick([.s2, .s3, .s4])
        policy.intake.vulnerableBandsFaster = dice.number(0...2)
        for reason in ["awaiting_customer", "expert_appraisal"] {
            policy.pauses[reason]?.cap = dice.pick([
                Budget(dice.number(1...10), .workingDays), Budget(dice.number(30...3000), .businessMinutes),
            ])
            policy.pauses[reason]?.clocks =
                dice.chance(30) ? [ClockName.resolve, ClockName.firstResponse] : [ClockName.resolve]
        }
        for name in ["default", "S1"] {
            let roles = ["supervisor", "manager", "director"].filter { _ in dice.chance(70) }
            policy.ladders[name]?.steps = (roles.isEmpty ? ["manager"] : roles).map {
                Ladder.Step(to: $0, wait: Budget(dice.number(15...240), dice.pick([.minutes, .businessMinutes])))
            }
            // Up to all of its steps come before the due time, nearer and nearer.
            var ahead = dice.chance(50) ? dice.number(200...900) : 0
            for index in policy.ladders[name]?.steps.indices ?? 0..<0 where ahead > 0 {
                policy.ladders[name]?.steps[index].ahead = Budget(ahead, dice.pick([.minutes, .businessMinutes]))
                ahead -= dice.number(50...600)
            }
            policy.ladders[name]?.fallback.every = Budget(dice.number(4...24), .hours)
            policy.ladders[name]?.calendar = dice.pick(["unit", "always"])
        }
        if dice.chance(30) { policy.ladders["S1"] = nil }
    }

    /// Hours of one to three stretches on four to seven days, some days off and on, in a zone that may change its clocks.
    private static func calendar(_ dice: inout Dice) throws -> WorkingCalendar {
        let hours = try dice.pick([
            ["09:00-12:00", "13:30-18:00"], ["09:00-18:00"], ["00:00-02:30", "03:15-05:00", "22:30-24:00"],
            ["08:00-10:00", "10:00-10:01", "23:59-24:00"], ["00:00-24:00"],
        ]).map { try OpenInterval($0) }
        var weekly: [Weekday: [OpenInterval]] = [:]
        for weekday in Weekday.allCases where weekday == .monday || dice.chance(70) { weekly[weekday] = hours }
        let first = LocalDate("2026-03-01") ?? LocalDate(dayNumber: 0)
        var off: [LocalDate: String] = [:]
        var on: [LocalDate: WorkingCalendar.SpecialDay] = [:]
        for _ in 0..<dice.number(0...6) { off[first.advanced(byDays: dice.number(1...60))] = "holiday" }
        for _ in 0..<dice.number(0...3) {
            on[first.advanced(byDays: dice.number(1...60))] = .init(hours: hours, name: "make-up")
        }
        let rule = dice.pick(["CST-8", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "<+0545>-5:45"])
        let zone = try ZoneRules(name: rule, transitions: [], offsets: [0], footer: PosixRule(rule))
        return try WorkingCalendar(
            name: "cn-office", version: "random", zone: zone,
            covers: (LocalDate("2025-01-01") ?? first)...(LocalDate("2026-12-31") ?? first), weekly: weekly,
            daysOff: off, daysOn: on)
    }
}
