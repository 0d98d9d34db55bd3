import Complaints

extension Wording {
    /// What the engine tells, in one sentence that begins with the case.
    func sentence(_ notice: EngineNotice) -> String {
        let number = notice.caseNumber.short
        guard let kind = notice.kind else {
            return say(
                "系統停機期間有 \(notice.count) 件到期，最早 \(number)。", "系统停机期间有 \(notice.count) 件到期，最早 \(number)。",
                "\(notice.count) fell due while the engine was down, first \(number).")
        }
        let clock = notice.clock.map { self.clock($0) } ?? ""
        switch kind {
        case .warned:
            let share = if case .warning(let percent)? = notice.stage { " \(percent)%" } else { "" }
            return say(
                "\(number)「\(clock)」時限已用\(share)。", "\(number)“\(clock)”时限已用\(share)。",
                "\(number): \(clock), used\(share).")
        case .breached, .clockMissed:
            return say("\(number)「\(clock)」逾期。", "\(number)“\(clock)”超时。", "\(number): \(clock) is late.")
        case .escalated, .fallbackNotified:
            return say(
                "\(number) 已升級給你，請接手。", "\(number) 已升级给你，请认领。", "\(number) was raised to you: take it.")
        case .reopenProposed:
            return say("\(number) 客戶不滿意，建議重啟。", "\(number) 客户不满意，建议重办。", "\(number): not satisfied, reopen it?")
        case .pauseEnded:
            return say("\(number) 暫停結束，計時繼續。", "\(number) 暂停结束，计时继续。", "\(number): the pause is over, clocks run.")
        case .reviewDue: return say("\(number) 該複查了。", "\(number) 该复查了。", "\(number): time to look again.")
        case .offerExpired: return say("\(number) 方案已過期。", "\(number) 方案已过期。", "\(number): the offer has expired.")
        default: return say("\(number) 有事要你看。", "\(number) 有事要你看。", "\(number): please look at it.")
        }
    }
}
