/// How far a role's right to an event reaches.
package enum Reach: Hashable, Sendable {
    case none
    /// Cases the person owns or handles.
    case own
    /// Cases whose owner or handler belongs to the person's team.
    case team
    case all
    /// Every case but those the person owns or handles: compliance decides no case of its own.
    case notOwn
}

/// Who may do what: the role table of the specification.
///
/// Rights that hang on a person named in the case (transfers, escalations, tasks) are not here but in `Deliberation`.
package enum Permissions {
    package static func reach(of role: Role, for event: EventType) -> Reach {
        (table[event] ?? everyday)[role] ?? .none
    }

    private typealias Row = [Role: Reach]

    private static let everyday: Row = [
        .agent: .own, .supervisor: .team, .manager: .all, .director: .all, .compliance: .all,
    ]
    private static let decision: Row = [
        .agent: .own, .supervisor: .team, .manager: .all, .director: .all, .compliance: .notOwn,
    ]
    private static let supervisory: Row = [
        .supervisor: .all, .manager: .all, .director: .all, .compliance: .all,
    ]
    private static let closing: Row = [
        .agent: .own, .supervisor: .all, .manager: .all, .director: .all, .compliance: .all,
    ]

    private static let table: [EventType: Row] = [
        .resolve: decision, .resolveNow: decision, .offerRemedy: decision,
        .defer: supervisory, .extend: supervisory, .merge: supervisory, .unmerge: supervisory,
        .transferOwner: supervisory,
        .close: closing,
        .offerExpired: [.timer: .all],
    ]

    /// Roles in the order in which they are tried: the least that suffices is written to the trail.
    package static let order: [Role] = [.agent, .supervisor, .manager, .director, .compliance, .unit, .timer]
}
