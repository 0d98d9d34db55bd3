/// Why a text or a sum is no amount of money.
package enum MoneyError: Error, Hashable, Sendable {
    /// No digit at all.
    case empty
    /// A byte that belongs to no number, counted from 0 in the text's UTF-8.
    case notANumber(atByte: Int)
    /// `1,23` or `12,3456`: groups are of three digits, all with the same separator.
    case badGrouping
    /// More decimals than the currency has; they are refused, not rounded away.
    case tooManyDecimals(written: Int, allowed: Int)
    /// Beyond 64 bits of minor units.
    case outOfRange
    /// The text names another currency than the one expected.
    case otherCurrency
    /// A sum of two currencies.
    case mixedCurrencies(Currency, Currency)
}
