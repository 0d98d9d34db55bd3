package import Complaints

extension Wording {
    /// Why an event was refused, in one sentence, with what to do about it where the code knows.
    package func sentence(_ refusal: Refusal) -> String {
        let sentence = sentence(refusal.code, refusal: refusal) + advice(refusal)
        guard refusal.code == .illegalTransition, !refusal.legal.isEmpty else { return sentence }
        let events = refusal.legal.prefix(Self.legalEventsMax).map { word($0) }.joined(separator: say("、", "、", ", "))
        return sentence + say("可以：\(events)。", "可以：\(events)。", " Possible now: \(events).")
    }

    /// Events named in a sentence; more are left out.
    private static let legalEventsMax = 8

    /// The sentence of a code without further facts.
    package func sentence(_ code: RefusalCode) -> String { sentence(code, refusal: Refusal(code)) }

    private func sentence(_ code: RefusalCode, refusal: Refusal) -> String {
        let field = refusal.field.map { label(field: $0) }
        switch code {
        case .unknownCase: return say("沒有這個案號。", "没有这个工单号。", "There is no such case.")
        case .unknownEvent: return say("沒有這個動作。", "没有这个动作。", "There is no such event.")
        case .unknownField:
            return say(
                "沒有「\(field ?? "?")」這個欄位。", "没有“\(field ?? "?")”这个字段。",
                "There is no field “\(field ?? "?")” here.")
        case .badValue:
            return say(
                "「\(field ?? "?")」的內容無法辨讀。", "“\(field ?? "?")”的内容无法识别。",
                "“\(field ?? "?")” cannot be read.")
        case .missingField:
            return say("請填「\(field ?? "?")」。", "请填“\(field ?? "?")”。", "“\(field ?? "?")” is needed.")
        case .staleVersion:
            return say(
                "案件剛被別人更動；已重新讀取，請再確認一次。", "工单刚被别人改动；已重新读取，请再确认一次。",
                "Somebody else changed the case first; look at it again, then repeat.")
        case .authorityExceeded:
            guard let role = refusal.lowestRole.map({ word($0) }) else {
                return say("超出你的授權額度，請升級呈報。", "超出你的授权额度，请升级。", "Beyond your authority: escalate it.")
            }
            return say(
                "超出你的授權額度；\(role)才能核准。", "超出你的授权额度；\(role)才能批准。",
                "Beyond your authority: a \(role) may grant it.")
        case .forbiddenRole:
            guard let role = refusal.lowestRole.map({ word($0) }) else {
                return say("你的權限不能做這件事。", "你的权限不能做这件事。", "Your role may not do this.")
            }
            return say("至少要\(role)才能做。", "至少要\(role)才能做。", "At least a \(role) may do this.")
        default: return plainSentence(code)
        }
    }

    private func plainSentence(_ code: RefusalCode) -> String {
        switch code {
        case .illegalTransition: say("案件在目前狀態不能這樣做。", "工单在当前状态不能这样做。", "The case does not take this now.")
        case .notAcknowledged: say("須先告知受理。", "须先告知受理。", "Acknowledge it first.")
        case .notResolved: say("尚未解決，不能結案。", "尚未解决，不能结案。", "It is not resolved yet.")
        case .noOffer: say("目前沒有待同意的補救方案。", "目前没有待同意的补救方案。", "There is no open offer.")
        case .stillWaiting: say("仍在等待中；請先恢復處理。", "仍在等待中；请先恢复处理。", "It still waits: resume it first.")
        case .stillDeferred: say("仍在暫緩中；請先恢復處理。", "仍在暂缓中；请先恢复处理。", "It is still deferred: resume it first.")
        case .conflictOfInterest: say("利益迴避：你不能處理此案。", "须回避：你不能处理此单。", "Conflict of interest: not by you.")
        case .selfApproval: say("不能核准自己的提案。", "不能批准自己的提案。", "Nobody approves their own proposal.")
        case .consentRequired: say("須有客戶同意的憑據。", "须有客户同意的凭据。", "The customer's consent is needed.")
        case .evidenceRequired: say("須有客戶本人的訊息或錄音。", "须有客户本人的消息或录音。", "The customer's own message is needed.")
        case .rootCauseRequired: say("須填根本原因。", "须填根本原因。", "The root cause is needed.")
        case .openTask: say("還有派工未完成。", "还有派单未完成。", "A task is still open.")
        case .openEscalation: say("還有升級未裁定。", "还有升级未裁定。", "An escalation is still open.")
        case .remedyNotExecuted: say("已同意的補救尚未執行。", "已同意的补救尚未执行。", "The agreed remedy is not carried out.")
        case .followUpRequired: say("須先完成回訪。", "须先完成回访。", "The follow-up comes first.")
        case .currency: say("幣別與此案不同。", "币种与此单不同。", "The case has another currency.")
        case .pauseNotAllowed: say("此原因不能暫停計時。", "此原因不能暂停计时。", "This is no reason to stop the clock.")
        case .tooLate: say("已超過期限，須由主管辦理。", "已超过期限，须由主管办理。", "Too late for you: a supervisor may.")
        case .noContact: say("無聯絡方式，不能補償。", "无联系方式，不能补偿。", "Nobody can be reached about it.")
        case .ownerInvalid: say("負責人必須是在職人員。", "责任人必须是在职人员。", "The owner must be an active person.")
        case .unitReturnLimit: say("已第二次退件，須由主管決定。", "已第二次退单，须由主管决定。", "Returned twice: a supervisor decides.")
        case .floor: say("低於標準時限，不能採用。", "低于标准时限，不能采用。", "Slower than the standard target.")
        case .clockBackward: say("系統時間倒退，請稍後再試。", "系统时间倒退，请稍后再试。", "The clock ran backwards: try again.")
        case .unknownCase, .unknownEvent, .unknownField, .badValue, .missingField, .staleVersion,
            .authorityExceeded, .forbiddenRole:
            sentence(code, refusal: Refusal(code))
        }
    }
}
