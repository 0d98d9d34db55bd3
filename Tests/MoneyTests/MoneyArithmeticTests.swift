import Testing

@testable import Money

@Suite struct `Money arithmetic` {
    @Test(arguments: [
        ("1.45", "24", 3480), ("0.001", "1", 0), ("0.005", "1", 1), ("-0.005", "1", -1), ("0.0049", "1", 0),
        ("1.255", "-1", -126), ("2.1", "1.5", 315), ("11062.06", "-1", -1_106_206),
    ])
    func `price times quantity is rounded once, half away from zero`(price: String, quantity: String, pence: Int64)
        throws
    {
        let price = try NumberText.decimal(price.utf8.span)
        let quantity = try NumberText.decimal(quantity.utf8.span)
        #expect(try price.times(quantity, in: .gbp) == pence)
    }

    @Test func `a product beyond 64 bits is refused`() {
        let huge = ExactDecimal(Int64.max)
        #expect(throws: MoneyError.outOfRange) { try huge.times(huge, in: .twd) }
        #expect(throws: MoneyError.outOfRange) { try huge.times(huge, in: .gbp) }
        #expect(throws: MoneyError.outOfRange) { try huge.minorUnits(of: .gbp) }
    }

    @Test func `decimals that are zero may be dropped, others not`() throws {
        #expect(try ExactDecimal(unscaled: 1200, scale: 2).minorUnits(of: .twd) == 12)
        #expect(throws: MoneyError.tooManyDecimals(written: 2, allowed: 0)) {
            try ExactDecimal(unscaled: 1250, scale: 2).minorUnits(of: .twd)
        }
    }

    @Test(arguments: [(100, 5), (110, 6), (90, 5), (-110, -6), (-90, -5), (9, 0), (10, 1), (-10, -1), (0, 0)])
    func `a percentage is rounded half away from zero`(amount: Int64, share: Int64) throws {
        // 5 %: 100 -> 5, 110 -> 5.5 -> 6, 90 -> 4.5 -> 5, 9 -> 0.45 -> 0, 10 -> 0.5 -> 1.
        let money = Money(minorUnits: amount, currency: .gbp)
        #expect(try money.times(.percent(5)) == Money(minorUnits: share, currency: .gbp))
    }

    @Test func `ratios are exact up to the largest amount`() throws {
        #expect(Ratio.percent(100).of(.max) == .max)
        #expect(Ratio.one.of(.min) == .min)
        #expect(Ratio.percent(101).of(.max) == nil)
        #expect(Ratio(1, over: 0) == nil)
        #expect(Ratio(1, over: -1) == nil)
        let eighth = try NumberText.decimal("12.5".utf8.span)
        #expect(Ratio.percent(eighth)?.of(800) == 100)
    }

    @Test func `sums are checked for overflow and currency`() throws {
        let one = Money(minorUnits: 1, currency: .gbp)
        let most = Money(minorUnits: .max, currency: .gbp)
        let least = Money(minorUnits: .min, currency: .gbp)
        #expect(try one.adding(one) == Money(minorUnits: 2, currency: .gbp))
        #expect(try one.subtracting(one) == .zero(.gbp))
        #expect(throws: MoneyError.outOfRange) { try most.adding(one) }
        #expect(throws: MoneyError.outOfRange) { try least.subtracting(one) }
        #expect(throws: MoneyError.mixedCurrencies(.gbp, .usd)) { try one.adding(.zero(.usd)) }
        #expect(throws: MoneyError.mixedCurrencies(.gbp, .usd)) { try one.subtracting(.zero(.usd)) }
    }
}

@Suite struct `Writing amounts` {
    @Test(arguments: [
        (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123, "1.23"), (123_456, "1,234.56"), (100_000_000, "1,000,000.00"),
        (-99_999, "-999.99"), (Int64.min, "-92,233,720,368,547,758.08"),
    ])
    func `thousands are grouped and decimals are always there`(pence: Int64, text: String) throws {
        let money = Money(minorUnits: pence, currency: .gbp)
        #expect(money.text() == text)
        #expect(money.description == "GBP " + text)
        #expect(money.text(grouped: false) == text.filter { $0 != "," })
        if pence > .min { #expect(try Money(text: text, currency: .gbp) == money) }
    }

    @Test func `a currency without decimals has no point`() {
        #expect(Money(minorUnits: 1_234_567, currency: .twd).text() == "1,234,567")
        #expect(Money(minorUnits: 0, currency: .jpy).text() == "0")
    }
}
