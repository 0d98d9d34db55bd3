package import Complaints
package import WorkingTime

/// What is wrong or doubtful in a policy as a whole, against the calendars it names.
package struct PolicyCheck: Hashable, Sendable {
    /// Refused: the policy cannot be published.
    package var errors: [ConfigurationError]
    package var warnings: [PolicyWarning]

    /// Checks what could be read of a policy; `calendars` are those that can be found by name.
    /// - Parameter at: from when the end of a calendar's coverage is judged.
    package init(_ file: PolicyFile, calendars: [String: WorkingCalendar], at: Instant) {
        errors = file.errors
        warnings = []
        var checker = PolicyChecker(file, calendars: calendars)
        checker.checkCalendars(at: at)
        checker.checkDuty()
        checker.checkRegimes()
        checker.checkFloor()
        checker.checkAheadSteps()
        errors = (errors + checker.errors).enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        guard errors.isEmpty else { return }
        checker.checkLegalTargets()
        warnings = checker.warnings
        if file.value.method != .abc { warnings.append(.methodNotComputed(file.value.method.rawValue)) }
    }
}

/// Something a supervisor should know before publishing.
package enum PolicyWarning: Hashable, Sendable {
    /// On these receipt dates the standard resolve target ends after the legal safe target.
    case targetAfterLaw(severity: Severity, budget: Budget, regime: String, calendar: String, dates: [LocalDate])
    /// The calendar's known days end soon, or have ended.
    case calendarEnds(calendar: String, on: LocalDate)
    /// A duty list names somebody who does not work in the centre: nobody answers there.
    case unknownLogin(String, list: String)
    /// The tiers are computed by `abc` until the method named has a computation of its own.
    case methodNotComputed(String)

    /// One line.
    package var message: String {
        switch self {
        case .targetAfterLaw(let severity, let budget, let regime, let calendar, let dates):
            let shown = dates.prefix(Self.datesShownMax).map(\.description).joined(separator: ", ")
            let rest = dates.count > Self.datesShownMax ? ", ..." : ""
            return "\(severity.rawValue) resolve \(budget) ends after the safe target of \(regime) on \(dates.count) "
                + "receipt dates of \(calendar): \(shown)\(rest)"
        case .calendarEnds(let calendar, let end):
            return "calendar \(calendar) is known until \(end) only; load the next year's days"
        case .unknownLogin(let login, let list):
            return "duty list \(list) names '\(login)', who does not work here; nobody is told there"
        case .methodNotComputed(let method):
            return "value method \(method) is not computed yet; tiers follow abc"
        }
    }

    /// Dates named in one message.
    package static let datesShownMax = 20
}
