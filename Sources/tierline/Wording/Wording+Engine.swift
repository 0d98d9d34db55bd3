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
        switch hold.reason {
        case .clockBackward:
            choose(
                "時鐘倒退，自 \(since) 起不觸發任何到期；請校正時鐘，或由主管執行 tierline engine release",
                "时钟倒退，自 \(since) 起不触发任何到期；请校正时钟，或由主管执行 tierline engine release",
                "the clock went backward: nothing fires since \(since); set it right, or a supervisor says "
                    + "tierline engine release")
        case .clockJumped:
            choose(
                "時鐘向前跳動，自 \(since) 起暫不觸發；確認時間無誤後由主管執行 tierline engine release",
                "时钟向前跳动，自 \(since) 起暂不触发；确认时间无误后由主管执行 tierline engine release",
                "the clock jumped: nothing fires since \(since) until it is sure; a supervisor lets it go with "
                    + "tierline engine release")
        }
    }

    func askWhetherToFire(since: String) -> String {
        choose(
            "時鐘在 \(since) 跳動。現在的時間正確，要觸發到期嗎？[y/N] ", "时钟在 \(since) 跳动。现在的时间正确，要触发到期吗？[y/N] ",
            "The clock jumped at \(since). Is it right now, and shall what is due fire? [y/N] ")
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
        if let hold = status.hold { lines.append(engineHeld(hold, since: centre.minute(hold.began.wall))) }
        return lines
    }
}
