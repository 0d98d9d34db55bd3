import TerminalKit

extension DeskCommand {
    /// Codes 37 to 39 and 96 to 98: who is who, the customer whole, files brought in.
    static let identity: [DeskCommand] = [
        DeskCommand(
            .customerProfile, 37, [.control("f")], Phrase("客戶全貌", "客户全貌", "The whole customer"),
            initials: ("khqm", "khqm"),
            help: Phrase(
                "持有產品、信用等級、偏好與忌諱、同意事項、特殊需要、資料完整度與接著問什麼。",
                "持有产品、信用等级、偏好与忌讳、同意事项、特殊需要、资料完整度与接着问什么。",
                "Products held, credit, likes and taboos, consents, needs, what to ask next.")),
        DeskCommand(
            .reviewDuplicates, 38, [.control("r")], Phrase("查重複客戶", "查重复客户", "Known twice"),
            initials: ("ccfkh", "ccfkh"),
            help: Phrase(
                "並排看疑似同一人的兩筆資料，合併或註明不是同一人。", "并排看疑似同一人的两条资料，合并或注明不是同一人。",
                "Pairs who may be one person, side by side: merge them, or say they are two.")),
        DeskCommand(
            .importFile, 39, [.control("b")], Phrase("匯入檔案", "导入文件", "Import a file"),
            initials: ("hrda", "drwj"),
            help: Phrase(
                "選檔案、看編碼與欄位、試讀、匯入，並看退回的列。", "选文件、看编码与列、试读、导入，并看退回的行。",
                "Choose a file, see encoding and columns, try it, bring it in, see what was refused.")),
        DeskCommand(
            .mergeCustomers, 96, [], Phrase("合併客戶", "合并客户", "Merge the pair"), initials: ("hbkh", "hbkh"),
            help: Phrase(
                "把所選的兩筆併為一位；Ctrl-Z 可復原。", "把所选的两条并为一位；Ctrl-Z 可撤销。",
                "Makes the chosen pair one customer; Ctrl-Z takes it back.")),
        DeskCommand(
            .differentCustomers, 97, [], Phrase("不是同一人", "不是同一人", "Not one person"),
            initials: ("bstyr", "bstyr"),
            help: Phrase("記住所選的兩筆不是同一人。", "记住所选的两条不是同一人。", "Remembers that the pair is two people.")),
        DeskCommand(
            .switchSurvivor, 98, [], Phrase("換保留的一筆", "换保留的一条", "Keep the other"),
            initials: ("hbldyb", "hbldyt"),
            help: Phrase("合併時改留另一筆。", "合并时改留另一条。", "The other record of the pair stays.")),
    ]
}
