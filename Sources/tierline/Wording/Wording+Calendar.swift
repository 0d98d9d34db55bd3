import Complaints
import Configuration
import Desk
import WorkingTime

// What the calendar commands say, fit to be read to a customer.
extension Wording {
    /// The due time first, then a line for each date.
    func lines(
        _ explanation: DueExplanation, from start: Instant, _ budget: Budget, _ calendar: WorkingCalendar
    ) -> [String] {
        let due = moment(explanation.due.at, calendar.zone)
        var lines = [choose("到期 \(due)", "到期 \(due)", "due \(due)")]
        if explanation.due.isProvisional { lines[0] += choose("（暫定）", "（暂定）", " (provisional)") }
        let since = moment(start, calendar.zone)
        let name = "\(calendar.name) \(calendar.version), \(calendar.zone.name)"
        lines.append(
            choose(
                "自 \(since) 起算 \(length(budget))；行事曆 \(name)", "自 \(since) 起算 \(length(budget))；日历 \(name)",
                "\(length(budget)) from \(since); calendar \(name)"))
        return lines + table(explanation.steps, omitted: explanation.omittedDates, budget)
    }

    /// A line for each date: its hours, what was used, what is special about it.
    func table(_ steps: [DueStep], omitted count: Int, _ budget: Budget) -> [String] {
        var table = TextTable()
        for step in steps {
            if count > 0, step.date == steps.last?.date { table.add(["", "", omitted(count)]) }
            table.add(["", "\(step.date) \(weekday(step.date))", hours(step), used(step, budget), note(step)])
        }
        return table.lines
    }

