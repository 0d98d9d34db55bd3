package import Complaints
package import Valuation
package import WorkingTime

/// The policies complaints are decided by: those that come into force one after the other, each with its value rules.
///
/// A case stays on the policy it was registered under; `inForce(at:)` is for new ones.
package struct RulesBook: Sendable {
    /// One policy with its calendars.
    package struct Chapter: Sendable {
        package var rules: Rules
        package var value: ValueRules

        package init(rules: Rules, value: ValueRules = .builtIn) {
            self.rules = rules
            self.value = value
        }
    }

    /// The publication it was made of; nil for one handed over as it is, which never grows old.
    var revision: Int64?
    /// In the order they come into force; never empty.
    private let chapters: [Chapter]
    private let byPolicy: [String: Rules]

    /// - Parameter chapters: in the order they come into force; `first` is in force from the beginning of time.
    package init(first: Chapter, then chapters: [Chapter] = []) {
        self.chapters = [first] + chapters
        byPolicy = Dictionary(
            self.chapters.map { ($0.rules.policy.reference, $0.rules) }, uniquingKeysWith: { _, last in last })
    }

    /// A book of one policy in force, and of older ones that cases are pinned to.
    package init(inForce: Rules, older: [Rules] = []) {
        chapters = [Chapter(rules: inForce)]
        byPolicy = Dictionary(
            ([inForce] + older).map { ($0.policy.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rules of a case registered at `instant`: of the policy that came into force last.
    package func inForce(at instant: Instant) -> Rules { chapter(at: instant).rules }

    /// The rules of the policy that comes into force last.
    package var inForce: Rules { chapters[chapters.count - 1].rules }

    package func valueRules(at instant: Instant) -> ValueRules { chapter(at: instant).value }

    /// The rules of a case pinned to `policy`; nil when they were not handed over.
    package func rules(of policy: String) -> Rules? { byPolicy[policy] }

    /// Every policy in the book, in the order they come into force.
    package var policies: [Rules] { chapters.map(\.rules) }

    private func chapter(at instant: Instant) -> Chapter {
        chapters.last { $0.rules.policy.effectiveFrom <= instant } ?? chapters[0]
    }
}
