package import Complaints
package import WorkingTime

extension Wording {
    /// Why a clock is due when it is, a line each: the result, what was counted, what held it, then day by day.
    package func lines(_ clock: ClockExplanation, zone: ZoneRules) -> [String] {
        func at(_ instant: Instant) -> String { date(instant, zone: zone) + " " + timeOfDay(instant, zone: zone) }
        var lines = [result(clock, at: at)]
        let calendar = [clock.calendar.name, clock.calendar.version].filter { !$0.isEmpty }.joined(separator: " ")
        let budget = clock.budget.map { length($0) } ?? say("給定的期限", "给定的期限", "a given time")
        lines.append(
            say(
                "自 \(at(clock.start)) 起算 \(budget)；行事曆 \(calendar)，政策 \(clock.policy)",
                "自 \(at(clock.start)) 起算 \(budget)；日历 \(calendar)，政策 \(clock.policy)",
                "\(budget) from \(at(clock.start)); calendar \(calendar), policy \(clock.policy)"))
        lines += clock.adjustments.map { adjustment($0, at: at) }
        if let law = clock.law {
            lines.append(
                say(
                    "法定期限 \(at(law.due))，內部安全期限 \(at(law.safe))", "法定期限 \(at(law.due))，内部安全期限 \(at(law.safe))",
                    "law \(law.regime): \(at(law.due)), our safe target \(at(law.safe))"))
        }
        for pause in clock.pauses {
            let end = pause.until.map(at) ?? say("現在", "现在", "now")
            lines.append(
                say(
                    "暫停 \(at(pause.from)) 至 \(end)，計 \(pause.counted.minutes) 分：\(pause.awaiting)",
                    "暂停 \(at(pause.from)) 至 \(end)，计 \(pause.counted.minutes) 分：\(pause.awaiting)",
                    "paused \(at(pause.from)) to \(end), \(pause.counted.minutes) min of it counted: \(pause.awaiting)")
            )
        }
        for (index, step) in clock.steps.enumerated() {
            if clock.omittedDates > 0, index == clock.steps.count - 1 {
                lines.append(
                    say(
                        "（省略 \(clock.omittedDates) 日）", "（省略 \(clock.omittedDates) 日）",
                        "(\(clock.omittedDates) dates left out)"))
            }
            lines.append(line(step, inDays: clock.budget?.fixedLength == nil))
        }
        for former in clock.former {
            let due = former.due.map(at) ?? "-"
            lines.append(
                say(
                    "先前第 \(former.generation) 版（\(word(former.cause))）：\(former.budget)，到期 \(due)",
                    "先前第 \(former.generation) 版（\(word(former.cause))）：\(former.budget)，到期 \(due)",
                    "before, generation \(former.generation) (\(word(former.cause))): \(former.budget), due \(due)"))
        }
        return lines
    }

    private func result(_ clock: ClockExplanation, at: (Instant) -> String) -> String {
        var line = self.clock(clock.clock.name) + "  " + word(clock.state)
        if let due = clock.due { line += say("  到期 \(at(due))", "  到期 \(at(due))", "  due \(at(due))") }
        if let resumed = clock.dueIfResumed {
            line += say("  現在恢復則 \(at(resumed))", "  现在恢复则 \(at(resumed))", "  if resumed now \(at(resumed))")
        }
        if clock.isProvisional { line += say("（暫定）", "（暂定）", " (provisional)") }
        return line
    }

    private func adjustment(_ adjustment: DueAdjustment, at: (Instant) -> String) -> String {
        switch adjustment {
        case .lawTakesPrecedence(let due):
            say(
                "法定期限較早：原為 \(at(due))", "法定期限较早：原为 \(at(due))", "the law's target is earlier: else \(at(due))")
        case .ratchet(let due):
            say(
                "承諾的時間不後移：否則為 \(at(due))", "承诺的时间不后移：否则为 \(at(due))", "a promise never moves later: else \(at(due))")
        case .grace(let due):
            say("變更後至少留緩衝：否則為 \(at(due))", "变更后至少留缓冲：否则为 \(at(due))", "a change leaves some grace: else \(at(due))")
        case .extended(let due):
            say("已核准展延", "已批准延期", "extended with approval")
                + (due.map { say("：原為 \(at($0))", "：原为 \(at($0))", ": else \(at($0))") } ?? "")
        case .given: say("期限由外部給定", "期限由外部给定", "the time was given from outside")
        }
    }

    private func line(_ step: DueStep, inDays: Bool) -> String {
        let hours =
            step.open.isEmpty
            ? say("休息", "休息", "closed") : step.open.map(\.description).joined(separator: " ")
        let used: String
        if inDays {
            used = step.dayOfCount.map { say("第 \($0) 日", "第 \($0) 日", "day \($0)") } ?? say("不計", "不计", "not counted")
        } else {
            used = say("\(step.counted.minutes) 分", "\(step.counted.minutes) 分", "\(step.counted.minutes) min")
        }
        var notes: [String] = []
        switch step.kind {
        case .weekly: break
        case .off(let name), .on(let name): notes.append(name)
        }
        if step.paused > .zero {
            let minutes = step.paused.minutes
            notes.append(say("暫停 \(minutes) 分", "暂停 \(minutes) 分", "paused \(minutes) min"))
        }
        if step.isProvisional { notes.append(say("暫定", "暂定", "provisional")) }
        return (["\(step.date)", hours, used] + notes).joined(separator: "  ")
    }

    private func length(_ budget: Budget) -> String {
        let count = budget.amount
        return switch budget.unit {
        case .minutes: say("\(count) 分鐘", "\(count) 分钟", "\(count) min")
        case .hours: say("\(count) 小時", "\(count) 小时", "\(count) h")
        case .businessMinutes: say("\(count) 營業分鐘", "\(count) 营业分钟", "\(count) min of opening time")
        case .businessHours: say("\(count) 營業小時", "\(count) 营业小时", "\(count) h of opening time")
        case .workingDays: say("\(count) 個工作日", "\(count) 个工作日", "\(count) working days")
        case .calendarDays: say("\(count) 個日曆日", "\(count) 个日历日", "\(count) calendar days")
        }
    }

    private func timeOfDay(_ instant: Instant, zone: ZoneRules) -> String {
        String(dayAndTime(instant, zone: zone).suffix(5))
    }

    private func word(_ cause: GenerationCause) -> String {
        switch cause {
        case .started: say("起算", "起算", "started")
        case .assessed: say("評估", "评估", "assessed")
        case .raised: say("調高", "调高", "raised")
        case .lowered: say("調低", "调低", "lowered")
        case .extended: say("展延", "延期", "extended")
        case .merged: say("併案", "并单", "merged")
        case .reopened: say("重啟", "重办", "reopened")
        case .recalculated: say("行事曆更新", "日历更新", "new calendar")
        case .migrated: say("政策更新", "政策更新", "new policy")
        }
    }
}
