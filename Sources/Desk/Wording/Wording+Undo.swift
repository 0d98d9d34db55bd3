import Complaints

extension Wording {
    /// What the compensating line says in the trail.
    var takenBackWords: String { say("登錄有誤，已收回", "登记有误，已收回", "entered by mistake, taken back") }

    /// Why an event stands, and what can be done instead.
    func whyNoUndo(_ event: EventType) -> String {
        switch event {
        case .register:
            say(
                "受理後不能收回；客戶自己撤回用 87，重複用 88 併案", "受理后不能收回；客户自己撤回用 87，重复用 88 并单",
                "a complaint received stands: 87 withdraws it with the customer's message, 88 merges it")
        case .escalate:
            say("已通知上級，不能收回；可請上級退回", "已通知上级，不能收回；可请上级退回", "those above were told: they may hand it back")
        case .decideEscalation, .acceptEscalation:
            say("裁定後不能收回；可再升級呈報", "裁定后不能收回；可再升级", "a decision stands: escalate it anew")
        case .assess, .reassess: say("評估不能收回；用 68 重新評估", "评估不能收回；用 68 重新评估", "an assessment stands: 68 assesses anew")
        case .close, .withdraw: say("結束後不能收回；用 86 重啟", "结束后不能收回；用 86 重办", "it has ended: 86 reopens it")
        case .transferOwner:
            say("對方接受或婉拒前不能收回", "对方接受或拒绝前不能收回", "the person named accepts or declines it")
        case .acknowledge, .resolve, .resolveNow, .offerRemedy, .acceptOffer, .declineOffer, .confirmExecuted, .extend,
            .answerExternal, .contact, .externalCase:
            say("已告知客戶，不能收回；有誤用 70 更正", "已告知客户，不能收回；有误用 70 更正", "the customer was told: 70 corrects the line")
        default: say("不能收回；有誤用 70 更正", "不能收回；有误用 70 更正", "it stands: 70 corrects the line")
        }
    }
}
