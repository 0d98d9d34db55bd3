import Complaints

extension Wording {
    func title(_ title: ChoiceTitle) -> String {
        switch title {
        case .candidates(let count, let isTruncated): candidates(count, isTruncated: isTruncated)
        case .callers(let number): say("\(number) 有多位客戶", "\(number) 有多位客户", "\(number) has several customers")
        case .recent: say("最近客戶與草稿", "最近客户与草稿", "Recent customers and drafts")
        case .lookalikes: say("可能已有的客戶", "可能已有的客户", "Perhaps known already")
        case .importSubject: say("檔案內容是什麼", "文件内容是什么", "What are the rows?")
        case .importEncoding: encodingLabel
        case .importSheet: sheetLabel
        case .importField(let column): say("欄位「\(column)」是", "列“\(column)”是", "Column “\(column)” is")
        case .wrapUp: say("話後處理", "话后处理", "Wrap-up code")
        case .copy: say("複製", "复制", "Copy")
        case .theme: say("佈景主題", "配色主题", "Theme")
        case .language: say("語言", "语言", "Language")
        case .presence: say("值機狀態", "坐席状态", "Presence")
        case .fieldValues(let id): label(field: id)
        case .confirmLogOut: say("要登出嗎？草稿會保留。", "要退出吗？草稿会保留。", "Log out? Drafts are kept.")
        case .queueFilter: filterTitle
        case .assign(let count): assignTitle(count)
        case .decision(let count): decisionTitle(count)
        case .promises: promisesTitle
        case .callResult(let call): resultTitle(call)
        case .confirmDiscardNote: say("要捨棄這份備註嗎？", "要丢弃这份备注吗？", "Discard this note?")
        }
    }

    var chooseHint: String {
        say("數字或上下鍵加 Enter 選擇，Esc 關閉", "数字或上下键加 Enter 选择，Esc 关闭", "a number, or arrows and Enter; Esc closes")
    }
    var helpMore: String { say("再按 F1 列出全部按鍵", "再按 F1 列出全部按键", "F1 again lists every key") }
    var nothingHere: String { say("（無）", "（无）", "(nothing)") }

    func title(_ purpose: FormPurpose) -> String {
        switch purpose {
        case .newCustomer: say("新增客戶", "新建客户", "New customer")
        case .editCustomer(let id): say("修改客戶 \(id)", "修改客户 \(id)", "Edit customer \(id)")
        case .newComplaint: say("新增客訴", "新建投诉", "New complaint")
        case .event(let number, let event): "\(number.short)  \(word(event))"
        case .queueEvent(let numbers, let event): "\(severalCases(numbers.count))  \(word(event))"
        case .saveView: say("儲存檢視", "保存视图", "Save the view")
        case .callBack(_, let number):
            say("約定回電", "约定回电", "Promise a call-back") + (number.map { "  " + $0.short } ?? "")
        }
    }

    /// What goes up when a remedy is beyond the agent's limit.
    func asksApproval(_ remedy: [String], about: String?) -> String {
        let asked = remedy.filter { !$0.isEmpty }.joined(separator: " ")
        let words = say("請核准：\(asked)", "请批准：\(asked)", "Please approve: \(asked)")
        return about.map { words + say("；", "；", "; ") + $0 } ?? words
    }

    var send: String { say("[ 送出 ]  Ctrl-S", "[ 提交 ]  Ctrl-S", "[ Send ]  Ctrl-S") }
    var sending: String { say("傳送中", "提交中", "sending") }
    var formHint: String {
        say(
            "Enter 下一欄，F4 選項，Ctrl-S 送出，Esc 離開並保留", "Enter 下一项，F4 选项，Ctrl-S 提交，Esc 离开并保留",
            "Enter next, F4 values, Ctrl-S sends, Esc leaves and keeps it")
    }

    func sentence(_ refusal: FormRefusal) -> String {
        switch refusal {
        case .missing(let id):
            say("請填「\(label(field: id))」。", "请填“\(label(field: id))”。", "“\(label(field: id))” is needed.")
        case .unreadable(let id):
            say("「\(label(field: id))」無法辨讀。", "“\(label(field: id))”无法识别。", "“\(label(field: id))” cannot be read.")
        case .refused(let refusal): sentence(refusal)
        case .fault(let fault): sentence(fault)
        }
    }

    var menuTitle: String { say("選單：輸入兩位數", "菜单: 输入两位数", "Menu: two digits") }
    var paletteTitle: String { say("指令面板", "命令面板", "Commands") }
    var palettePrompt: String { say("指令>", "命令>", "Command>") }
    var nothingMatches: String { say("沒有符合的指令", "没有匹配的命令", "no command matches") }
    var logTitle: String { say("訊息紀錄", "消息记录", "Messages") }
    var entryTitle: String { say("往來明細", "历史详情", "History entry") }

    // The case screen.
    var owner: String { say("負責人", "责任人", "owner") }
    var handler: String { say("處理人", "经办人", "handler") }
    var receivedAt: String { say("收到", "收到", "received") }
    var actions: String { say("可做的動作", "可做的操作", "Actions") }
    func trail(_ range: String) -> String { say("案件紀錄 ", "工单记录 ", "Trail ") + range }
    var due: String { say("到期", "到期", "due") }
    var vulnerable: String { say("弱勢客戶", "特殊群体", "vulnerable") }
    var engine: String { say("系統", "系统", "engine") }
}
