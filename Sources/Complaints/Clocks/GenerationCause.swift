package import WorkingTime

/// Why a clock runs in the generation it is in.
package enum GenerationCause: String, CaseIterable, Sendable, Hashable {
    /// The first generation, or a new clock after the last one was done.
    case started
    /// The first assessment set the target.
    case assessed
    /// Severity was raised.
    case raised
    /// Severity was lowered; where the policy ratchets the promised due stays.
    case lowered
    /// A later due was approved and told.
    case extended
    /// Another case was merged in: the earliest receipt and the strictest due hold.
    case merged
    /// Work went on after an end.
    case reopened
    /// A calendar was replaced: time consumed stands, the rest runs on the new one.
    case recalculated
    /// The case moved to another version of its policy.
    case migrated
}

/// What a change would have made of a due time, had a rule not held it.
package enum DueAdjustment: Hashable, Sendable {
    /// The law's safe target is earlier than what the budget gives.
    case lawTakesPrecedence(budgetDue: Instant)
    /// A promised due never moves later without an approved extension.
    case ratchet(wouldBe: Instant)
    /// A change leaves at least this grace.
    case grace(wouldBe: Instant)
    /// An approved extension replaced what the budget gives.
    case extended(budgetDue: Instant?)
    /// A due time given from outside: an authority's date, a unit's.
    case given
}
