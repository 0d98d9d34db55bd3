package import Dossier
package import Valuation
package import WorkingTime

extension Wording {
    /// The tier's word on its badge.
    package func word(_ tier: Tier) -> String {
        switch tier {
        case .green: say("綠", "绿", "Green")
        case .yellow: say("黃", "黄", "Yellow")
        case .red: say("紅", "红", "Red")
        case .unrated: say("未評", "未评", "Unrated")
        }
    }

    /// The badge in full, readable without colour: bar, letter, word.
    package func badge(_ tier: Tier) -> String {
        switch tier {
        case .green: "[###] G " + word(tier)
        case .yellow: "[##-] Y " + word(tier)
        case .red: "[#--] R " + word(tier)
        case .unrated: "[---] - " + word(tier)
        }
    }

    /// Why the customer has this tier, in one line an agent can read out.
    package func reason(_ card: TierCard, zone: ZoneRules) -> String {
        guard let override = card.override, card.reason.rule == .override else { return reason(card.reason) }
        let until = date(override.until, zone: zone)
        return say(
            "由 \(override.by) 設定至 \(until)：\(override.reason)",
            "由 \(override.by) 设定至 \(until)：\(override.reason)",
            "set by \(override.by) until \(until): \(override.reason)")
    }

    /// Why the customer has this tier, as far as the figures say it.
    package func reason(_ reason: TierReason) -> String {
        let sentence = rule(reason)
        guard reason.isEstimated else { return sentence }
        return sentence + say("（估算）", "（估算）", " (estimated)")
    }

    /// The reason in at most eight cells, or fifteen with the rank, for narrow screens.
    package func shortReason(_ reason: TierReason, ranked: Bool = false) -> String {
        let word =
            switch reason.rule {
            case .classA: say("前80%", "前80%", "top 80%")
            case .classB: say("80-95%", "80-95%", "80-95%")
            case .classC: say("後5%", "后5%", "last 5%")
            case .loss: say("零或負", "零或负", "no gain")
            case .newCustomer: say("新客戶", "新客户", "new")
            case .noHistory: say("無消費", "无消费", "no sales")
            case .fewCustomers: say("客戶太少", "客户太少", "too few")
            case .creditCap: say("信用D", "信用D", "credit D")
            case .override: say("人工設定", "人工设定", "by hand")
            }
        guard ranked, let rank = reason.rank, let all = reason.rankedCustomers else { return word }
        return word + " \(rank)/\(all)"
    }

    private func rule(_ reason: TierReason) -> String {
        let rank = ranking(reason)
        switch reason.rule {
        case .classA:
            guard let count = reason.customersToHere else {
                return say("屬貢獻前80%的客戶", "属贡献前80%的客户", "among the customers that bring 80 % of contribution")
                    + rank
            }
            return say(
                "帶來80%貢獻的 \(count) 位客戶之一", "带来80%贡献的 \(count) 位客户之一",
                "among the \(count) customers that bring 80 % of contribution") + rank
        case .classB:
            return say("貢獻在80%到95%之間", "贡献在80%到95%之间", "among those that bring the next 15 % of contribution")
                + rank
        case .classC:
            return say("貢獻在最後5%", "贡献在最后5%", "among those that bring the last 5 % of contribution") + rank
        case .loss:
            return say(
                "近12個月貢獻為零或負", "近12个月贡献为零或负", "contribution of the last 12 months is zero or less") + rank
        case .newCustomer:
            return say(
                "新客戶：往來未滿90天", "新客户：往来未满90天", "new: first contact less than 90 days ago")
        case .noHistory:
            return say("尚無消費紀錄", "尚无消费记录", "no purchases yet")
        case .fewCustomers:
            return say("客戶太少，不分級", "客户太少，不分级", "too few customers to rate") + rank
        case .creditCap:
            return say("信用D級，最高黃級", "信用D级，最高黄级", "credit grade D: yellow at most") + rank
        case .override:
            return say("人工設定", "人工设定", "set by hand")
        }
    }

    private func ranking(_ reason: TierReason) -> String {
        guard let rank = reason.rank, let all = reason.rankedCustomers else { return "" }
        return say("，第 \(rank)/\(all) 名", "，第 \(rank)/\(all) 名", ", rank \(rank) of \(all)")
    }
}
