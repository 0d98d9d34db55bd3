import TerminalKit

extension DeskCommand {
    /// Codes 11 to 19: where the keyboard is.
    static let moving: [DeskCommand] = [
        DeskCommand(
            .zoomPane, 11, [.function(11)], Phrase("放大區塊", "放大窗格", "Zoom pane"),
            initials: ("fdqk", "fdcg"),
            help: Phrase(
                "讓目前的區塊占滿畫面，再按一次恢復。", "让当前窗格占满屏幕，再按一次恢复。",
                "Gives the whole screen to the pane you are in; again brings the others back.")),
        DeskCommand(
            .goToLookup, 12, [.function(2)], Phrase("查詢客戶", "查询客户", "Look up a customer"),
            hint: Phrase("查詢", "查询", "Find"), initials: ("cxkh", "cxkh"),
            help: Phrase(
                "移到查詢欄；電話、車牌、姓名、客戶編號、案號都打在這裡。",
                "移到查询栏；电话、车牌、姓名、客户编号、工单号都打在这里。",
                "Goes to the look-up field: phone, plate, name, customer or case number, all in one.")),
        DeskCommand(
            .pickList, 13, [.function(4)], Phrase("清單與最近客戶", "列表与最近客户", "Pick list, recent customers"),
            hint: Phrase("清單", "列表", "List"), initials: ("qdyzjkh", "lbyzjkh"),
            help: Phrase(
                "在欄位裡列出可選的值；其他地方列出最近二十位客戶與草稿。",
                "在字段里列出可选的值；其他地方列出最近二十位客户与草稿。",
                "In a field: its values. Elsewhere: the last twenty customers, drafts marked.")),
        DeskCommand(
            .goBack, 14, [.function(3)], Phrase("返回", "返回", "Back"), hint: Phrase("返回", "返回", "Back"),
            initials: ("fh", "fh"),
            help: Phrase(
                "回上一層；在最上層時詢問是否登出。", "返回上一层；在最上层时询问是否退出。",
                "Goes back one screen; at the first one asks whether to log out.")),
        DeskCommand(
            .reload, 15, [.function(5)], Phrase("重新整理", "刷新", "Reload"), hint: Phrase("更新", "刷新", "Load"),
            initials: ("cxzl", "sx"),
            help: Phrase("重新讀取畫面上的客戶。", "重新读取屏幕上的客户。", "Reads the customer on the screen again.")),
        DeskCommand(
            .pageBack, 16, [.function(7)], Phrase("上一頁", "上一页", "Page back"),
            hint: Phrase("上頁", "上页", "PgUp"), initials: ("syy", "syy"),
            help: Phrase("清單往前一頁。", "列表往前一页。", "Moves the list back one page.")),
        DeskCommand(
            .pageForward, 17, [.function(8)], Phrase("下一頁", "下一页", "Page forward"),
            hint: Phrase("下頁", "下页", "PgDn"), initials: ("xyy", "xyy"),
            help: Phrase("清單往後一頁。", "列表往后一页。", "Moves the list forward one page.")),
        DeskCommand(
            .nextPane, 18, [.tab], Phrase("下一區塊", "下一窗格", "Next pane"),
            hint: Phrase("換區", "换区", "Pane"), initials: ("xyqk", "xycg"),
            help: Phrase("移到下一個區塊。", "移到下一个窗格。", "Moves to the next pane.")),
        DeskCommand(
            .previousPane, 19, [.backTab], Phrase("上一區塊", "上一窗格", "Previous pane"),
            initials: ("syqk", "sycg"),
            help: Phrase("移到上一個區塊。", "移到上一个窗格。", "Moves to the previous pane.")),
    ]
}
