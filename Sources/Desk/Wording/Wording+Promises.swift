import Complaints
import Dossier
import WorkingTime

extension Wording {
    var promisesTitle: String {
        say(
            "待回電清單：數字開啟，Ctrl-Q 登錄結果", "待回电列表：数字打开，Ctrl-Q 登记结果",
            "Promised work: a number opens, Ctrl-Q records")
    }
    var callBack: String { say("回電", "回电", "call back") }
    package var withdrawn: String { say("（已收回）", "（已收回）", "(taken back) ") }

    func resultTitle(_ call: PromisedCall) -> String {
        [word(call), call.customerName ?? "", call.text.oneLine].joined(separator: "  ")
    }

    func word(_ call: PromisedCall) -> String {
        switch call.kind {
        case .callBack: callBack
        case .followUp: say("回訪", "回访", "follow up")
        case .transfer: say("待接受", "待接受", "offered")
        }
    }

    func word(_ result: CallResult) -> String {
        switch result {
        case .reached: say("聯絡上", "已联系上", "Reached")
        case .notReached: say("沒接，稍後再打", "没接，稍后再打", "Not reached, try again later")
        case .givenUp: say("多次沒接，不再打", "多次没接，不再打", "Given up after several tries")
        case .withdrawn: say("不必打了", "不必打了", "Not needed any more")
        }
    }

    /// When it is due, in the words of a deadline; a rest between two tries says until when.
    func status(_ call: PromisedCall, now: Instant, zone: ZoneRules) -> String {
        let time = String(dayAndTime(call.notBefore ?? call.due, zone: zone).suffix(5))
        if call.kind == .transfer { return dayAndTime(call.due, zone: zone) }
        if let rest = call.notBefore, rest > now { return say("\(time) 再打", "\(time) 再打", "again \(time)") }
        if call.due < now { return due(.overdue(seconds: now.seconds - call.due.seconds)) }
        return due(.remaining(seconds: call.due.seconds - now.seconds, isProvisional: false))
    }

    /// What it is about: tries, whose it was, the case, the reason.
    func details(_ call: PromisedCall) -> String {
        let tries = say("已試\(call.tries)次", "已试\(call.tries)次", "tried \(call.tries)x")
        let lapsed = say("原定 \(call.owner)", "原定 \(call.owner)", "was \(call.owner)'s")
        return [
            call.isLapsed ? lapsed : call.team, call.tries > 0 ? tries : nil, call.caseNumber?.short,
            call.text.oneLine,
        ].compactMap { $0 }.joined(separator: "  ")
    }

    func line(_ call: PromisedCall, now: Instant, zone: ZoneRules) -> String {
        [status(call, now: now, zone: zone), word(call), call.customerName ?? "", details(call)].joined(separator: "  ")
    }

    func looksLike(_ number: String) -> String {
        say(
            "同一件嗎？F6 改加到 \(number)，不另立案", "同一件吗？F6 改加到 \(number)，不另建单",
            "the same as \(number)? F6 adds it there")
    }

    func promised(_ notice: NoticeText) -> String {
        switch notice {
        case .callPromised(let name, let time):
            say(
                "已約定 \(time) 回電：\(name ?? "")", "已约定 \(time) 回电：\(name ?? "")",
                "Call-back promised, \(time): \(name ?? "")")
        case .callRecorded(let name, let result):
            [name ?? "", word(result)].joined(separator: say("：", "：", ": "))
        case .promiseOpened(let call):
            [word(call), call.customerName ?? "", call.phone.map { Self.phone($0) } ?? "", call.text.oneLine]
                .filter { !$0.isEmpty }.joined(separator: "  ")
                + say("；Ctrl-Q 登錄結果", "；Ctrl-Q 登记结果", "; Ctrl-Q records")
        case .promiseDue(let call):
            say(
                "該回電了：\(call.customerName ?? "")（Ctrl-N）", "该回电了：\(call.customerName ?? "")（Ctrl-N）",
                "Time to call \(call.customerName ?? "") (Ctrl-N)")
        case .noSimilarCase:
            say("此客戶近日沒有可加入的未結客訴。", "此客户近日没有可加入的未结投诉。", "No open case of late to add this to.")
        default: ""
        }
    }
}
