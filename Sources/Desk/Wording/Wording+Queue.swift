import Complaints
package import Dossier

extension Wording {
    package func word(_ view: QueueFilter.View) -> String {
        switch view {
        case .all: say("全部未結", "全部未结", "all open")
        case .overdue: say("逾期", "超时", "overdue")
        case .dueSoon: say("四小時內到期", "四小时内到期", "due within 4 h")
        case .unclaimed: say("未認領", "未认领", "unclaimed")
        case .decisions: say("待裁定", "待裁定", "to be decided")
        case .mine: say("我的", "我的", "mine")
        case .unassessed: say("待評估", "待评估", "not assessed")
        case .paused: say("暫停計時", "暂停计时", "paused")
        case .stuck: say("停滯", "停滞", "stuck")
        case .bouncing: say("轉手多次", "多次转手", "bouncing")
        }
    }

    /// The filter on the screen: its view, narrowed by what else is set.
    func words(_ filter: QueueFilter) -> String {
        var parts: [String] = []
        if filter.view != .all || filter == QueueFilter() { parts.append(word(filter.view)) }
        if let state = filter.state { parts.append(word(state)) }
        if let severity = filter.severity { parts.append(word(severity)) }
        if let owner = filter.owner { parts.append(self.owner(owner)) }
        return parts.joined(separator: " ")
    }

    func counted(_ word: String, _ count: Int) -> String { "\(word)  \(count)" }

    /// `待辦 17  逾期 4  新 3`: the heading of the queue.
    func queueCounts(_ counts: QueueCounts, fresh: Int) -> String {
        var words = say(
            "未結 \(counts.open)  逾期 \(counts.overdue)", "待办 \(counts.open)  超时 \(counts.overdue)",
            "open \(counts.open)  late \(counts.overdue)")
        if fresh > 0 { words += say("  新 \(fresh)", "  新 \(fresh)", "  new \(fresh)") }
        return words
    }

    /// What the counters say beyond the heading, where there is room.
    func queueFigures(_ counts: QueueCounts) -> String {
        let states = CaseState.allCases.filter { counts.byState[$0] ?? 0 > 0 }
            .map { "\(word($0)) \(counts.byState[$0] ?? 0)" }
        let pace = counts.daysToClear.map {
            say("照目前速度 \($0) 天清完", "按目前速度 \($0) 天清完", $0 == 1 ? "1 day to clear" : "\($0) days to clear")
        }
        return (states + [pace].compactMap { $0 }).joined(separator: "  ")
    }

    var queueEmpty: String { say("這裡沒有案件", "这里没有工单", "no case here") }
    var queueTitle: String { say("升級佇列", "升级队列", "Queue") }
    var filter: String { say("篩選", "筛选", "filter") }
    var readingRow: String { say("讀取中", "读取中", "reading") }

    // Columns.
    var columnDue: String { say("剩餘時間", "剩余时间", "time left") }
    var columnCase: String { say("案號", "单号", "case") }
    var columnCustomer: String { say("客戶", "客户", "customer") }
    var columnTier: String { say("等級", "等级", "tier") }
    var columnSubject: String { say("事由", "事由", "about") }
    var columnState: String { say("狀態", "状态", "state") }
    var columnOwner: String { say("負責", "责任", "owner") }

    /// What stands out about a case beyond its due time.
    func flags(_ row: QueueRow) -> [String] {
        [
            row.isRisk ? say("風險", "风险", "risk") : nil,
            row.escalation.map { $0.isAccepted ? say("處理中升級", "升级处理中", "taken") : say("待接手", "待认领", "raised") },
            row.isVulnerable ? say("弱勢", "特殊", "vulnerable") : nil,
            row.isStuck ? say("停滯", "停滞", "stuck") : nil,
            row.isBouncing ? say("轉手", "转手", "bouncing") : nil,
            row.isProvisional ? say("暫定", "暂定", "prov.") : nil,
        ].compactMap { $0 }
    }

    /// What became of an action on a row.
    func words(_ result: QueueResult) -> String {
        switch result {
        case .underWay: say("處理中", "处理中", "under way")
        case .done(let event): say("已登錄：\(word(event))", "已登记：\(word(event))", "done: \(word(event))")
        case .refused(let refusal): sentence(refusal)
        case .fault(let fault): sentence(fault)
        }
    }

    /// A colleague in the list of those a case can go to.
    func line(_ colleague: Colleague) -> String {
        let name = [colleague.name, colleague.login].compactMap { $0 }.joined(separator: "  ")
        let load = say("手上 \(colleague.openCases) 件", "手上 \(colleague.openCases) 件", "\(colleague.openCases) open")
        let duty = colleague.isOnDuty ? say("值班", "值班", "on duty") : say("不在班", "不在班", "off duty")
        return name + "  " + load + "  " + duty
    }

    func assignTitle(_ count: Int) -> String {
        say("分派 \(count) 件給", "分派 \(count) 件给", count == 1 ? "Assign the case to" : "Assign \(count) cases to")
    }
    func decisionTitle(_ count: Int) -> String {
        say("裁定 \(count) 件", "裁定 \(count) 件", count == 1 ? "Decide the case" : "Decide \(count) cases")
    }
    var filterTitle: String { say("篩選佇列", "筛选队列", "Filter the queue") }
    /// The decision's words when a supervisor approves with two keys.
    var approvedWords: String { say("同意所請", "同意所请", "Approved as asked") }
    func severalCases(_ count: Int) -> String {
        say("\(count) 件", "\(count) 件", count == 1 ? "1 case" : "\(count) cases")
    }

    var queueHint: String {
        say(
            "Ctrl-T認領 F6分派 Ctrl-G裁定 空白鍵標記 Enter開啟", "Ctrl-T认领 F6分派 Ctrl-G裁定 空格标记 Enter打开",
            "Ctrl-T claim  F6 assign  Ctrl-G decide  Space mark  Enter open")
    }
}
