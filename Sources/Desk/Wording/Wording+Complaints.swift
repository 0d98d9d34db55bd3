package import Complaints

extension Wording {
    package func word(_ state: CaseState) -> String {
        switch state {
        case .received: say("已受理", "已受理", "received")
        case .acknowledged: say("已告知受理", "已告知受理", "acknowledged")
        case .inProgress: say("處理中", "处理中", "in progress")
        case .waiting: say("等待中", "等待中", "waiting")
        case .remedyOffered: say("待客戶同意", "待客户同意", "remedy offered")
        case .deferred: say("暫無法解決（已說明）", "暂无法解决（已说明）", "deferred")
        case .resolved: say("已解決待回訪", "已解决待回访", "resolved")
        case .closed: say("已結案", "已结案", "closed")
        case .withdrawn: say("已撤回", "已撤回", "withdrawn")
        case .merged: say("已併案", "已并单", "merged")
        }
    }

    /// The severity in a word; the code says the rest.
    package func word(_ severity: Severity) -> String {
        switch severity {
        case .s1: say("S1 重大", "S1 重大", "S1 critical")
        case .s2: say("S2 緊急", "S2 紧急", "S2 urgent")
        case .s3: say("S3 一般", "S3 一般", "S3 normal")
        case .s4: say("S4 輕微", "S4 轻微", "S4 minor")
        }
    }

    /// What the severity stands for, for the form that asks for it.
    package func meaning(_ severity: Severity) -> String {
        switch severity {
        case .s1: say("S1 安全、法律、洩密、媒體", "S1 安全、法律、泄密、媒体", "S1 safety, legal, data leak, media")
        case .s2: say("S2 金錢損失或服務中斷", "S2 金钱损失或服务中断", "S2 money lost or service down")
        case .s3: say("S3 我方疏失，無損失", "S3 我方差错，无损失", "S3 our error, no loss")
        case .s4: say("S4 不滿意，非我方疏失", "S4 不满意，非我方差错", "S4 dissatisfied, no error of ours")
        }
    }

    package func word(_ role: Role) -> String {
        switch role {
        case .agent: say("客服人員", "坐席", "agent")
        case .supervisor: say("主管", "主管", "supervisor")
        case .manager: say("經理", "经理", "manager")
        case .director: say("總監", "总监", "director")
        case .unit: say("服務站", "服务网点", "service unit")
        case .compliance: say("申訴專員", "投诉专员", "complaints officer")
        case .auditor: say("稽核", "审计", "auditor")
        case .administrator: say("系統管理員", "系统管理员", "administrator")
        case .timer: say("系統計時", "系统计时", "timer")
        }
    }

    /// `L0` to `L3` with the role that answers there.
    package func level(_ level: Int) -> String {
        switch level {
        case ...0: "L0"
        case 1: "L1 " + word(Role.supervisor)
        case 2: "L2 " + word(Role.manager)
        default: "L\(level) " + word(Role.director)
        }
    }

    /// A clock by what it promises.
    package func clock(_ name: String) -> String {
        switch name {
        case ClockName.acknowledge: say("告知受理", "告知受理", "acknowledge")
        case ClockName.firstResponse: say("首次回覆", "首次回复", "first response")
        case ClockName.update: say("進度回報", "进度回复", "progress update")
        case ClockName.resolve: say("解決", "解决", "resolve")
        case ClockName.remedy: say("補救執行", "补救执行", "carry out remedy")
        case ClockName.followUp: say("回訪", "回访", "follow up")
        case ClockName.escalationAcceptance: say("接手升級", "接手升级", "accept escalation")
        case ClockName.unitAcceptance: say("服務站接單", "网点接单", "unit accepts")
        case ClockName.unitDone: say("服務站完成", "网点完成", "unit done")
        default:
            if ClockName.isStatutory(name) {
                say("法定時限", "法定时限", "legal deadline")
            } else if name.hasPrefix("EXTERNAL:") {
                say("主管機關", "外部机构", "authority") + " " + name.dropFirst("EXTERNAL:".count)
            } else {
                name
            }
        }
    }

    package func word(_ state: ComplaintClock.State) -> String {
        switch state {
        case .running: say("計時中", "计时中", "running")
        case .paused: say("暫停", "暂停", "paused")
        case .met: say("如期", "按时", "met")
        case .breached: say("逾期", "超时", "breached")
        case .void: say("作廢", "作废", "void")
        case .notApplicable: say("不適用", "不适用", "not applicable")
        }
    }
}
