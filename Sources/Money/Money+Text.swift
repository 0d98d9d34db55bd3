extension Money {
    /// Reads an amount as people and spreadsheets write it; see ``NumberText`` for what is accepted.
    ///
    /// More decimals than the currency has are refused, zeros too: `12.00` is not how Taiwan dollars are written.
    package init(text: String, currency: Currency) throws(MoneyError) {
        let number = try NumberText.decimal(text.utf8.span, naming: currency)
        guard number.scale <= currency.decimals else {
            throw .tooManyDecimals(written: number.scale, allowed: currency.decimals)
        }
        self.init(minorUnits: try number.minorUnits(of: currency), currency: currency)
    }

    /// `-1,234.50`: digits only, thousands grouped by commas unless told otherwise; no currency sign.
    package func text(grouped: Bool = true) -> String {
        var digits = String(minorUnits.magnitude)
        let decimals = currency.decimals
        if digits.utf8.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
        }
        let whole = digits.dropLast(decimals)
        var text = minorUnits < 0 ? "-" : ""
        for (position, digit) in whole.enumerated() {
            if grouped, position > 0, (whole.utf8.count - position) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        if decimals > 0 {
            text.append(".")
            text.append(contentsOf: digits.suffix(decimals))
        }
        return text
    }
}

extension Money: CustomStringConvertible {
    /// `GBP -1,234.50`.
    package var description: String { "\(currency.rawValue) \(text())" }
}
