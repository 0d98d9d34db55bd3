extension Wording {
    var helpTitle: String { say("說明", "帮助", "Help") }
    var allKeysTitle: String {
        say("全部按鍵與代碼（F10 加兩位數）", "全部按键与代码（F10 加两位数）", "All keys and codes (F10 and two digits)")
    }
    var everywhereTitle: String { say("任何地方", "任何地方", "Everywhere") }
    var dash: String { say("：", "：", ": ") }

    /// The heading of the help for a place.
    func placeTitle(_ place: HelpPlace) -> String {
        switch place {
        case .lookup: say("查詢欄", "查询栏", "The look-up field")
        case .complaints: say("未結客訴", "未结投诉", "Open complaints")
        case .history: say("往來紀錄", "历史", "History")
        case .note: say("本次通話備註", "本次通话备注", "The call note")
        case .wrapUp: say("話後處理", "话后处理", "The wrap-up code")
        case .list: say("編號清單", "编号列表", "A numbered list")
        case .form: say("表單", "表单", "A form")
        case .queue: queueTitle
        case .duplicates: duplicatesName
        case .importing: importName
        case .caseScreen: say("客訴案件", "投诉工单", "A complaint")
        case .menu: say("選單與指令面板", "菜单与命令面板", "Menu and palette")
        }
    }

    /// The keys that mean something of their own at a place.
    func placeHelp(_ place: HelpPlace) -> [(keys: String, text: String)] {
        switch place {
        case .lookup:
            [
                (
                    "0-9",
                    say(
                        "直接輸入電話、末三碼以上、車牌、姓名、編號或案號", "直接输入电话、末三位以上、车牌、姓名、编号或工单号",
                        "type a phone, its last 3 digits or more, a plate, a name, a customer or case number")
                ),
                (
                    "Enter",
                    say(
                        "一筆就開啟，多筆就列出，沒有就新增", "一条就打开，多条就列出，没有就新建",
                        "opens the one match, lists several, offers a new customer for none")
                ),
                (say("上 下", "上 下", "Up Down"), say("在候選中選擇", "在候选中选择", "chooses among the candidates")),
                ("+ -", say("查詢欄空白時換客訴", "查询栏为空时换投诉", "look-up empty: next and previous complaint")),
                ("*  /", say("清除；切換電話與車牌", "清空；切换电话与车牌", "clears; switches between phone and plate")),
            ]
        case .complaints, .history:
            [
                (say("上 下 PgUp PgDn", "上 下 PgUp PgDn", "Up Down PgUp PgDn"), say("移動", "移动", "moves")),
                ("Enter", say("開啟這一筆", "打开这一条", "opens the row")),
                ("0-9", say("開始新的查詢", "开始新的查询", "begins a new look-up")),
            ]
        case .note:
            [
                ("Enter", say("換行", "换行", "new line")),
                ("Ctrl-S", say("儲存（未選處理碼時先列出）", "保存（未选处理码时先列出）", "saves; asks for the wrap-up code first")),
                ("Ctrl-C", say("清空，Ctrl-Z 可復原", "清空，Ctrl-Z 可撤销", "empties it; Ctrl-Z brings it back")),
                ("F6", say("把備註轉為新客訴", "把备注转为新投诉", "makes a complaint of it")),
            ]
        case .wrapUp:
            [
                ("1-15", say("選處理碼", "选处理码", "chooses the code")),
                ("Enter", say("儲存備註", "保存备注", "saves the note")),
                ("F4", say("列出全部", "列出全部", "lists them all")),
            ]
        case .list:
            [
                ("1-99", say("選這一列", "选这一行", "chooses the row")),
                (say("上 下 Enter", "上 下 Enter", "Up Down Enter"), say("移動並選擇", "移动并选择", "moves, chooses")),
                ("Esc", say("關閉，不變更", "关闭，不改变", "closes, changes nothing")),
            ]
        case .form:
            [
                ("Enter Tab", say("下一欄", "下一项", "next field")),
                ("1-9", say("在選項欄選擇", "在选项中选择", "chooses a value where there are some")),
                ("F4", say("列出可選的值", "列出可选的值", "lists the values")),
                ("Ctrl-S", say("送出", "提交", "sends it")),
                ("Esc", say("離開，內容保留", "离开，内容保留", "leaves it; what is typed is kept")),
            ]
        case .caseScreen:
            [
                (
                    say("上 下 Enter", "上 下 Enter", "Up Down Enter"),
                    say("選擇並執行動作", "选择并执行操作", "chooses and asks for an action")
                ),
                ("Tab", say("動作與紀錄之間切換", "操作与记录之间切换", "between actions and trail")),
                ("Esc", say("回到客戶", "回到客户", "back to the customer")),
            ]
        case .duplicates: duplicatesHelp
        case .importing: importHelp
        case .queue:
            [
                (say("上 下 PgUp PgDn", "上 下 PgUp PgDn", "Up Down PgUp PgDn"), say("移動", "移动", "moves")),
                ("Enter", say("開啟案件", "打开工单", "opens the case")),
                ("Ctrl-T", say("認領", "认领", "claims it")),
                ("F6", say("分派給值班人員", "分派给值班人员", "assigns it to somebody on duty")),
                ("Ctrl-G", say("裁定：1 核准 2 駁回", "裁定：1 批准 2 驳回", "decides: 1 approves, 2 rejects")),
                (
                    say("空白鍵 Ins", "空格 Ins", "Space Ins"),
                    say("標記，動作做在全部標記上", "标记，操作做在全部标记上", "marks; actions go to all marked")
                ),
                ("F4", say("篩選", "筛选", "filters")),
                ("F5", say("收進新的次序", "收进新的次序", "takes the new order over")),
                ("F9", say("最急而沒人接手的", "最急而没人认领的", "the most urgent nobody has taken")),
            ]
        case .menu:
            [
                (say("兩位數", "两位数", "2 digits"), say("執行該指令", "执行该命令", "runs the command")),
                ("Ctrl-P", say("名稱、拼音首字母、英文或代碼", "名称、拼音首字母、英文或代码", "by name, initials, English id or code")),
            ]
        }
    }
}
