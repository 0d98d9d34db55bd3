package import Money

extension Wording {
    /// An amount with its currency as people of the language write it: `98,200元`, `NT$98,200`, `CNY 982.00`.
    package func amount(_ money: Money) -> String {
        switch (money.currency, language) {
        case (.cny, .simplified), (.cny, .traditional): figure(money) + "元"
        case (.twd, .traditional), (.twd, .english): signed(money, "NT$")
        case (.twd, .simplified): figure(money) + "台币"
        case (.hkd, _): signed(money, "HK$")
        case (.usd, _): signed(money, "US$")
        default: money.currency.rawValue + " " + figure(money)
        }
    }

    /// The figure without its currency; decimals only where there are some.
    package func figure(_ money: Money) -> String {
        let text = money.text()
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }

    private func signed(_ money: Money, _ sign: String) -> String {
        let text = figure(money)
        return text.hasPrefix("-") ? "-" + sign + text.dropFirst() : sign + text
    }
}
