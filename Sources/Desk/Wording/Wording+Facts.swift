import Complaints
import WorkingTime

extension Wording {
    var whyTitle: String { say("為何是這個期限  ", "为何是这个期限  ", "Why this deadline  ") }
    var whyHint: String {
        say("數字或左右鍵換時限，上下捲動，Esc 關閉", "数字或左右键换时限，上下滚动，Esc 关闭", "digits or arrows change the clock; Esc closes")
    }

    func words(_ fact: CaseFact, zone: ZoneRules) -> String {
        switch fact {
        case .wanted(let text): return label(field: "remedy_sought") + say("：", "：", ": ") + text.oneLine
        case .escalation(let escalation):
            let who = escalation.acceptedBy ?? escalation.notified.last ?? "-"
            let asked = [
                escalation.remedy.map { value($0.rawValue, field: "remedy_type") },
                escalation.amount.map { amount($0) },
            ].compactMap { $0 }.joined(separator: " ")
            let state =
                escalation.state == .accepted ? say("已接手", "已接手", "taken by") : say("待接手", "待接手", "waits for")
            return [
                say("升級", "升级", "raised"), value(escalation.reason.rawValue, field: "reason"), asked, state, who,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .offer(let offer):
            let amount = offer.amount.map { self.amount($0) } ?? ""
            return [
                say("方案", "方案", "offer") + " \(offer.version)", value(offer.remedy.rawValue, field: "remedy_type"),
                amount,
                word(offer.state), say("至", "至", "until") + " " + date(offer.expires, zone: zone),
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .task(let task):
            let due = task.due.map { say("期限 ", "期限 ", "due ") + dayAndTime($0, zone: zone) } ?? ""
            return [
                say("派工", "派单", "task") + " \(task.number)", task.unit, value(task.status.rawValue, field: "status"),
                due,
                task.summary.oneLine,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .transfer(let transfer):
            return say(
                "移轉中：\(transfer.from) 給 \(transfer.to)，待接受", "转移中：\(transfer.from) 给 \(transfer.to)，待接受",
                "transfer offered: \(transfer.from) to \(transfer.to), not accepted yet")
        case .external(let external):
            let end =
                external.answeredAt.map { say("已答覆 ", "已答复 ", "answered ") + dayAndTime($0, zone: zone) }
                ?? external.due.map { say("期限 ", "期限 ", "due ") + dayAndTime($0, zone: zone) } ?? ""
            return [external.body, external.reference, end].filter { !$0.isEmpty }.joined(separator: " ")
        case .followUp(let attempt):
            let satisfied = attempt.satisfied.map { value($0.rawValue, field: "satisfied") } ?? ""
            let reached = attempt.reached ? say("聯絡上", "已联系上", "reached") : say("未聯絡上", "未联系上", "not reached")
            return [
                say("回訪", "回访", "follow-up"), dayAndTime(attempt.at, zone: zone), reached, satisfied,
                attempt.words ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .link(let link): return value(link.relation.rawValue, field: "relation") + " " + link.to
        case .mergedInto(let number): return say("已併入 ", "已并入 ", "merged into ") + number
        }
    }

    private func word(_ state: Offer.State) -> String {
        switch state {
        case .offered: say("待回覆", "待答复", "open")
        case .accepted: say("已同意", "已同意", "accepted")
        case .executed: say("已執行", "已执行", "carried out")
        case .declined: say("已拒絕", "已拒绝", "declined")
        case .expired: say("已過期", "已过期", "expired")
        case .replaced: say("已被取代", "已被取代", "replaced")
        }
    }
}
