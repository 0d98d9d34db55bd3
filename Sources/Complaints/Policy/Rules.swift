package import WorkingTime

/// What a case's due times are worked out from: its pinned policy and every version of the calendars it may run on.
///
/// A case pins the versions it was registered under, so older calendars and policies stay at hand beside the current
/// ones: a trail must give the same case whatever has been published since.
package struct Rules: Sendable {
    private let content: Content

    /// Lent, not copied: every check asks for some part of it.
    package var policy: Policy { _read { yield content.policy } }
    /// How cases name this policy; kept, because every event asks.
    package var reference: String { content.reference }
    /// The policy's warning points, rising.
    package var warningPercents: [Int] { content.warningPercents }
    /// Whether any ladder has steps before the due time; kept, because every due time asks.
    var hasAheadSteps: Bool { content.hasAheadSteps }

    /// Refuses a policy whose standard calendar is not among `calendars`; `always` is added when absent.
    /// - Parameters:
    ///   - calendars: the versions in force, by name.
    ///   - olderCalendars: earlier versions that cases are still counted by.
    ///   - otherPolicies: those cases may have been pinned to before they migrated.
    package init(
        policy: Policy, calendars: [String: WorkingCalendar], olderCalendars: [WorkingCalendar] = [],
        otherPolicies: [Policy] = []
    ) throws(RulesError) {
        let library = RuleLibrary(
            current: calendars.merging(["always": .always()]) { given, _ in given }, older: olderCalendars,
            policies: [policy] + otherPolicies)
        try self.init(policy, library)
    }

    private init(_ policy: Policy, _ library: RuleLibrary) throws(RulesError) {
        guard let standard = library.current[policy.calendars.standard] else {
            throw .unknownCalendar(policy.calendars.standard)
        }
        content = Content(policy, library, standard)
    }

    /// The versions in force, by name.
    package var calendars: [String: WorkingCalendar] { _read { yield content.library.current } }

    /// The version in force of the calendar of this name, or the policy's standard one.
    package func calendar(_ name: String) -> WorkingCalendar { content.library.current[name] ?? content.standard }

    /// The calendar of this name and version; nil when it is not at hand.
    package func calendar(_ reference: CalendarReference) -> WorkingCalendar? { content.library.calendar(reference) }

    /// What a pin counts by: its versions, each from its instant on.
    ///
    /// A version that is not at hand is stood in for by the current one: ask `missing(of:)` before.
    package func calendar(_ pin: CalendarPin) -> WorkingCalendar {
        var calendar = content.library.calendar(pin.name, pin.version) ?? self.calendar(pin.name)
        for successor in pin.successors {
            let next = content.library.calendar(pin.name, successor.version) ?? self.calendar(pin.name)
            calendar = next.replacing(calendar, from: successor.from)
        }
        return calendar
    }

    /// A pin to the version in force.
    package func pin(_ name: String) -> CalendarPin {
        guard let calendar = content.library.current[name] else {
            return CalendarPin(policy.calendars.standard, content.standard.version)
        }
        return CalendarPin(name, calendar.version)
    }

    /// Versions a case is counted by that are not at hand: it must not be folded or decided without them.
    package func missing(of complaint: Complaint) -> [CalendarReference] {
        complaint.calendars.values.flatMap(\.references).filter { !$0.version.isEmpty && calendar($0) == nil }
            .sorted { ($0.name, $0.version) < ($1.name, $1.version) }
    }

    /// The same calendars under the policy of this reference; nil when it is not at hand.
    package func pinned(to reference: String) -> Rules? {
        if reference == self.reference { return self }
        return content.library.policies[reference].flatMap { try? Rules($0, content.library) }
    }
}

extension Rules: Hashable {
    package static func == (a: Rules, b: Rules) -> Bool {
        a.content === b.content || (a.policy == b.policy && a.content.library == b.content.library)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(reference) }
}

extension Rules {
    /// What the copies of rules share: they are handed along with every decision.
    private final class Content: Sendable {
        let policy: Policy
        let reference: String
        let warningPercents: [Int]
        let hasAheadSteps: Bool
        let library: RuleLibrary
        let standard: WorkingCalendar

        init(_ policy: Policy, _ library: RuleLibrary, _ standard: WorkingCalendar) {
            self.policy = policy
            reference = policy.reference
            warningPercents = policy.warningPercents.sorted()
            hasAheadSteps = policy.ladders.values.contains { $0.steps.contains { $0.ahead != nil } }
            self.library = library
            self.standard = standard
        }
    }
}

package enum RulesError: Error, Hashable, Sendable {
    case unknownCalendar(String)
}

/// Everything published so far that a case may be counted by.
private struct RuleLibrary: Hashable, Sendable {
    let current: [String: WorkingCalendar]
    private let older: [CalendarReference: WorkingCalendar]
    let policies: [String: Policy]

    init(current: [String: WorkingCalendar], older: [WorkingCalendar], policies: [Policy]) {
        self.current = current
        self.older = Dictionary(
            older.map { (CalendarReference($0.name, $0.version), $0) }, uniquingKeysWith: { first, _ in first })
        self.policies = Dictionary(policies.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func calendar(_ reference: CalendarReference) -> WorkingCalendar? {
        calendar(reference.name, reference.version)
    }

    /// An empty version means the one in force.
    func calendar(_ name: String, _ version: String) -> WorkingCalendar? {
        if let calendar = current[name], version.isEmpty || calendar.version == version { return calendar }
        return older[CalendarReference(name, version)]
    }
}
