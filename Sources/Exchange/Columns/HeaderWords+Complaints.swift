extension HeaderWords {
    /// The words of complaint lists and of products held.
    static let complaints: [ImportField: [String]] = [
        .receivedAt: [
            "receivedat", "received", "datereceived", "createddate", "createdat", "opened", "openedat", "受理時間", "受理时间",
            "受理日期", "申訴日期", "投诉时间", "投诉日期", "建立時間", "创建时间", "收件日期",
        ],
        .acknowledgedAt: ["acknowledgedat", "acknowledged", "回覆受理時間", "受理告知时间", "告知時間", "告知时间"],
        .resolvedAt: ["resolvedat", "resolved", "resolveddate", "解決時間", "解决时间", "解決日期", "解决日期"],
        .closedAt: ["closedat", "closed", "closeddate", "結案時間", "结案时间", "結案日期", "结案日期", "办结时间"],
        .status: ["status", "state", "狀態", "状态", "案件狀態", "工单状态"],
        .channel: ["channel", "submittedvia", "管道", "渠道", "來源管道", "来源渠道", "受理渠道"],
        .summary: [
            "summary", "description", "narrative", "text", "content", "subject", "摘要", "內容", "内容", "申訴內容", "投诉内容",
            "案由", "诉求内容",
        ],
        .remedySought: ["remedysought", "remedy", "訴求", "诉求", "客戶訴求", "客户诉求"],
        .contact: ["contact", "contactroute", "聯絡方式", "联系方式", "聯絡電話", "联系电话"],
        .jurisdiction: ["jurisdiction", "region", "地區", "地区"],
        .severity: ["severity", "priority", "嚴重度", "严重程度", "等級", "等级", "級別", "级别"],
        .vulnerable: ["vulnerable", "弱勢", "特殊群体"],
        .outcome: ["outcome", "result", "結果", "结果", "處理結果", "处理结果", "判定"],
        .rootCause: ["rootcause", "cause", "根本原因", "原因"],
        .disposition: ["disposition", "結案分類", "结案归类"],
        .owner: ["owner", "負責人", "负责人", "责任人", "案件負責人"],
        .since: ["since", "start", "startdate", "起始日", "起始日期", "生效日期", "開始日期", "开始日期"],
        .until: ["until", "end", "enddate", "expiry", "到期日", "到期日期", "終止日期", "终止日期", "結束日期", "结束日期"],
        .caseNumber: ["case", "caseno", "casenumber"],
    ]
}
