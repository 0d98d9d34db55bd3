package import Complaints
package import WorkingTime

/// How a complaint stands against its most pressing deadline.
package enum DueStatus: Hashable, Sendable {
    case overdue(seconds: Int64)
    case remaining(seconds: Int64, isProvisional: Bool)
    case paused
    /// No clock of it runs.
    case none

    /// Late beats running, the nearest due time decides, and a pause shows only where nothing else runs.
    package init(_ complaint: Complaint, now: Instant) {
        self.init(clocks: complaint.clocks, now: now)
    }

    package init(clocks: [ComplaintClock], now: Instant) {
        let open = clocks.filter { $0.isOpen && $0.state != .paused && $0.due != nil }
        guard let nearest = open.min(by: { ($0.due ?? now) < ($1.due ?? now) }), let due = nearest.due else {
            self = clocks.contains { $0.state == .paused } ? .paused : .none
            return
        }
        let seconds = due.seconds - now.seconds
        self =
            seconds < 0
            ? .overdue(seconds: -seconds) : .remaining(seconds: seconds, isProvisional: nearest.isProvisional)
    }

    /// Due soon: within four hours.
    package var isSoon: Bool {
        if case .remaining(let seconds, _) = self { seconds < 4 * 3600 } else { false }
    }

    package var isOverdue: Bool { if case .overdue = self { true } else { false } }
}

extension Wording {
    /// The due words of a list: `逾期 3小時`, `还剩 19小时`, `19 h left`.
    package func due(_ status: DueStatus) -> String {
        switch status {
        case .overdue(let seconds):
            let length = length(seconds: seconds)
            return say("逾期 \(length)", "超时 \(length)", "late \(length)")
        case .remaining(let seconds, let isProvisional):
            let length = length(seconds: seconds)
            let words = say("尚餘 \(length)", "还剩 \(length)", "\(length) left")
            return isProvisional ? words + say("（暫定）", "（暂定）", " (prov.)") : words
        case .paused: return say("暫停計時", "暂停计时", "paused")
        case .none: return say("無時限", "无时限", "no deadline")
        }
    }
}
