import Complaints
import Customers
import Dossier
import Money
import TerminalKit
import WorkingTime

extension Painter {
    /// What stands above the line that sends a form: the agent's limit and the customer's goodwill, and what would change.
    func outlook(_ form: Form) -> [Span] {
        guard case .event(_, let type) = form.purpose else {
            return conflictLines(form) + lookalikes(form) + similar(form)
        }
        var lines = conflictLines(form)
        if let brief = form.brief, form["amount"] != nil || type == .decideEscalation {
            lines.append(Span(shown(wording.limits(brief)), .label))
        }
        lines += theirs(form)
        guard form.pendingRequest == nil, form.refusal == nil, let foresight = form.foresight else { return lines }
        switch foresight.decision {
        case .refused(let refusal): lines += warning(refusal, type)
        case .accepted, .replay: lines.append(Span(shown(changes(foresight)), .match))
        }
        return lines
    }

    /// What others did since the form was opened, newest last; mine stands in the fields above, untouched.
    private func theirs(_ form: Form) -> [Span] {
        guard !form.since.isEmpty else { return [] }
        let lines = form.since.suffix(Self.theirsMax).map { event in
            let who = event.role == .timer ? wording.engine : event.actor
            let head = [wording.dayAndTime(event.occurredAt, zone: state.zone), who, wording.word(event.type)]
            return Span(shown("  " + (head + [wording.fields(of: event, zone: state.zone)]).joined(separator: "  ")))
        }
        return [Span(shown(wording.meanwhile), .warning)] + lines
    }

    /// Lines of what others did that stand above the line that sends.
    private static let theirsMax = 4

    /// What is merely not typed yet is no warning; what the rules forbid is.
    private func warning(_ refusal: Refusal, _ type: EventType) -> [Span] {
        switch refusal.code {
        case .missingField, .consentRequired, .evidenceRequired, .rootCauseRequired: []
        case .authorityExceeded where type == .offerRemedy || type == .resolveNow:
            [Span(shown(wording.goesUp(refusal.lowestRole)), .warning)]
        default: [Span(shown(wording.sentence(refusal)), .warning)]
        }
    }

    /// `解決 11-24 18:00 → 11-23 12:00; 之後通知 L1 主管 11-23 09:00`, in the words of the desk.
    private func changes(_ foresight: Foresight) -> String {
        let moved = foresight.dueChanges.prefix(3).map { change in
            let before = change.before.map { wording.dayAndTime($0, zone: state.zone) }
            let after = change.after.map { wording.dayAndTime($0, zone: state.zone) }
            return wording.clock(change.clock) + " " + wording.moved(from: before, to: after)
        }
        var parts = moved.isEmpty ? [wording.nothingMoves] : Array(moved)
        parts.append(wording.level(foresight.level))
        if let level = foresight.nextLevel, let at = foresight.nextLevelAt {
            parts.append(wording.nextLevel(wording.level(level), at: wording.dayAndTime(at, zone: state.zone)))
        }
        return wording.afterwards + parts.joined(separator: wording.isChinese ? "；" : "; ")
    }

    /// What a form is, with whose it is.
    func title(_ purpose: FormPurpose) -> String {
        let name = purpose.customer.flatMap { id in
            state.customer?.id == id ? state.customer?.caller?.name : state.recent.first { $0.customer == id }?.name
        }
        return wording.title(purpose) + (name.map { "  " + $0 } ?? "")
    }
}

extension Wording {
    /// `我的授權 NT$1,000，本案已給 NT$0，近12月善意補償 NT$500`.
    func limits(_ brief: CaseBrief) -> String {
        let limit = brief.limit.map { amount($0) } ?? say("無", "无", "none")
        let granted = brief.granted.map { amount($0) } ?? "0"
        let goodwill = brief.goodwill12Months.map { amount($0) } ?? "0"
        return say(
            "我的授權 \(limit)，本案已給 \(granted)，客戶近12月善意補償 \(goodwill)",
            "我的授权 \(limit)，本案已给 \(granted)，客户近12月善意补偿 \(goodwill)",
            "my limit \(limit), granted here \(granted), goodwill in 12 months \(goodwill)")
    }

    func goesUp(_ role: Complaints.Role?) -> String {
        let who = role.map { word($0) }
        return say(
            "超出我的授權：送出即請\(who ?? "上級")核准", "超出我的授权：提交即请\(who ?? "上级")批准",
            "beyond my limit: sending asks the \(who ?? "next level") to approve")
    }

    var meanwhile: String {
        say(
            "其間別人做了這些；你的內容都在，再送一次即照送。", "其间别人做了这些；你的内容都在，再提交一次即照样提交。",
            "Meanwhile others did this; yours is kept, sending again sends it.")
    }

    var afterwards: String { say("送出後：", "提交后：", "then: ") }
    var nothingMoves: String { say("期限不變", "期限不变", "no due time moves") }
    func moved(from before: String?, to after: String?) -> String {
        switch (before, after) {
        case (let before?, let after?): before + " -> " + after
        case (nil, let after?): say("新增 ", "新增 ", "new ") + after
        case (let before?, nil): before + say(" 結束", " 结束", " ends")
        case (nil, nil): say("不變", "不变", "same")
        }
    }
    func nextLevel(_ level: String, at time: String) -> String {
        say("無人處理則 \(time) 升 \(level)", "无人处理则 \(time) 升 \(level)", "else \(level) on \(time)")
    }
}
