import WorkingTime

/// A moment as people type it: RFC 3339, or a wall-clock time whose zone is known later.
enum MomentText: Equatable {
    case instant(Instant)
    case local(LocalDateTime)

    /// Nil for text that is neither; a day alone means its first second.
    init?(_ text: some StringProtocol) {
        if let instant = Instant(rfc3339: text) {
            self = .instant(instant)
        } else if let local = LocalDateTime(text) {
            self = .local(local)
        } else if let date = LocalDate(text) {
            self = .local(LocalDateTime(date: date, hour: 0, minute: 0))
        } else {
            return nil
        }
    }

    /// The moment, wall-clock times read in `zone`: the first time the clock shows them, or the jump over them.
    func instant(in zone: ZoneRules) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .local(let local): zone.instants(of: local).earliest
        }
    }

    /// What a moment may look like, for messages.
    static let wanted = "a time such as 2026-03-02T10:00:00+08:00, or 2026-03-02T10:00 on the calendar's own clock"
}

/// Two moments, written `A/B`.
struct MomentSpan: Equatable {
    var start: MomentText
    var end: MomentText

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = MomentText(parts[0]), let end = MomentText(parts[1]) else { return nil }
        self.start = start
        self.end = end
    }
}
