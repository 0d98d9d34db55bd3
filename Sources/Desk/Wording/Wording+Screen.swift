import Complaints
package import Dossier

extension Wording {
    // The status row.
    /// What an agent is, as the status row says it: the highest rank counts.
    func title(of roles: Set<Role>) -> String {
        if roles.contains(.director) { return say("總監", "总监", "Director") }
        if roles.contains(.manager) { return say("經理", "经理", "Manager") }
        if roles.contains(.supervisor) { return say("主管", "主管", "Supervisor") }
        if roles.contains(.compliance) { return say("申訴專員", "投诉专员", "Compliance") }
        return say("客服", "坐席", "Agent")
    }
    package func word(_ presence: Presence) -> String {
        switch presence {
        case .ready: say("就緒", "就绪", "ready")
        case .onCall: say("通話中", "通话", "on a call")
        case .shortBreak: say("休息", "小休", "break")
        case .offline: say("離線", "离线", "off")
        }
    }
    func word(_ link: StoreLink) -> String {
        switch link {
        case .online: say("連線", "在线", "online")
        case .offline: say("斷線", "断线", "offline")
        }
    }
    func lookupTime(_ microseconds: Int64) -> String {
        let time =
            if microseconds < 10_000 {
                "\(microseconds / 1000).\(microseconds / 100 % 10)ms"
            } else if microseconds < 1_000_000 {
                "\(microseconds / 1000)ms"
            } else {
                "\(microseconds / 1_000_000).\(microseconds / 100_000 % 10)s"
            }
        return say("查詢 ", "查询 ", "find ") + time
    }
    func unsent(_ count: Int) -> String { say("未送 \(count)", "未发 \(count)", "unsent \(count)") }

    // The call row.
    var call: String { say("來電", "来电", "Call") }
    var noCall: String { say("目前無來電", "当前无来电", "no call waiting") }
    var ringing: String { say("響鈴中", "正在响铃", "ringing") }
    var newNumber: String { say("新號碼", "新号码", "new number") }
    var isThisCustomer: String { say("目前客戶", "当前客户", "this customer") }
    func sharedNumber(_ count: Int) -> String { say("\(count) 位客戶共用", "\(count) 位客户共用", "\(count) customers") }
    var openCallHint: String { say("F9=開啟", "F9=打开", "F9=open") }

    // The look-up row.
    var lookupLabel: String { say("查詢>", "查询>", "Find>") }
    var lookupHelp: String {
        say("輸入電話、車牌、姓名即查", "输入数字即查; 车牌可不打省份", "phone, plate, name or number")
    }
    var lookupKeys: String { say("Enter查 Esc清", "Enter查 Esc清", "Enter=go Esc=clear") }
    var searching: String { say("查詢中", "查询中", "looking") }
    var plateFirst: String { say("數字當車牌", "数字当车牌", "plates first") }
    var phoneFirst: String { say("數字當電話", "数字当电话", "phones first") }
    var enterMakesCustomer: String {
        say("查無資料，Enter 新增客戶", "查无结果，Enter 新建客户", "nothing found: Enter makes a new customer")
    }
    func candidates(_ count: Int, isTruncated: Bool) -> String {
        let number = "\(count)" + (isTruncated ? "+" : "")
        return say("候選 \(number)", "候选 \(number)", "\(number) found")
    }
    var moreCandidates: String {
        say("繼續輸入可縮小範圍，Enter 列出全部", "继续输入可缩小范围，Enter 列出全部", "type on to narrow, Enter lists them")
    }

    // The identity rows.
    var noCustomer: String { say("尚未開啟客戶", "尚未打开客户", "no customer open") }
    var loading: String { say("讀取中", "读取中", "loading") }
    var nameless: String { say("（未留姓名）", "（未留姓名）", "(no name)") }
    func sex(_ code: String) -> String {
        switch code {
        case "male": say("男", "男", "M")
        case "female": say("女", "女", "F")
        default: code
        }
    }
    func age(_ years: Int) -> String { say("\(years)歲", "\(years)岁", "\(years)") }
    func tenureLabel(_ text: String) -> String { say("客齡 ", "客龄 ", "since ") + text }
    func yearValue(_ text: String) -> String { say("年值 ", "年值 ", "value ") + text }
    func lastContact(_ text: String) -> String { say("上次 ", "上次 ", "last ") + text }
    func hint(_ text: String) -> String { say("提示: ", "提示: ", "hint: ") + text }
    func need(_ text: String) -> String { say("需協助: ", "需照顾: ", "needs: ") + text }
    func followUp(_ text: String) -> String { say("約回電 ", "约回电 ", "call back ") + text }
    func why(_ word: String, _ reason: String) -> String {
        say("為何\(word)：\(reason)", "为何\(word): \(reason)", "why \(word.lowercased()): \(reason)")
    }

