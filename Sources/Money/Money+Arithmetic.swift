extension Money {
    package static func zero(_ currency: Currency) -> Money {
        Money(minorUnits: 0, currency: currency)
    }

    /// The sum; throws on overflow or when the currencies differ.
    package func adding(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .outOfRange }
        return Money(minorUnits: sum, currency: currency)
    }

    /// The difference; throws on overflow or when the currencies differ.
    package func subtracting(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .outOfRange }
        return Money(minorUnits: difference, currency: currency)
    }

    /// A share of the amount, rounded once to the minor unit, half away from zero.
    package func times(_ ratio: Ratio) throws(MoneyError) -> Money {
        guard let product = ratio.of(minorUnits) else { throw .outOfRange }
        return Money(minorUnits: product, currency: currency)
    }
}
