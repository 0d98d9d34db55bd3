import TerminalKit

extension DeskCommand {
    /// Codes 41, 42 and 53 to 59: the supervisors' queue.
    static let queue: [DeskCommand] = [
        DeskCommand(
            .openQueue, 53, [.control("o")], Phrase("升級佇列", "升级队列", "Queue"),
            initials: ("sjdl", "sjdl"),
            help: Phrase(
                "開啟未結客訴的佇列，最該先救的在前。", "打开未结投诉的队列，最该先救的在前。",
                "Opens the queue of open complaints, what must be saved first on top.")),
        DeskCommand(
            .claimCase, 41, [.control("t")], Phrase("認領", "认领", "Claim"), initials: ("rl", "rl"),
            help: Phrase(
                "接手所選或已標記的案件。", "认领所选或已标记的工单。", "Takes the chosen or marked cases oneself.")),
        DeskCommand(
            .assignCase, 42, [], Phrase("分派", "分派", "Assign"),
            hint: Phrase("分派", "分派", "Give"), initials: ("fp", "fp"),
            help: Phrase(
                "把案件交給值班人員，旁邊是手上件數；對方接受才生效。", "把工单交给值班人员，旁边是手上件数；对方接受才生效。",
                "Offers the cases to somebody on duty, with the load beside; it counts when accepted.")),
        DeskCommand(
            .decideCase, 50, [.control("g")], Phrase("裁定", "裁定", "Decide"), initials: ("cd", "cd"),
            help: Phrase(
                "核准、駁回、自行裁定或退回。", "批准、驳回、自行裁定或退回。", "Approves, rejects, decides or hands back.")),
        DeskCommand(
            .filterQueue, 55, [], Phrase("篩選佇列", "筛选队列", "Filter the queue"),
            hint: Phrase("篩選", "筛选", "Show"), initials: ("sxdl", "sxdl"),
            help: Phrase(
                "依檢視、狀態、嚴重度或負責人篩選，附件數。", "按视图、状态、严重程度或责任人筛选，附件数。",
                "By view, state, severity or owner, each with its number.")),
        DeskCommand(
            .saveView, 56, [], Phrase("儲存檢視", "保存视图", "Save the view"), initials: ("ccjs", "bcst"),
            help: Phrase("替目前的篩選取名，之後在 F4 選用。", "给当前的筛选取名，之后在 F4 选用。", "Names the filter; F4 lists it from then on.")),
        DeskCommand(
            .markRow, 57, [], Phrase("標記案件", "标记工单", "Mark the case"), initials: ("bjaj", "bjgd"),
            help: Phrase(
                "標記這一列，動作會做在所有標記的案件上。", "标记这一行，操作会做在所有标记的工单上。",
                "Marks the row: actions are done to all marked cases.")),
        DeskCommand(
            .nextUnclaimed, 58, [], Phrase("最急未認領", "最急未认领", "Most urgent unclaimed"),
            hint: Phrase("最急", "最急", "Next"),
            initials: ("zjwrl", "zjwrl"),
            help: Phrase(
                "移到最急而沒有人接手的案件。", "移到最急而没有人认领的工单。", "Goes to the most urgent case nobody has taken.")),
    ]
}
