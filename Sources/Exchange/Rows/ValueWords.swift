import Customers
import Dossier

/// Words that files write where we have a fixed set of values; nil for one we do not know.
enum ValueWords {
    static func isReturn(_ text: String) -> Bool? {
        switch HeaderFold.fold(text) {
        case "sale", "purchase", "buy", "order", "銷售", "销售", "購買", "购买", "消費", "消费", "銷貨", "销货": false
        case "return", "refund", "cancel", "cancelled", "canceled", "cancellation", "退貨", "退货", "退款", "取消", "銷退",
            "销退":
            true
        default: nil
        }
    }

    static func customerKind(_ text: String) -> CustomerKind? {
        switch HeaderFold.fold(text) {
        case "person", "individual", "consumer", "個人", "个人", "自然人": .person
        case "organisation", "organization", "company", "business", "corporate", "公司", "法人", "企業", "企业", "機構", "机构",
            "單位", "单位", "團體", "团体":
            .organisation
        default: nil
        }
    }

    /// `marketing=yes; 錄音=否`, a purpose once; nil when any part of it is not understood.
    static func consents(_ text: String) -> [Consent]? {
        var found: [Consent] = []
        for part in text.split(whereSeparator: { ";；,，、\n".contains($0) }) {
            let sides = part.split(separator: "=", maxSplits: 1)
            let words = sides.count == 2 ? sides : part.split(whereSeparator: { ":：".contains($0) })
            guard words.count == 2, let purpose = consentPurpose(String(words[0])),
                let isGiven = ComplaintWords.yesNoUnknown(String(words[1])) ?? nil,
                !found.contains(where: { $0.purpose == purpose })
            else { return nil }
            found.append(Consent(purpose: purpose, isGiven: isGiven))
        }
        return found.sorted { $0.purpose.place < $1.purpose.place }
    }

    private static func consentPurpose(_ text: String) -> ConsentPurpose? {
        switch HeaderFold.fold(text) {
        case "marketing", "advertising", "行銷", "行销", "營銷", "营销", "廣告", "广告": .marketing
        case "recording", "錄音", "录音": .recording
        case "sharing", "disclosure", "分享", "共享", "提供第三方": .sharing
        case "research", "survey", "研究", "調查", "调查": .research
        default: nil
        }
    }

    static func sex(_ text: String) -> String? {
        switch HeaderFold.fold(text) {
        case "male", "m", "man", "mr", "男", "男性", "先生": "male"
        case "female", "f", "woman", "ms", "mrs", "miss", "女", "女性", "女士", "小姐": "female"
        default: nil
        }
    }

    static func contactKind(_ text: String) -> TimelineEntry.Kind? {
        switch HeaderFold.fold(text) {
        case "call", "phone", "telephone", "tel", "電話", "电话", "來電", "来电", "去電", "去电", "外撥", "外拨", "通話", "通话": .call
        case "message", "mail", "email", "sms", "chat", "line", "wechat", "whatsapp", "letter", "fax", "簡訊", "短信",
            "郵件", "邮件", "電郵", "电邮", "訊息", "消息", "微信", "信件", "傳真", "传真", "線上", "在线":
            .message
        case "visit", "counter", "branch", "來訪", "来访", "拜訪", "拜访", "臨櫃", "临柜", "到店", "現場", "现场": .visit
        case "note", "memo", "備註", "备注", "註記", "记录", "記錄", "紀錄": .note
        case "other", "其他", "其它": .other
        default: nil
        }
    }

    static func isInbound(_ text: String) -> Bool? {
        switch HeaderFold.fold(text) {
        case "in", "inbound", "incoming", "true", "yes", "1", "來", "来", "進線", "进线", "呼入", "來電", "来电", "進": true
        case "out", "outbound", "outgoing", "false", "no", "0", "去", "出", "外撥", "外拨", "呼出", "去電", "去电": false
        default: nil
        }
    }
}
