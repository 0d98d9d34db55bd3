extension Role {
    /// Those who may decide, lowest first.
    package static let ranked: [Role] = [.agent, .supervisor, .manager, .director]

    /// Escalation level of the role: 0 agent … 3 director; nil beside the ladder.
    package var level: Int? { Self.ranked.firstIndex(of: self) }
}
