/// The step of a clock's life a timer stands for; part of the effect key, so each happens once.
package enum Stage: Hashable, Sendable {
    /// The policy's percentage: W50, W75, W90.
    case warning(percent: Int)
    case breach
    /// The notified role's level, not the step's index.
    case level(Int)
    /// 1, 2, 3 …: the only stage that repeats.
    case fallback(Int)
    case pauseCap
    case review
    case offerExpiry

    /// True for what tells somebody up the ladder.
    var climbs: Bool {
        switch self {
        case .breach, .level, .fallback: true
        case .warning, .pauseCap, .review, .offerExpiry: false
        }
    }

    /// `W75`, `BREACH`, `L2`, `FALLBACK.1`.
    package var text: String {
        switch self {
        case .warning(let percent): "W\(percent)"
        case .breach: "BREACH"
        case .level(let level): "L\(level)"
        case .fallback(let count): "FALLBACK.\(count)"
        case .pauseCap: "CAP"
        case .review: "REVIEW"
        case .offerExpiry: "EXPIRY"
        }
    }

    package init?(text: String) {
        func number(after prefix: String) -> Int? { text.hasPrefix(prefix) ? Int(text.dropFirst(prefix.count)) : nil }
        switch text {
        case "BREACH": self = .breach
        case "CAP": self = .pauseCap
        case "REVIEW": self = .review
        case "EXPIRY": self = .offerExpiry
        default:
            if let count = number(after: "FALLBACK.") {
                self = .fallback(count)
            } else if let percent = number(after: "W") {
                self = .warning(percent: percent)
            } else if let level = number(after: "L") {
                self = .level(level)
            } else {
                return nil
            }
        }
    }
}
