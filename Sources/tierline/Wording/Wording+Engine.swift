import Complaints
import Desk
import Store
import WorkingTime

// What the engine says of itself.
extension Wording {
    func engineActive(epoch: Int64, next: String?) -> String {
        choose(
            "引擎啟動（第 \(epoch) 任）；下次到期 \(next ?? "-")", "引擎启动（第 \(epoch) 任）；下次到期 \(next ?? "-")",
            "this is the engine now (epoch \(epoch)); next due \(next ?? "-")")
    }

    var engineStandby: String {
        choose("另一個引擎正在執行；待命中", "另一个引擎正在运行；待命中", "another engine works; standing by")
    }

    func engineHeld(_ hold: EngineHold, since: String) -> String {
        let amount = spoken(hold.by.microseconds < 0 ? TimeLength.zero - hold.by : hold.by)
        let code = hold.doubt.code
        switch (hold.doubt.reason, hold.needsPerson) {
        case (.backward, _):
            return choose(
                "\(code)：時鐘比上次檢查慢 \(amount)，自 \(since) 起不觸發任何到期；請校正時鐘，或\(release.0)",
                "\(code)：时钟比上次检查慢 \(amount)，自 \(since) 起不触发任何到期；请校正时钟，或\(release.1)",
                "\(code): the clock is \(amount) behind the last look, so nothing fires since \(since); set it right, or "
                    + release.2)
        case (.jumped, true):
            return choose(
                "\(code)：時鐘與實際經過的時間相差 \(amount)，自 \(since) 起不觸發任何到期；請校正時鐘，或\(release.0)",
                "\(code)：时钟与实际经过的时间相差 \(amount)，自 \(since) 起不触发任何到期；请校正时钟，或\(release.1)",
                "\(code): the clock is \(amount) off the time that really passed, so nothing fires since \(since); set it "
                    + "right, or " + release.2)
        case (.jumped, false):
            return choose(
                "\(code)：時鐘與實際經過的時間相差 \(amount)，自 \(since) 起暫停十分鐘；時間無誤可\(release.0)",
                "\(code)：时钟与实际经过的时间相差 \(amount)，自 \(since) 起暂停十分钟；时间无误可\(release.1)",
                "\(code): the clock is \(amount) off the time that really passed, so nothing fires for ten minutes from "
                    + "\(since); if it is right, " + release.2)
        }
    }

    /// What a supervisor can do about it.
    private var release: (String, String, String) {
        (
            "確認無誤後由主管執行 tierline engine release（或 tierline engine tick --go）",
            "确认无误后由主管执行 tierline engine release（或 tierline engine tick --go）",
            "a supervisor who knows that it is says tierline engine release (or tierline engine tick --go)"
        )
    }

    func askWhetherToFire(since: String, by length: TimeLength) -> String {
        let amount = spoken(length)
        return choose(
            "時鐘在 \(since) 跳動了 \(amount)。現在的時間正確，要觸發到期嗎？[y/N] ",
            "时钟在 \(since) 跳动了 \(amount)。现在的时间正确，要触发到期吗？[y/N] ",
            "The clock jumped by \(amount) at \(since). Is it right now, and shall what is due fire? [y/N] ")
    }

    func engineReleased(_ wasHeld: Bool) -> String {
        wasHeld
            ? choose("已解除，引擎繼續", "已解除，引擎继续", "released; the engine goes on")
            : choose("引擎並未暫停", "引擎并未暂停", "nothing was held")
    }

    func tickDone(_ report: TickReport, next: String?) -> String {
        let late =
            report.superseded == 0
            ? "" : choose("，略過 \(report.superseded)", "，略过 \(report.superseded)", ", \(report.superseded) superseded")
        let passed =
            report.passedOver == 0
            ? ""
            : choose("，無法處理 \(report.passedOver)", "，无法处理 \(report.passedOver)", ", \(report.passedOver) passed over")
        return choose(
            "觸發 \(report.fired)（\(report.cases) 件案件）\(late)\(passed)；下次到期 \(next ?? "-")",
            "触发 \(report.fired)（\(report.cases) 件工单）\(late)\(passed)；下次到期 \(next ?? "-")",
            "\(report.fired) fired in \(report.cases) cases\(late)\(passed); next due \(next ?? "-")")
    }

    func line(_ fired: FiredEffect, in centre: Centre) -> String {
        let effect = fired.effect
        let words = [
            fired.caseNumber.short, centre.minute(effect.at), effect.kind.rawValue, effect.clock ?? "",
            effect.stage?.text ?? "", effect.target ?? "", effect.to ?? "",
        ]
        return SafeText.line("  " + words.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    func lines(_ status: EngineStatus, in centre: Centre) -> [String] {
        let holder = SafeText.line(status.holder ?? "-")
        var lines = [
            status.isRunning
                ? choose(
                    "引擎執行中：\(holder)（第 \(status.epoch) 任）", "引擎运行中：\(holder)（第 \(status.epoch) 任）",
                    "running: \(holder), epoch \(status.epoch)")
                : choose(
                    "沒有引擎在執行；請執行 tierline engine run", "没有引擎在运行；请运行 tierline engine run",
                    "no engine runs; start one with tierline engine run"),
            choose("上次檢查 ", "上次检查 ", "last tick ") + (status.lastTick.map(centre.minute) ?? "-"),
            choose("下次到期 ", "下次到期 ", "next due ") + (status.nextDue.map(centre.minute) ?? "-"),
            choose(
                "已到期未處理 \(status.backlog) 件，待送通知 \(status.undelivered) 則",
                "已到期未处理 \(status.backlog) 件，待送通知 \(status.undelivered) 条",
                "\(status.backlog) cases due and not looked at, \(status.undelivered) notices undelivered"),
        ]
        if let doubt = status.doubt {
            let since = centre.minute(doubt.began.wall)
            lines.append(
                choose(
                    "\(doubt.code)：時鐘可疑，自 \(since) 起不觸發任何到期；\(release.0)",
                    "\(doubt.code)：时钟可疑，自 \(since) 起不触发任何到期；\(release.1)",
                    "\(doubt.code): the clock is doubted, so nothing fires since \(since); " + release.2))
        }
        return lines
    }
}
