import TerminalKit

extension DeskCommand {
    /// Codes 21 to 29: the customer and the call.
    static let customer: [DeskCommand] = [
        DeskCommand(
            .newCustomer, 21, [], Phrase("新增客戶", "新建客户", "New customer"), initials: ("xzkh", "xjkh"),
            help: Phrase(
                "建立客戶；只要有姓名、電話或車牌其中一項即可。", "建立客户；只要有姓名、电话或车牌其中一项即可。",
                "Creates a customer; a name, a phone or a plate is enough.")),
        DeskCommand(
            .editCustomer, 22, [], Phrase("修改客戶資料", "修改客户资料", "Edit customer"),
            initials: ("xgkhzl", "xgkhzl"),
            help: Phrase("修改畫面上的客戶。", "修改屏幕上的客户。", "Changes the customer on the screen.")),
        DeskCommand(
            .explainTier, 23, [], Phrase("等級說明", "等级说明", "Why this tier"), initials: ("djsm", "djsm"),
            help: Phrase(
                "用一句話說明這位客戶的等級從何而來。", "用一句话说明这位客户的等级从何而来。",
                "Says in one line where the customer's tier comes from.")),
        DeskCommand(
            .copy, 24, [.control("y")], Phrase("複製", "复制", "Copy"), initials: ("fz", "fz"),
            help: Phrase(
                "複製電話、車牌、案號或客戶編號到剪貼簿。", "复制电话、车牌、工单号或客户编号到剪贴板。",
                "Copies a phone, plate, case or customer number.")),
        DeskCommand(
            .openCall, 25, [.function(9)], Phrase("開啟來電", "打开来电", "Open the call"),
            hint: Phrase("來電", "来电", "Call"), initials: ("kqld", "dkld"),
            help: Phrase(
                "開啟來電的客戶；目前客戶的備註留作草稿。", "打开来电的客户；当前客户的备注留作草稿。",
                "Opens the caller; the note of the present customer stays as a draft.")),
        DeskCommand(
            .nextComplaint, 26, [.character("+")], Phrase("下一件客訴", "下一件投诉", "Next complaint"),
            initials: ("xyjks", "xyjts"),
            help: Phrase(
                "查詢欄空白時選下一件未結客訴。", "查询栏为空时选下一件未结投诉。",
                "With the look-up empty: chooses the next open complaint.")),
        DeskCommand(
            .previousComplaint, 27, [.character("-")], Phrase("上一件客訴", "上一件投诉", "Previous complaint"),
            initials: ("syjks", "syjts"),
            help: Phrase(
                "查詢欄空白時選上一件未結客訴。", "查询栏为空时选上一件未结投诉。",
                "With the look-up empty: chooses the previous open complaint.")),
        DeskCommand(
            .clearLookup, 28, [.character("*")], Phrase("清除查詢", "清空查询", "Clear the look-up"),
            initials: ("qccx", "qkcx"),
            help: Phrase("清除查詢欄的內容。", "清空查询栏的内容。", "Empties the look-up field.")),
        DeskCommand(
            .switchLookupKind, 29, [.character("/")], Phrase("切換電話／車牌", "切换电话／车牌", "Phone or plate"),
            initials: ("qhdhcp", "qhdhcp"),
            help: Phrase(
                "查詢欄空白時切換數字優先當電話或車牌。", "查询栏为空时切换数字优先当电话或车牌。",
                "With the look-up empty: switches whether digits are a phone or a plate first.")),
    ]
}
