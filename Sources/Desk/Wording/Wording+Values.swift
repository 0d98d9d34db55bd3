import Complaints

extension Wording {
    /// A value of a choice field in words; the value itself when the catalogue has none.
    package func value(_ value: String, field: String) -> String {
        if field == "severity", let severity = Severity(rawValue: value) { return meaning(severity) }
        if let phrase = Self.valueLabels["\(field)=\(value)"] ?? Self.valueLabels[value] { return self[phrase] }
        return value
    }

    /// By `field=value` where a value means something else in another field.
    private static let valueLabels: [String: Phrase] = [
        "true": Phrase("是", "是", "Yes"),
        "false": Phrase("否", "否", "No"),
        "yes": Phrase("是", "是", "Yes"),
        "no": Phrase("否", "否", "No"),
        "unknown": Phrase("不清楚", "不清楚", "Not known"),
        "female": Phrase("女", "女", "Female"),
        "male": Phrase("男", "男", "Male"),
        "phone": Phrase("電話", "电话", "Phone"),
        "chat": Phrase("線上客服", "在线客服", "Chat"),
        "mail": Phrase("信件", "邮件", "Mail"),
        "counter": Phrase("櫃檯", "柜台", "Counter"),
        "upheld": Phrase("成立", "成立", "Upheld"),
        "not_upheld": Phrase("不成立", "不成立", "Not upheld"),
        "outcome=partly": Phrase("部分成立", "部分成立", "Partly upheld"),
        "satisfied=yes": Phrase("滿意", "满意", "Satisfied"),
        "satisfied=partly": Phrase("部分滿意", "部分满意", "Partly"),
        "satisfied=no": Phrase("不滿意", "不满意", "Not satisfied"),
        "refund": Phrase("退款", "退款", "Refund"),
        "waiver": Phrase("減免", "减免", "Waiver"),
        "replacement": Phrase("換貨", "换货", "Replacement"),
        "repair": Phrase("維修", "维修", "Repair"),
        "compensation": Phrase("賠償", "赔偿", "Compensation"),
        "goodwill": Phrase("善意補償", "善意补偿", "Goodwill"),
        "restitution": Phrase("退還溢收", "退还多收", "Restitution"),
        "remedy_type=apology": Phrase("致歉", "道歉", "Apology"),
        "authority": Phrase("超出授權", "超出授权", "Beyond authority"),
        "skill": Phrase("需要專長", "需要专长", "Needs a skill"),
        "breach": Phrase("逾期", "超时", "Breach"),
        "reason=severity": Phrase("情節嚴重", "情节严重", "Severity"),
        "conflict": Phrase("利益迴避", "须回避", "Conflict of interest"),
        "reason=reopen": Phrase("第三次重啟", "第三次重办", "Third reopen"),
        "reason=transfer": Phrase("第三次轉手", "第三次转办", "Third transfer"),
        "regulator": Phrase("主管機關", "监管机构", "Regulator"),
        "media": Phrase("媒體", "媒体", "Media"),
        "reason=customer": Phrase("客戶要求", "客户要求", "Customer asks"),
        "approve": Phrase("核准", "批准", "Approve"),
        "reject": Phrase("駁回", "驳回", "Reject"),
        "decide": Phrase("自行裁定", "自行裁定", "Decide"),
        "hand_back": Phrase("退回原處理人", "退回原处理人", "Hand back"),
        "sent": Phrase("已派出", "已派出", "Sent"),
        "status=accepted": Phrase("已接受", "已接受", "Accepted"),
        "done": Phrase("已完成", "已完成", "Done"),
        "returned": Phrase("退件", "退单", "Returned"),
        "recalled": Phrase("召回", "召回", "Recalled"),
        "offered": Phrase("提出", "提出", "Offered"),
        "declined": Phrase("婉拒", "拒绝", "Declined"),
        "duplicate": Phrase("重複", "重复", "Duplicate"),
        "related": Phrase("相關", "相关", "Related"),
        "problem": Phrase("共同問題", "共同问题", "Problem"),
        "for=me": Phrase("我", "我", "Me"),
        "in": Phrase("來電來訊", "来电来信", "Inbound"),
        "out": Phrase("去電去訊", "去电去信", "Outbound"),
    ]

    /// True when the value has words of its own; for the test that the event schema offers no other.
    package static func hasWords(value: String, field: String) -> Bool {
        Severity(rawValue: value) != nil || valueLabels["\(field)=\(value)"] != nil || valueLabels[value] != nil
    }
}
