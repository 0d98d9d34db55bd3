import TerminalKit

extension DeskCommand {
    /// Codes 66 to 70 and 75 to 98: the events of a case that are not everyday ones.
    static let caseWork: [DeskCommand] = [
        work(
            .acceptEscalation, 66, Phrase("接手升級", "接手升级", "Accept the escalation"), ("jssj", "jssj"),
            Phrase("接手升級上來的案件，負責人不變。", "接手升级上来的工单，责任人不变。", "Takes what was raised; the owner stays.")),
        work(
            .decideEscalation, 67, Phrase("裁定升級", "裁定升级", "Decide the escalation"), ("cdsj", "cdsj"),
            Phrase("核准、駁回、自行裁定或退回。", "批准、驳回、自行裁定或退回。", "Approves, rejects, decides or hands back.")),
        work(
            .reassess, 68, Phrase("重新評估", "重新评估", "Reassess"), ("cxpg", "cxpg"),
            Phrase("更改嚴重度、類別或弱勢註記，須有原因。", "更改严重程度、类别或特殊群体，须有原因。", "Changes severity, category or need, with a reason.")),
        work(
            .contact, 69, Phrase("登錄聯絡", "登记联系", "Record a contact"), ("dlll", "djlx"),
            Phrase("登錄與客戶的來往；客戶來訊會結束等待。", "登记与客户的往来；客户来信会结束等待。", "Records a contact; an inbound one ends a pause.")),
        work(
            .correct, 70, Phrase("更正紀錄", "更正记录", "Correct a line"), ("gzjl", "gzjl"),
            Phrase("註明某一行紀錄有誤；兩者都保留。", "注明某一行记录有误；两者都保留。", "Says a line is wrong; both stay visible.")),
        work(
            .offerRemedy, 75, Phrase("提出補救", "提出补救", "Offer a remedy"), ("tcbj", "tcbj"),
            Phrase("提出補救；超出授權會直接送主管核准。", "提出补救；超出授权会直接送主管批准。", "Offers a remedy; beyond your limit it goes up at once.")
        ),
        work(
            .acceptOffer, 76, Phrase("客戶同意", "客户同意", "Customer accepts"), ("khty", "khty"),
            Phrase("登錄客戶同意這一版方案，附憑據。", "登记客户同意这一版方案，附凭据。", "Records consent to exactly this offer, with evidence.")),
        work(
            .declineOffer, 77, Phrase("客戶拒絕", "客户拒绝", "Customer declines"), ("khjj", "khjj"),
            Phrase("登錄客戶不接受方案。", "登记客户不接受方案。", "Records that the customer declines.")),
        work(
            .confirmExecuted, 78, Phrase("確認已執行", "确认已执行", "Remedy carried out"), ("qryzx", "qryzx"),
            Phrase("登錄補救已執行，附憑據。", "登记补救已执行，附凭据。", "Records that the remedy was carried out, with evidence.")),
        work(
            .wait, 79, Phrase("暫停等待", "暂停等待", "Wait"), ("ztdd", "ztdd"),
            Phrase(
                "等待客戶、第三方或鑑定，須告知客戶。", "等待客户、第三方或鉴定，须告知客户。",
                "Waits for customer, third party or expert; the customer is told.")),
        work(
            .resume, 80, Phrase("恢復處理", "恢复处理", "Resume"), ("hfcl", "hfcl"),
            Phrase("結束等待，計時繼續。", "结束等待，计时继续。", "Ends the wait; clocks go on.")),
        work(
            .deferCase, 81, Phrase("暫無法解決", "暂无法解决", "Defer"), ("zwfjj", "zwfjj"),
            Phrase("已向客戶說明，並訂下複查日。", "已向客户说明，并定下复查日。", "Explained to the customer, with a day to look again.")),
        work(
            .dispatch, 82, Phrase("派工", "派单", "Dispatch"), ("pg", "pd"),
            Phrase(
                "派給最近而合適的服務站，給追蹤號。", "派给最近而合适的网点，给跟踪号。",
                "Sends it to the nearest suitable unit, with a tracking number.")),
        work(
            .taskUpdate, 83, Phrase("派工回報", "派单回报", "Task update"), ("pghb", "pdhb"),
            Phrase("登錄派工的進度、退件或完成。", "登记派单的进度、退单或完成。", "Records what became of a task.")),
        work(
            .transferOwner, 84, Phrase("移轉負責人", "转移责任人", "Transfer owner"), ("yzfzr", "zyzrr"),
            Phrase("對方接受後才生效。", "对方接受后才生效。", "Takes effect when the new owner accepts.")),
        work(
            .extend, 85, Phrase("展延", "延期", "Extend"), ("zy", "yq"),
            Phrase("延後到期時間，須先告知客戶。", "延后到期时间，须先告知客户。", "A later due time; the customer is told before the old one.")),
        work(
            .reopen, 86, Phrase("重啟", "重办", "Reopen"), ("cq", "cb"),
            Phrase("同一事由未了，重新處理。", "同一事由未了，重新处理。", "The same grievance is not settled after all.")),
        work(
            .withdraw, 87, Phrase("客戶撤回", "客户撤回", "Withdraw"), ("khch", "khch"),
            Phrase("客戶自己撤回，須有憑據。", "客户自己撤回，须有凭据。", "The customer withdraws, with evidence.")),
        work(
            .merge, 88, Phrase("併案", "并单", "Merge"), ("ba", "bd"),
            Phrase("與同一客戶的另一件合併。", "与同一客户的另一件合并。", "Joins it with another case of the same customer.")),
        work(
            .unmerge, 89, Phrase("取消併案", "取消并单", "Unmerge"), ("qxba", "qxbd"),
            Phrase("併錯了，分開處理。", "并错了，分开处理。", "They are two after all.")),
        work(
            .link, 90, Phrase("關聯案件", "关联工单", "Link"), ("glaj", "glgd"),
            Phrase("標示與另一件有關或同一問題。", "标示与另一件有关或同一问题。", "Says that it belongs with another case or problem.")),
        work(
            .identify, 93, Phrase("補登身分", "补登身份", "Identify"), ("bdsf", "bdsf"),
            Phrase("匿名申訴人已知是誰。", "匿名投诉人已知是谁。", "The anonymous complainant is known now.")),
        work(
            .externalCase, 94, Phrase("主管機關申訴", "外部申诉", "External case"), ("zgjgss", "wbss"),
            Phrase("客戶已向主管機關申訴，登錄文號與期限。", "客户已向外部机构申诉，登记文号与期限。", "An authority has it too: its reference and due time.")
        ),
        work(
            .answerExternal, 95, Phrase("答覆主管機關", "答复外部机构", "Answer the authority"), ("dfzgjg", "dfwbjg"),
            Phrase("登錄答覆內容與憑據。", "登记答复内容与凭据。", "Records the answer and its evidence.")),
    ]

    private static func work(
        _ id: CommandID, _ code: Int, _ label: Phrase, _ initials: (String, String), _ help: Phrase
    ) -> DeskCommand {
        DeskCommand(id, code, [], label, initials: initials, help: help)
    }
}