    /// `2026-03-02 10:00 +08:00`, with seconds when there are any, and the day of the week.
    func moment(_ instant: Instant, _ zone: ZoneRules) -> String {
        let local = zone.localDateTime(at: instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = local.second == 0 ? "" : ":\(two(local.second))"
        let text = instant.rfc3339(in: zone)
        let offset = text.hasSuffix("Z") ? "UTC" : String(text.suffix(6))
        return "\(local.date) \(weekday(local.date)) \(two(local.hour)):\(two(local.minute))\(seconds) \(offset)"
    }

    func weekday(_ date: LocalDate) -> String {
        switch date.weekday {
        case .monday: choose("週一", "周一", "Mon")
        case .tuesday: choose("週二", "周二", "Tue")
        case .wednesday: choose("週三", "周三", "Wed")
        case .thursday: choose("週四", "周四", "Thu")
        case .friday: choose("週五", "周五", "Fri")
        case .saturday: choose("週六", "周六", "Sat")
        case .sunday: choose("週日", "周日", "Sun")
        }
    }

    /// `120 minutes of opening time`, `2 working days`.
    func length(_ budget: Budget) -> String {
        let count = budget.amount
        let plural = count == 1 ? "" : "s"
        return switch budget.unit {
        case .minutes: choose("\(count) 分鐘", "\(count) 分钟", "\(count) minute\(plural)")
        case .hours: choose("\(count) 小時", "\(count) 小时", "\(count) hour\(plural)")
        case .businessMinutes:
            choose("\(count) 營業分鐘", "\(count) 营业分钟", "\(count) minute\(plural) of opening time")
        case .businessHours: choose("\(count) 營業小時", "\(count) 营业小时", "\(count) hour\(plural) of opening time")
        case .workingDays: choose("\(count) 個工作日", "\(count) 个工作日", "\(count) working day\(plural)")
        case .calendarDays: choose("\(count) 個日曆日", "\(count) 个日历日", "\(count) calendar day\(plural)")
        }
    }

    private func hours(_ step: DueStep) -> String {
        step.open.isEmpty
            ? choose("休息", "休息", "closed") : step.open.map(\.description).joined(separator: " ")
    }

    private func used(_ step: DueStep, _ budget: Budget) -> String {
        if budget.fixedLength == nil {
            guard let day = step.dayOfCount else { return choose("不計", "不计", "not counted") }
            return choose("第 \(day) 日", "第 \(day) 日", "day \(day)")
        }
        let rest = step.counted.seconds % 60
        let minutes = choose("\(step.counted.minutes) 分", "\(step.counted.minutes) 分", "\(step.counted.minutes) min")
        return rest == 0 ? minutes : minutes + choose(" \(rest) 秒", " \(rest) 秒", " \(rest) s")
    }

    private func note(_ step: DueStep) -> String {
        var notes: [String] = []
        switch step.kind {
        case .weekly: break
        case .off(let name): notes.append(choose("放假 \(name)", "放假 \(name)", "holiday \(name)"))
        case .on(let name): notes.append(choose("上班 \(name)", "上班 \(name)", "working day \(name)"))
        }
        if step.paused > .zero {
            let minutes = step.paused.minutes
            notes.append(choose("暫停 \(minutes) 分", "暂停 \(minutes) 分", "paused \(minutes) min"))
        }
        if step.isProvisional { notes.append(choose("暫定", "暂定", "provisional")) }
        return notes.joined(separator: choose("；", "；", "; "))
    }

    private func omitted(_ count: Int) -> String {
        choose("（省略 \(count) 日）", "（省略 \(count) 日）", "(\(count) dates left out)")
    }

    func openTime(_ open: TimeLength, from start: Instant, to end: Instant, _ calendar: WorkingCalendar) -> String {
        let minutes = open.microseconds / 60_000_000
        let seconds = abs(open.microseconds / 1_000_000 % 60)
        let rest = seconds == 0 ? "" : choose(" \(seconds) 秒", " \(seconds) 秒", " \(seconds) s")
        let span = "\(moment(start, calendar.zone)) … \(moment(end, calendar.zone))"
        return choose(
            "營業時間 \(minutes) 分\(rest)：\(span)", "营业时间 \(minutes) 分\(rest)：\(span)",
            "\(minutes) min\(rest) of opening time: \(span)")
    }

    func summary(_ calendar: WorkingCalendar) -> String {
        let name = "\(calendar.name) \(calendar.version), \(calendar.zone.name)"
        let covers = "\(calendar.covers.lowerBound) … \(calendar.covers.upperBound)"
        let (off, on) = (calendar.daysOff.count, calendar.daysOn.count)
        return choose(
            "\(name)；涵蓋 \(covers)；休假日 \(off)，補班或短日 \(on)", "\(name)；覆盖 \(covers)；休假日 \(off)，补班或短日 \(on)",
            "\(name); covers \(covers); \(off) days off, \(on) days with hours of their own")
    }

    func daysImported(_ merged: CalendarDays.Merged) -> String {
        let covers = merged.covers.map { "\($0.lowerBound) … \($0.upperBound)" }
        return choose(
            "新增 \(merged.added) 日，取代 \(merged.replaced) 日", "新增 \(merged.added) 日，替换 \(merged.replaced) 日",
            "\(merged.added) days added, \(merged.replaced) replaced")
            + (covers.map { choose("；涵蓋 \($0)", "；覆盖 \($0)", "; covers \($0)") } ?? "")
    }

    func noCalendar(_ name: String, known: [String]) -> String {
        let list = known.joined(separator: ", ")
        return choose(
            "沒有檔案或行事曆「\(name)」；已有 \(list)", "没有文件或日历“\(name)”；已有 \(list)",
            "no file and no calendar \"\(name)\"; there are \(list), or give a file")
    }

    func backwardSpan(_ option: String, _ text: String) -> String {
        choose(
            "\(option) 的「\(text)」結束早於開始；請對調", "\(option) 的“\(text)”结束早于开始；请对调",
            "\(option) '\(text)' ends before it starts; swap the two times")
    }

    func sentence(_ warning: PolicyWarning) -> String {
        switch warning {
        case .targetAfterLaw(let severity, let budget, let regime, let calendar, let dates):
            let shown = dates.prefix(PolicyWarning.datesShownMax).map(\.description).joined(separator: ", ")
            let rest = dates.count > PolicyWarning.datesShownMax ? ", ..." : ""
            return choose(
                "\(severity.rawValue) 解決時限 \(budget) 在 \(calendar) 的 \(dates.count) 個受理日晚於 \(regime) 的安全期限：\(shown)\(rest)",
                "\(severity.rawValue) 解决时限 \(budget) 在 \(calendar) 的 \(dates.count) 个受理日晚于 \(regime) 的安全期限：\(shown)\(rest)",
                warning.message)
        case .calendarEnds(let calendar, let end):
            return choose(
                "行事曆 \(calendar) 只知道到 \(end)；請載入下一年的日子", "日历 \(calendar) 只知道到 \(end)；请载入下一年的日子",
                warning.message)
        case .unknownLogin(let login, let list):
            return choose(
                "值班名單 \(list) 中的「\(login)」不在此中心；將無人收到通知", "值班名单 \(list) 中的“\(login)”不在此中心；将无人收到通知",
                warning.message)
        case .methodNotComputed(let method):
            return choose(
                "價值方法 \(method) 尚未計算；等級仍依 abc", "价值方法 \(method) 尚未计算；等级仍按 abc", warning.message)
        }
    }
}
