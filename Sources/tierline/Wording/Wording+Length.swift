import Desk
import WorkingTime

extension Wording {
    /// A length of time in hours and minutes, as one says it: `22 h 30 min`; seconds only below a minute.
    func spoken(_ length: TimeLength) -> String {
        let seconds = abs(length.microseconds / 1_000_000)
        let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
        var words: [String] = []
        if hours > 0 { words.append(choose("\(hours) 小時", "\(hours) 小时", "\(hours) h")) }
        if minutes > 0 { words.append(choose("\(minutes) 分鐘", "\(minutes) 分钟", "\(minutes) min")) }
        if words.isEmpty { words.append(choose("\(seconds) 秒", "\(seconds) 秒", "\(seconds) s")) }
        return (length.microseconds < 0 ? "-" : "") + words.joined(separator: " ")
    }
}
