import TerminalKit

extension DeskCommand {
    /// Codes 40 to 52: complaints. 41 and 42 are kept for the supervisors' queue.
    static let complaints: [DeskCommand] = [
        DeskCommand(
            .addCaseNote, 40, [], Phrase("加註案件", "添加工单备注", "Note on the case"),
            initials: ("jzaj", "tjgdbz"),
            help: Phrase("在案件紀錄加一筆備註。", "在工单记录加一条备注。", "Adds a note to the case.")),
        DeskCommand(
            .followUp, 43, [], Phrase("登錄回訪", "登记回访", "Record the follow-up"), initials: ("dlhf", "djhf"),
            help: Phrase(
                "登錄解決後的回訪：有無聯絡上、是否滿意。", "登记解决后的回访：是否联系上、是否满意。",
                "Records the call after the resolution: reached or not, satisfied or not.")),
        DeskCommand(
            .escalate, 44, [], Phrase("升級呈報", "升级", "Escalate"), initials: ("sjcb", "sj"),
            help: Phrase(
                "超出權限或專長時往上呈報；負責人不變。", "超出权限或专长时往上升级；责任人不变。",
                "Passes it up when it is beyond authority or skill; the owner stays.")),
        DeskCommand(
            .close, 45, [], Phrase("結案", "结案", "Close the case"), initials: ("ja", "ja"),
            help: Phrase(
                "回訪完成後結案，須填根本原因。", "回访完成后结案，须填根本原因。",
                "Closes it after the follow-up, with its root cause.")),
        DeskCommand(
            .acknowledge, 46, [], Phrase("告知受理", "告知受理", "Acknowledge"), initials: ("gzsl", "gzsl"),
            help: Phrase(
                "登錄已把案號與下一步告訴客戶。", "登记已把工单号与下一步告诉客户。",
                "Records that the customer was told the case number and the next step.")),
        DeskCommand(
            .assess, 47, [], Phrase("初步評估", "初步评估", "Assess"), initials: ("cbpg", "cbpg"),
            help: Phrase(
                "定出嚴重度、類別與是否為弱勢客戶。", "定出严重程度、类别与是否为特殊群体客户。",
                "Sets severity, category and whether the customer is vulnerable.")),
        DeskCommand(
            .resolveNow, 48, [], Phrase("當場解決", "当场解决", "Resolve in this call"),
            initials: ("dcjj", "dcjj"),
            help: Phrase(
                "在授權內於本次通話解決。", "在授权内于本次通话解决。",
                "Settles it in this call, within your own authority.")),
        DeskCommand(
            .resolve, 49, [], Phrase("登錄解決", "登记解决", "Resolve"), initials: ("dljj", "djjj"),
            help: Phrase(
                "登錄處理結果，並告知客戶其他申訴管道。", "登记处理结果，并告知客户其他申诉渠道。",
                "Records the decision, told to the customer with the outside routes.")),
        DeskCommand(
            .newComplaint, 51, [.function(6)], Phrase("新增客訴", "新建投诉", "New complaint"),
            hint: Phrase("客訴", "投诉", "Case"), initials: ("xzks", "xjts"),
            help: Phrase(
                "建立客訴，並帶入本次通話備註。", "新建投诉，并带入本次通话备注。",
                "Opens a complaint and takes the note's text with it.")),
        DeskCommand(
            .whyDeadline, 59, [.control("d")], Phrase("為何這個期限", "为何这个期限", "Why this deadline"),
            initials: ("whzgqx", "whzgqx"),
            help: Phrase(
                "逐日說明期限怎麼算出來。", "逐日说明期限怎么算出来。", "Shows day by day how the due time was counted.")),
        DeskCommand(
            .openCase, 52, [], Phrase("開啟案件", "打开工单", "Open the case"), initials: ("kqaj", "dkgd"),
            help: Phrase("開啟所選的客訴案件。", "打开所选的投诉工单。", "Opens the chosen complaint.")),
    ]
}
