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
        if let topic = notice.topic { return sentence(topic, number) }
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

    /// What somebody is told of a case outside the ladder.
    private func sentence(_ topic: NoticeTopic, _ number: String) -> String {
        switch topic {
        case .transferOffered:
            say("\(number) 請你接手，請答覆。", "\(number) 请你接手，请答复。", "\(number) is offered to you: answer it.")
        case .ownerAbsent:
            say("\(number) 負責人不在，無人照看。", "\(number) 负责人不在，无人照看。", "\(number): its owner is away.")
        case .registeredByAccused:
            say(
                "\(number) 由被申訴人受理，請改派。", "\(number) 由被投诉人受理，请改派。",
                "\(number) was taken in by the person complained of: reassign it.")
        case .compliance:
            say(
                "\(number) 涉及主管機關、媒體或法律。", "\(number) 涉及监管、媒体或法律。",
                "\(number): a regulator, the press or the law is involved.")
        case .unitReturnLimit:
            say(
                "\(number) 服務站一再退件，請裁定。", "\(number) 服务网点一再退单，请裁定。",
                "\(number): returned by units too often, decide.")
        case .reopenedOften:
            say("\(number) 一再重啟，請查看。", "\(number) 一再重办，请查看。", "\(number): reopened too often, look at it.")
        case .passedOnOften:
            say(
                "\(number) 轉手過多，已升一級，請查看。", "\(number) 转手过多，已升一级，请查看。",
                "\(number): passed on too often and raised a level, look at it.")
        case .pauseEnded:
            say("\(number) 暫停結束，計時繼續。", "\(number) 暂停结束，计时继续。", "\(number): the pause is over, clocks run.")
        case .promiseMoved:
            say("\(number) 承諾時限有變，請告知客戶。", "\(number) 承诺时限有变，请告知客户。", "\(number): its due moved, tell the customer.")
        case .pauseBackdated:
            say(
                "\(number) 補登了較早的暫停，請查核。", "\(number) 补登了较早的暂停，请核查。",
                "\(number): a pause was entered late, check it.")
        case .massEvent:
            say("\(number) 屬於同類大量客訴。", "\(number) 属于同类大量投诉。", "\(number) is one of many like it.")
        }
    }
}
