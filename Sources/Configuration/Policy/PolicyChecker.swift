import Complaints
import WorkingTime

/// The checks of one policy that need more than one of its sections.
struct PolicyChecker {
    let policy: Policy
    let document: TOMLDocument
    /// False when the file does not say from when it holds.
    let hasStart: Bool
    let calendars: [String: WorkingCalendar]
    var errors: [ConfigurationError] = []
    var warnings: [PolicyWarning] = []

    init(_ file: PolicyFile, calendars: [String: WorkingCalendar]) {
        policy = file.readable
        document = file.document
        hasStart = file.hasStart
        self.calendars = calendars
    }

    /// Every calendar named must be there and know the day the policy begins.
    mutating func checkCalendars(at: Instant) {
        var named: [(name: String, path: [String])] = [(policy.calendars.standard, ["calendars", "default"])]
        for (unit, name) in policy.calendars.byUnit.sorted(by: { $0.key < $1.key }) {
            named.append((name, ["calendars", "unit", unit]))
        }
        for region in policy.jurisdictions.keys.sorted() {
            if let name = policy.calendars.byJurisdiction[region] {
                named.append((name, ["calendars", "jurisdiction", region]))
            }
        }
        for (key, ladder) in policy.ladders.sorted(by: { $0.key < $1.key }) where ladder.calendar != "unit" {
            named.append((ladder.calendar, ["ladder", key, "calendar"]))
        }
        var warned: Set<String> = []
        for (name, path) in named {
            guard let calendar = calendars[name] else {
                let known = calendars.keys.sorted()
                let nearest = Nearest.word(to: name, among: known)
                errors.append(error(path, .unknownName(name, kind: "calendar", known: known, nearest: nearest)))
                continue
            }
            let start = calendar.zone.localDate(at: policy.effectiveFrom)
            if hasStart, !calendar.covers.contains(start) {
                errors.append(
                    error(
                        path,
                        .badValue(
                            "\(name)", found: "not known on \(start)", wanted: "a calendar that covers effective_from"))
                )
            }
            let horizon = calendar.zone.localDate(at: at).advanced(byDays: policy.calendars.warnDaysBeforeEnd)
            if calendar.covers.upperBound < horizon, warned.insert(name).inserted {
                warnings.append(.calendarEnds(calendar: name, on: calendar.covers.upperBound))
            }
        }
    }

    /// Whoever a ladder points to must be a role above the agents or a duty list with somebody in it.
    mutating func checkDuty() {
        let known = Set(Role.ranked.dropFirst().map(\.rawValue) + [Role.compliance.rawValue]).union(policy.duty.keys)
        for (key, ladder) in policy.ladders.sorted(by: { $0.key < $1.key }) {
            let targets = ladder.steps.map { ($0.to, "steps") } + [(ladder.fallback.to, "fallback")]
            for (to, part) in targets where !known.contains(to) {
                let nearest = Nearest.word(to: to, among: known.sorted())
                errors.append(
                    error(
                        ["ladder", key, part],
                        .unknownName(to, kind: "role or duty list", known: known.sorted(), nearest: nearest)))
            }
            if ladder.steps.contains(where: { $0.to == ladder.fallback.to }) {
                errors.append(
                    error(
                        ["ladder", key, "fallback"],
                        .badValue("to", found: ladder.fallback.to, wanted: "somebody who is not a step already")))
            }
        }
    }

    mutating func checkRegimes() {
        for (region, regime) in policy.jurisdictions.sorted(by: { $0.key < $1.key })
        where policy.regimes[regime] == nil {
            let known = policy.regimes.keys.sorted()
            errors.append(
                error(
                    ["jurisdiction", region],
                    .unknownName(regime, kind: "regime", known: known, nearest: Nearest.word(to: regime, among: known)))
            )
        }
    }

    /// A tier may only be faster: on no receipt of the calendars may its due be later than everybody's.
    mutating func checkFloor() {
        for (band, column) in [("green", policy.targets.green), ("yellow", policy.targets.yellow)] {
            for severity in Severity.allCases {
                guard let fast = column[severity], let standard = policy.targets.standard[severity] else { continue }
                let pairs = [
                    ("ack", fast.acknowledge, standard.acknowledge),
                    ("first_response", fast.firstResponse, standard.firstResponse),
                    ("resolve", fast.resolve, standard.resolve),
                ]
                for (key, fast, standard) in pairs {
                    guard let fast, let standard, let slow = firstSlower(fast, than: standard) else { continue }
                    errors.append(
                        error(
                            ["targets", band, severity.rawValue, key],
                            .badValue(
                                key, found: "\(fast)",
                                wanted: "no more than the standard \(standard) (it is slower when received \(slow))")))
                }
            }
        }
    }

