import Complaints
import WorkingTime

extension PolicyChecker {
    /// Steps before the due time come nearer and nearer to it, and none begins before the complaint is received.
    mutating func checkAheadSteps() {
        for (key, ladder) in policy.ladders.sorted(by: { $0.key < $1.key }) {
            var earlier: Budget?
            for (index, step) in ladder.steps.enumerated() {
                guard let ahead = step.ahead else { continue }
                func refuse(_ wanted: String) {
                    let path = ["ladder", key, "steps", String(index), "at"]
                    errors.append(error(path, .badValue("at", found: "-\(ahead)", wanted: wanted)))
                }
                if let earlier, isEarlier(ahead, than: earlier, ladder) {
                    refuse("less than -\(earlier); each step is nearer to the due time than the one before")
                } else if let (severity, target, received) = firstTooShort(ahead, key, ladder) {
                    refuse(
                        """
                        less than the \(severity.rawValue) resolve target \(target) \
                        (it begins before the receipt when received \(received))
                        """)
                }
                earlier = ahead
            }
        }
    }

    private func walked(_ ladder: Ladder) -> [WorkingCalendar] {
        ladder.calendar == "unit" ? namedCalendars : [calendars[ladder.calendar]].compactMap { $0 }
    }

    /// True when `later`, walked back from some closing of the calendars, does not come after `first`.
    private func isEarlier(_ later: Budget, than first: Budget, _ ladder: Ladder) -> Bool {
        if later.unit == first.unit { return later.amount >= first.amount }
        return walked(ladder).contains { calendar in
            receiptDates(calendar).contains { date in
                let due = calendar.endOfDay(date)
                return calendar.instant(later, before: due) <= calendar.instant(first, before: due)
            }
        }
    }

    /// The first receipt at which the step would come before it, of a severity that climbs this ladder.
    private func firstTooShort(
        _ ahead: Budget, _ key: String, _ ladder: Ladder
    ) -> (Severity, Budget, LocalDateTime)? {
        for severity in Severity.allCases where key == severity.rawValue || (key == "default" && !hasOwn(severity)) {
            guard let target = policy.targets.standard[severity]?.resolve else { continue }
            for calendar in namedCalendars {
                let walked = ladder.calendar == "unit" ? calendar : calendars[ladder.calendar] ?? calendar
                for date in receiptDates(calendar) {
                    for local in Self.telling(date, calendar) {
                        let start = calendar.zone.instants(of: local).earliest
                        let due = calendar.due(from: start, target).at
                        if walked.instant(ahead, before: due) <= start { return (severity, target, local) }
                    }
                }
            }
        }
        return nil
    }

    private func hasOwn(_ severity: Severity) -> Bool { policy.ladders[severity.rawValue] != nil }
}
