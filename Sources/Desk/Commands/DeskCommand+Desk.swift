import TerminalKit

extension DeskCommand {
    /// Codes 61 to 91: the desk itself.
    static let desk: [DeskCommand] = [
        DeskCommand(
            .chooseTheme, 61, [], Phrase("佈景主題", "配色主题", "Theme"), initials: ("bjzt", "pszt"),
            help: Phrase("換一套顏色。", "换一套颜色。", "Chooses other colours.")),
        DeskCommand(
            .chooseLanguage, 62, [], Phrase("語言", "语言", "Language"), initials: ("yy", "yy"),
            help: Phrase("換介面語言。", "换界面语言。", "Chooses the language of the desk.")),
        DeskCommand(
            .choosePresence, 63, [], Phrase("值機狀態", "坐席状态", "Presence"), initials: ("zjzt", "zxzt"),
            help: Phrase("設為就緒、休息或離線。", "设为就绪、小休或离线。", "Ready, on a break or off line.")),
        DeskCommand(
            .showLog, 64, [], Phrase("訊息紀錄", "消息记录", "Messages"), initials: ("xxjl", "xxjl"),
            help: Phrase("列出最近的訊息。", "列出最近的消息。", "Lists the latest messages.")),
        DeskCommand(
            .repaint, 65, [.control("l")], Phrase("重繪畫面", "重绘屏幕", "Repaint"), initials: ("chhm", "chpm"),
            help: Phrase("畫面亂掉時重畫一次。", "屏幕乱掉时重画一次。", "Draws the screen anew.")),
        DeskCommand(
            .help, 71, [.function(1)], Phrase("說明", "帮助", "Help"), hint: Phrase("說明", "帮助", "Help"),
            initials: ("sm", "bz"),
            help: Phrase(
                "說明目前位置可用的按鍵；再按一次列出全部。", "说明当前位置可用的按键；再按一次列出全部。",
                "Says what the keys do here; once more lists all.")),
        DeskCommand(
            .allKeys, 72, [], Phrase("全部按鍵", "全部按键", "All keys"), initials: ("qbaj", "qbaj"),
            help: Phrase("列出全部按鍵與代碼。", "列出全部按键与代码。", "Lists every key and code.")),
        DeskCommand(
            .palette, 73, [.control("p")], Phrase("指令面板", "命令面板", "Command palette"),
            hint: Phrase("指令", "命令", "Command"), initials: ("zlmb", "mlmb"),
            help: Phrase(
                "用名稱、拼音首字母、英文或代碼找指令。", "用名称、拼音首字母、英文或代码找命令。",
                "Finds a command by name, initials, English id or code.")),
        DeskCommand(
            .menu, 74, [.function(10)], Phrase("選單", "菜单", "Menu"), hint: Phrase("選單", "菜单", "Menu"),
            initials: ("xd", "cd"),
            help: Phrase("用兩位數代碼執行任何指令。", "用两位数代码执行任何命令。", "Runs any command by its two digits.")),
        DeskCommand(
            .cancel, 91, [.function(12), .escape], Phrase("取消", "取消", "Cancel"),
            hint: Phrase("取消", "取消", "Esc"), initials: ("qx", "qx"),
            help: Phrase(
                "清除查詢、關閉視窗或返回；不會登出。", "清空查询、关闭窗口或返回；不会退出。",
                "Clears the look-up, closes what is on top, or goes back. Never logs out.")),
        DeskCommand(
            .clearInput, 92, [.control("c")], Phrase("清除輸入", "清空输入", "Clear the input"),
            initials: ("qcsr", "qksr"),
            help: Phrase("清除目前的輸入欄；不會登出。", "清空当前的输入栏；不会退出。", "Empties the field you are in; never logs out.")),
        DeskCommand(
            .logOut, 99, [], Phrase("登出", "退出", "Log out"), initials: ("dc", "tc"),
            help: Phrase("詢問後離開；草稿會保留。", "询问后离开；草稿会保留。", "Leaves, after asking. Drafts are kept.")),
    ]
}
