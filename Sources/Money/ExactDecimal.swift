/// A decimal number exactly as it was written: `unscaled` x 10^-`scale`.
///
/// For prices and rates, which may carry more decimals than their currency (0.0125 per unit); it becomes money only
/// through ``minorUnits(of:)`` (refuses to lose a digit) or ``times(_:in:)`` (rounds once, and says how).
package struct ExactDecimal: Hashable, Sendable {
    /// More decimals than any price list writes; beyond it text is refused.
    package static let decimalsMax = 12

    package var unscaled: Int64
    /// Decimals as written, 0 to ``decimalsMax``: `1.50` has 2.
    package var scale: Int

    package init(unscaled: Int64, scale: Int) {
        self.unscaled = unscaled
        self.scale = scale
    }

    package init(_ whole: Int64) {
        self.init(unscaled: whole, scale: 0)
    }

    /// The value in minor units of a currency; throws when that would lose a digit other than zero.
    ///
    /// `12.00` is 12 Taiwan dollars (nothing is lost), `12.50` is refused.
    package func minorUnits(of currency: Currency) throws(MoneyError) -> Int64 {
        if scale <= currency.decimals {
            let (product, overflow) = unscaled.multipliedReportingOverflow(
                by: Self.powerOfTen(currency.decimals - scale))
            guard !overflow else { throw .outOfRange }
            return product
        }
        let divisor = Self.powerOfTen(scale - currency.decimals)
        guard unscaled % divisor == 0 else {
            throw .tooManyDecimals(written: scale, allowed: currency.decimals)
        }
        return unscaled / divisor
    }

    /// Price x quantity in minor units: the exact product, rounded once, half away from zero.
    package func times(_ quantity: ExactDecimal, in currency: Currency) throws(MoneyError) -> Int64 {
        let product = Int128(unscaled) * Int128(quantity.unscaled)
        let decimals = scale + quantity.scale
        if decimals <= currency.decimals {
            let scaled = product.multipliedReportingOverflow(
                by: Int128(Self.powerOfTen(currency.decimals - decimals)))
            guard !scaled.overflow, let result = Int64(exactly: scaled.partialValue) else { throw .outOfRange }
            return result
        }
        var divisor: Int128 = 1
        for _ in 0..<(decimals - currency.decimals) { divisor *= 10 }
        guard let result = Int64(exactly: roundedHalfAway(product, over: divisor)) else { throw .outOfRange }
        return result
    }

    /// The nearest whole number, halves away from zero.
    package var rounded: Int {
        Int(clamping: roundedHalfAway(Int128(unscaled), over: Int128(Self.powerOfTen(scale))))
    }

    /// A hundred times the value, rounded the same way: percent to basis points. The ends of 64 bits when beyond.
    package var hundredfoldRounded: Int {
        Int(clamping: roundedHalfAway(Int128(unscaled) * 100, over: Int128(Self.powerOfTen(scale))))
    }

    /// 10^exponent; the exponent is 0 to 18.
    static func powerOfTen(_ exponent: Int) -> Int64 {
        precondition((0...18).contains(exponent), "a power of ten beyond 64 bits was asked for")
        var result: Int64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

/// `value / divisor` to the nearest integer, halves away from zero: the one rounding rule of the house.
///
/// The divisor is positive.
func roundedHalfAway(_ value: Int128, over divisor: Int128) -> Int128 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return value < 0 ? quotient - 1 : quotient + 1
}
