import Complaints
import WorkingTime

/// How long to leave a customer alone after a call nobody answered.
enum RetrySpacing {
    /// After the first try two hours of business, after each later one about a business day and an hour: several days,
    /// and never the same hour, as a follow-up needs them (escalation.md, close).
    private static let businessMinutes = [120, 540]

    /// When the next try is due after `tries` in vain, the last at `last`; in working time where there are rules.
    static func next(after tries: Int, at last: Instant, _ rules: Rules?) -> Instant {
        let minutes = businessMinutes[min(max(1, tries), businessMinutes.count) - 1]
        guard let rules else { return last + TimeLength(minutes: Int64(minutes)) }
        let calendar = rules.calendar(rules.policy.calendars.standard)
        return calendar.due(from: last, Budget(minutes, .businessMinutes)).at
    }
}
