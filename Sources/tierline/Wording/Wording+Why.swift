import Complaints
import Desk
import WorkingTime

// The arithmetic of a clock in sentences an agent can read to a customer.
extension Wording {
    func unknownClock(_ clock: String, of number: String, clocks: [String]) -> String {
        let list = clocks.joined(separator: ", ")
        return choose(
            "\(number) 沒有計時「\(clock)」；有：\(list)", "\(number) 没有计时“\(clock)”；有：\(list)",
            "\(number) has no clock \"\(clock)\"; it has \(list)")
    }

    /// The answer first, then what it rests on, then day by day.
    func lines(_ why: ClockExplanation, of number: CaseNumber, _ calendar: WorkingCalendar) -> [String] {
        var lines = ["\(number)  \(why.clock.name)/\(why.clock.generation)  \(standing(why, calendar))"]
        lines.append("  " + basis(why, calendar))
        lines.append("  " + sources(why))
        lines += why.adjustments.map { "  " + sentence($0, calendar) }
        if let law = why.law { lines.append("  " + sentence(law, calendar)) }
        lines += why.pauses.map { "  " + sentence($0, calendar) }
        if let budget = why.budget {
            lines += table(why.steps, omitted: why.omittedDates, budget)
        }
        lines += why.former.map { "  " + sentence($0, calendar) }
        return lines
    }

    private func standing(_ why: ClockExplanation, _ calendar: WorkingCalendar) -> String {
        var text: String
        switch (why.due, why.dueIfResumed) {
        case (let due?, _):
            let moment = moment(due, calendar.zone)
            text = choose("到期 \(moment)", "到期 \(moment)", "due \(moment)")
        case (nil, let resumed?):
            let moment = moment(resumed, calendar.zone)
            text = choose("暫停中；若現在恢復，到期 \(moment)", "暂停中；若现在恢复，到期 \(moment)", "paused; due \(moment) if resumed now")
        default: text = choose("沒有到期時間", "没有到期时间", "no due time")
        }
        if why.isProvisional { text += choose("（暫定）", "（暂定）", " (provisional)") }
        if let met = why.metAt {
            let moment = moment(met, calendar.zone)
            text += choose("；完成 \(moment)", "；完成 \(moment)", "; done \(moment)")
        }
        if let late = why.late {
            text += choose("；逾期 \(spoken(late))", "；逾期 \(spoken(late))", "; late by \(spoken(late))")
        } else if let remaining = why.remaining {
            text += choose("；尚餘 \(spoken(remaining))", "；尚余 \(spoken(remaining))", "; \(spoken(remaining)) left")
        }
        return text
    }

    private func basis(_ why: ClockExplanation, _ calendar: WorkingCalendar) -> String {
        let since = moment(why.start, calendar.zone)
        let cause = word(why.cause)
        guard let budget = why.budget else {
            return choose(
                "自 \(since)，期限由外部給定（\(cause)）", "自 \(since)，期限由外部给定（\(cause)）", "from \(since), a given date (\(cause))"
            )
        }
        return choose(
            "自 \(since) 起算 \(length(budget))（\(cause)）", "自 \(since) 起算 \(length(budget))（\(cause)）",
            "\(length(budget)) from \(since) (\(cause))")
    }

    private func sources(_ why: ClockExplanation) -> String {
        let facts = why.calendar
        let versions = ([facts.version] + facts.successors.map(\.version)).filter { !$0.isEmpty }
        let calendar = "\(facts.name) \(versions.joined(separator: " -> ")), \(facts.zone) \(facts.zoneVersion)"
            .trimmed
        let covers = "\(facts.covers.lowerBound) … \(facts.covers.upperBound)"
        return choose(
            "政策 \(why.policy)；行事曆 \(calendar)（涵蓋 \(covers)）", "政策 \(why.policy)；日历 \(calendar)（覆盖 \(covers)）",
            "policy \(why.policy); calendar \(calendar), covers \(covers)")
    }

