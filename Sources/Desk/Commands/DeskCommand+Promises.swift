import TerminalKit

extension DeskCommand {
    /// Codes 20, 30, 54 and 60: promised calls, and views of the queue that are not needed any more.
    static let promises: [DeskCommand] = [
        DeskCommand(
            .recordCall, 20, [.control("q")], Phrase("登錄回電結果", "登记回电结果", "Record the call"),
            initials: ("dlhdjg", "djhdjg"),
            help: Phrase(
                "登錄約好的回電或回訪：聯絡上或沒接。", "登记约好的回电或回访：联系上或没接。",
                "Records a promised call or follow-up: reached or not.")),
        DeskCommand(
            .promiseCall, 30, [], Phrase("約定回電", "约定回电", "Promise a call-back"), initials: ("ydhd", "ydhd"),
            help: Phrase(
                "和客戶約好回電：時間、電話、事由、由誰打。", "和客户约好回电：时间、电话、事由、由谁打。",
                "Promises the customer a call: when, which number, why, and who makes it.")),
        DeskCommand(
            .promisedWork, 54, [.control("n")], Phrase("待回電清單", "待回电列表", "Promised work"),
            initials: ("dhdqd", "dhdlb"),
            help: Phrase(
                "今天要打的回電與回訪、等我接受的案件，逾期的在前。", "今天要打的回电与回访、等我接受的工单，超时的在前。",
                "Today's call-backs and follow-ups, and cases offered to me, the late ones first.")),
        DeskCommand(
            .removeView, 60, [], Phrase("刪除檢視", "删除视图", "Delete the view"), initials: ("scjs", "scst"),
            help: Phrase(
                "刪除目前的已存檢視；在 F4 清單按 Delete 也可以。", "删除当前的已存视图；在 F4 列表按 Delete 也可以。",
                "Deletes the saved view in use; Delete on its row of F4 does too.")),
    ]
}
