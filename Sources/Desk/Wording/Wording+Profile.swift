import Customers
import Dossier
import WorkingTime

// The customer whole.
extension Wording {
    var profileHint: String {
        say("上下捲動，22 修改，Esc 關閉", "上下滚动，22 修改，Esc 关闭", "arrows scroll, menu 22 edits, Esc closes")
    }
    var profileLabel: String { say("資料完整度", "资料完整度", "Profile") }

    /// `67%  接著問：電話`.
    func completeness(_ profile: ProfileCompleteness) -> String {
        "\(profile.percent)%" + (profile.askNext.map { "  " + askNext($0) } ?? "")
    }

    /// `接著問：車牌`.
    func askNext(_ field: ProfileCompleteness.Field) -> String {
        say("接著問：\(word(field))", "接着问：\(word(field))", "ask next: \(word(field))")
    }

    func taboo(_ text: String) -> String { say("忌：", "忌: ", "Never: ") + text }

    var consentsLabel: String { say("同意事項", "同意事项", "Consents") }

    /// Each purpose with its answer; one never asked about says so.
    func consents(_ consents: [Consent]) -> String {
        ConsentPurpose.allCases.map { purpose in
            let answer =
                switch consents.first(where: { $0.purpose == purpose })?.isGiven {
                case true?: say("同意", "同意", "yes")
                case false?: say("不同意", "不同意", "no")
                case nil: say("未問", "未问", "not asked")
                }
            return self.purpose(purpose) + " " + answer
        }.joined(separator: say("，", "，", ", "))
    }

    func holdings(_ count: Int) -> String { say("持有產品 \(count)", "持有产品 \(count)", "Holdings \(count)") }
    var nothingHeld: String { say("無", "无", "none") }
    var nobody: String { say("未指派", "未指派", "nobody") }

    func line(_ holding: Holding, zone: ZoneRules) -> String {
        let since = holding.since.map { date($0, zone: zone) } ?? ""
        let until = holding.until.map { date($0, zone: zone) } ?? ""
        let span = since.isEmpty && until.isEmpty ? nil : since + " - " + until
        return [holding.product, holding.reference, span].compactMap { $0 }.joined(separator: "  ")
    }
}