    private func word(_ cause: GenerationCause) -> String {
        switch cause {
        case .started: choose("開始", "开始", "started")
        case .assessed: choose("首次評估", "首次评估", "first assessment")
        case .raised: choose("提高嚴重度", "提高严重度", "severity raised")
        case .lowered: choose("降低嚴重度", "降低严重度", "severity lowered")
        case .extended: choose("已核准展延", "已批准延期", "extension approved")
        case .merged: choose("併案", "并单", "merged")
        case .reopened: choose("重啟", "重启", "reopened")
        case .recalculated: choose("行事曆更新", "日历更新", "calendar replaced")
        case .migrated: choose("政策更新", "政策更新", "policy replaced")
        }
    }

    private func sentence(_ adjustment: DueAdjustment, _ calendar: WorkingCalendar) -> String {
        func when(_ instant: Instant?) -> String { instant.map { moment($0, calendar.zone) } ?? "-" }
        switch adjustment {
        case .lawTakesPrecedence(let due):
            return choose(
                "內部期限為 \(when(due))，法定安全期限較早，以較早者為準", "内部期限为 \(when(due))，法定安全期限较早，以较早者为准",
                "our own target would be \(when(due)); the law's safe target is earlier and binds")
        case .ratchet(let due):
            return choose(
                "依新目標為 \(when(due))；已承諾的期限不會延後", "按新目标为 \(when(due))；已承诺的期限不会推后",
                "the new target would be \(when(due)); a promised time never moves later")
        case .grace(let due):
            return choose(
                "依新目標為 \(when(due))；變更後至少保留寬限時間", "按新目标为 \(when(due))；变更后至少保留宽限时间",
                "the new target would be \(when(due)); a change leaves at least its grace")
        case .extended(let due):
            return choose(
                "原期限 \(when(due))，已核准展延", "原期限 \(when(due))，已批准延期", "was \(when(due)); an extension was approved")
        case .given: return choose("期限由外部給定", "期限由外部给定", "the date was given from outside")
        }
    }

    private func sentence(_ law: ClockExplanation.LawExplanation, _ calendar: WorkingCalendar) -> String {
        let (due, safe) = (moment(law.due, calendar.zone), moment(law.safe, calendar.zone))
        return choose(
            "法規 \(law.regime)：法定期限 \(due)，安全期限 \(safe)", "法规 \(law.regime)：法定期限 \(due)，安全期限 \(safe)",
            "law \(law.regime): deadline \(due), safe target \(safe)")
            + (law.isBinding ? choose("（以此為準）", "（以此为准）", ", which binds") : "")
    }

    private func sentence(_ pause: ClockExplanation.PauseExplanation, _ calendar: WorkingCalendar) -> String {
        let from = moment(pause.from, calendar.zone)
        let until = pause.until.map { moment($0, calendar.zone) } ?? "…"
        return choose(
            "暫停 \(from) 至 \(until)（\(pause.reason)：\(pause.awaiting)），順延 \(spoken(pause.counted))",
            "暂停 \(from) 至 \(until)（\(pause.reason)：\(pause.awaiting)），顺延 \(spoken(pause.counted))",
            "paused \(from) to \(until) (\(pause.reason): \(pause.awaiting)); \(spoken(pause.counted)) not counted")
    }

    private func sentence(_ former: ClockExplanation.FormerGeneration, _ calendar: WorkingCalendar) -> String {
        let due = former.due.map { moment($0, calendar.zone) } ?? "-"
        return choose(
            "第 \(former.generation) 代（\(word(former.cause))）：\(former.budget)，到期 \(due)",
            "第 \(former.generation) 代（\(word(former.cause))）：\(former.budget)，到期 \(due)",
            "generation \(former.generation) (\(word(former.cause))): \(former.budget), due \(due)")
    }
}

extension String {
    /// Without blanks at the end.
    fileprivate var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