    var startHelp: [String] {
        [
            say("輸入電話、末三碼以上、車牌或姓名", "输入电话、末三位以上、车牌或姓名", "Type a phone, its last 3 digits, a plate, a name"),
            say("F4 最近客戶與草稿", "F4 最近客户与草稿", "F4  recent customers and drafts"),
            say("F10 選單   F1 說明", "F10 菜单   F1 帮助", "F10 menu   F1 help"),
        ]
    }

    // The panes.
    func openComplaints(_ count: Int) -> String {
        say("未結客訴 \(count)", "未结投诉 \(count)", "Open complaints \(count)")
    }
    var noComplaints: String { say("沒有未結客訴", "没有未结投诉", "no open complaints") }
    func history(_ range: String) -> String { say("往來 ", "历史 ", "History ") + range }
    var noHistory: String { say("尚無往來紀錄", "尚无历史", "nothing yet") }
    func owner(_ login: String) -> String { say("負責 ", "责任 ", "owner ") + login }
    func handler(_ login: String) -> String { say("處理 ", "经办 ", "handler ") + login }
    var detail: String { say("所選明細", "选中条目详情", "Detail") }
    var note: String { say("本次通話備註", "本次通话备注", "Call note") }
    var unassignedNote: String { say("備註（尚未指定客戶）", "备注（尚未指定客户）", "Note (no customer yet)") }
    var unsaved: String { say("（未儲存）", " (未保存)", " (unsaved)") }
    var saving: String { say("（儲存中）", " (保存中)", " (saving)") }
    var noteHelp: String {
        say("（F6 轉為新客訴，Ctrl-S 儲存）", "(F6 转为新投诉, Ctrl-S 保存)", "(F6 makes a complaint, Ctrl-S saves)")
    }
    var wrapUp: String { say("話後處理>", "话后处理>", "Wrap-up>") }
    var draft: String { say("草稿", "草稿", "draft") }

    package func word(_ kind: TimelineEntry.Kind) -> String {
        switch kind {
        case .call: say("來電", "来电", "call")
        case .message: say("訊息", "消息", "msg")
        case .visit: say("來訪", "来访", "visit")
        case .note: say("備註", "备注", "note")
        case .purchase: say("購買", "购买", "buy")
        case .purchaseReturn: say("退貨", "退货", "return")
        case .complaint: say("客訴", "投诉", "case")
        case .other: say("其他", "其他", "other")
        }
    }

    // The last rows.
    func place(_ pane: Pane) -> String {
        switch pane {
        case .lookup: say("查詢", "查询", "Find")
        case .note: say("備註", "备注", "Note")
        case .wrapUp: say("話後", "话后", "Wrap")
        case .complaints: say("客訴", "投诉", "Cases")
        case .history: say("往來", "历史", "Hist")
        case .caseActions: say("動作", "操作", "Acts")
        case .caseTrail: say("紀錄", "记录", "Trail")
        case .queue: say("佇列", "队列", "Queue")
        }
    }
    var tabHint: String { say("Tab換區", "Tab换区", "Tab=pane") }
    func undoHint(_ seconds: Int64) -> String {
        say("\(seconds)秒內可復原 Ctrl-Z", "\(seconds)秒内可撤销 Ctrl-Z", "Ctrl-Z undoes, \(seconds) s")
    }
    /// What a terminal too small must become.
    package func needsSize(columns: Int, rows: Int) -> String {
        say("視窗太小：需要 \(columns)x\(rows)", "窗口太小: 需要 \(columns)x\(rows)", "Too small: needs \(columns)x\(rows)")
    }
}
