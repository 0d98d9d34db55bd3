package import WorkingTime

/// What a case's due times are worked out from: its pinned policy and the calendars that policy names.
package struct Rules: Hashable, Sendable {
    package let policy: Policy
    package let calendars: [String: WorkingCalendar]
    private let standard: WorkingCalendar

    /// Refuses a policy whose standard calendar is not among `calendars`; `always` is added when absent.
    package init(policy: Policy, calendars: [String: WorkingCalendar]) throws(RulesError) {
        guard let standard = calendars[policy.calendars.standard] else {
            throw .unknownCalendar(policy.calendars.standard)
        }
        self.policy = policy
        self.calendars = calendars.merging(["always": .always()]) { given, _ in given }
        self.standard = standard
    }

    /// The calendar of this name, or the policy's standard one.
    package func calendar(_ name: String) -> WorkingCalendar { calendars[name] ?? standard }
}

package enum RulesError: Error, Hashable, Sendable {
    case unknownCalendar(String)
}