    var namedCalendars: [WorkingCalendar] {
        let standard = policy.calendars.standard
        let others = Set(policy.calendars.byUnit.values).subtracting([standard])
        return ([standard] + others.sorted()).compactMap { calendars[$0] }
    }

    /// The first receipt, of every date of each calendar, at which `fast` is due later than `slow`.
    private func firstSlower(_ fast: Budget, than slow: Budget) -> LocalDateTime? {
        // Two of one kind need no walk: the longer is later on any date.
        if let short = fast.fixedLength, let long = slow.fixedLength, fast.measure == slow.measure, short <= long {
            return nil
        }
        if fast.unit == slow.unit, fast.amount <= slow.amount { return nil }
        for calendar in namedCalendars {
            for date in receiptDates(calendar) {
                for local in Self.telling(date, calendar) {
                    let start = calendar.zone.instants(of: local).earliest
                    if calendar.due(from: start, fast).at > calendar.due(from: start, slow).at { return local }
                }
            }
        }
        return nil
    }

    /// The times of a date between which a due time moves evenly with the receipt: midnight, each opening and closing,
    /// and the minute before.
    static func telling(_ date: LocalDate, _ calendar: WorkingCalendar) -> [LocalDateTime] {
        let edges = calendar.hours(of: date).flatMap { [$0.startMinute, $0.endMinute] }
        let minutes = Set(edges.flatMap { [$0 - 1, $0] } + [0, OpenInterval.minutesPerDay - 1])
        return minutes.filter { (0..<OpenInterval.minutesPerDay).contains($0) }.sorted().map {
            LocalDateTime(date: date, hour: $0 / 60, minute: $0 % 60)
        }
    }

    /// Walks every receipt date of the loaded calendars instead of comparing numbers.
    mutating func checkLegalTargets() {
        for region in policy.jurisdictions.keys.sorted() {
            guard let name = policy.jurisdictions[region], let regime = policy.regimes[name],
                let calendar = calendars[policy.calendars.byJurisdiction[region] ?? policy.calendars.standard]
            else { continue }
            for severity in Severity.allCases {
                guard let budget = policy.targets.standard[severity]?.resolve else { continue }
                let dates = receiptDates(calendar).filter { date in
                    // The last second of a date is the worst: the law counts dates, a budget may count minutes.
                    let start = calendar.endOfDay(date)
                    let safe = calendar.due(from: start, regime.clock, DueConventions(roll: regime.safe))
                    let target = calendar.due(from: start, budget)
                    // What cannot be known yet is not warned about.
                    return !safe.isProvisional && target.at > safe.at
                }
                if !dates.isEmpty {
                    warnings.append(
                        .targetAfterLaw(
                            severity: severity, budget: budget, regime: name, calendar: calendar.name, dates: dates))
                }
            }
        }
    }

    /// Receipt dates looked at per calendar: ten years.
    static let receiptDatesMax = 3660

    func receiptDates(_ calendar: WorkingCalendar) -> [LocalDate] {
        let days = calendar.covers.upperBound - calendar.covers.lowerBound + 1
        if days <= Self.receiptDatesMax {
            return (0..<days).map { calendar.covers.lowerBound.advanced(byDays: $0) }
        }
        // A calendar known for all time needs no more than a year.
        let first = calendar.zone.localDate(at: policy.effectiveFrom)
        return (0..<366).map { first.advanced(byDays: $0) }
    }

    /// An error at the line of the deepest part of `path` that stands in the file; an array's part is its index.
    func error(_ path: [String], _ problem: ConfigurationError.Problem) -> ConfigurationError {
        var content = TOMLValue.Content.table(document.root)
        var line = 0
        for key in path {
            let value =
                switch content {
                case .table(let table): table[key]
                case .array(let values): Int(key).flatMap { values.indices.contains($0) ? values[$0] : nil }
                default: TOMLValue?.none
                }
            guard let value else { break }
            line = value.line
            content = value.content
        }
        return ConfigurationError(file: document.file, line: line, problem)
    }
}
