import Testing

@testable import Money

@Suite struct `Reading amounts` {
    @Test(arguments: [
        ("0", 0), ("7", 700), ("1.5", 150), ("1.50", 150), ("-1.50", -150), ("+1.50", 150), ("1.50-", -150),
        ("(1.50)", -150), ("1,234.50", 123_450), ("1,234,567", 123_456_700), ("1 234.50", 123_450),
        ("1'234.50", 123_450), ("1\u{00A0}234", 123_400), ("１２３４．５０", 123_450), ("－１，２３４", -123_400),
        ("\u{2212}3", -300), (" 12 ", 1_200), ("£12.30", 1_230), ("£ -12.30", -1_230), ("-£12.30", -1_230),
        ("(£12.30)", -1_230), ("GBP 12.30", 1_230), ("12.30 GBP", 1_230),
        ("92233720368547758.07", Int64.max),
    ])
    func `a number as people write it is its minor units`(text: String, pence: Int64) throws {
        #expect(try Money(text: text, currency: .gbp) == Money(minorUnits: pence, currency: .gbp))
    }

    @Test(arguments: [
        ("", MoneyError.empty), ("  ", .empty), ("-", .empty), ("£", .empty),
        ("1.234", .tooManyDecimals(written: 3, allowed: 2)),
        ("12.000", .tooManyDecimals(written: 3, allowed: 2)), ("1,23", .badGrouping), ("12,3456", .badGrouping),
        ("1234,567", .badGrouping), ("1,234 567", .badGrouping), ("1,234,56.7", .badGrouping),
        ("1.2.3", .notANumber(atByte: 3)), ("1a", .notANumber(atByte: 1)), ("1e5", .notANumber(atByte: 1)),
        ("--1", .notANumber(atByte: 1)), ("NaN", .notANumber(atByte: 0)), ("NT$5", .otherCurrency),
        ("5 元", .otherCurrency), ("92233720368547758.08", .outOfRange), ("99999999999999999999", .outOfRange),
        ("1000000000000000000", .outOfRange), ("0.1234567890123", .tooManyDecimals(written: 13, allowed: 12)),
    ])
    func `what is no amount is refused by name`(text: String, error: MoneyError) {
        #expect(throws: error) { try Money(text: text, currency: .gbp) }
    }

    @Test(arguments: [("NT$1,200", 1200), ("1200元", 1200), ("$5", 5), ("TWD 7", 7)])
    func `Taiwan dollars have no decimals`(text: String, dollars: Int64) throws {
        #expect(try Money(text: text, currency: .twd).minorUnits == dollars)
        #expect(throws: MoneyError.tooManyDecimals(written: 1, allowed: 0)) {
            try Money(text: "12.5", currency: .twd)
        }
        #expect(throws: MoneyError.tooManyDecimals(written: 2, allowed: 0)) {
            try Money(text: "12.00", currency: .twd)
        }
    }

    @Test func `a file may write the comma as its decimal mark`() throws {
        #expect(
            try NumberText.decimal("1.234,50".utf8.span, decimalComma: true)
                == ExactDecimal(unscaled: 123_450, scale: 2))
        #expect(try NumberText.decimal("3,5".utf8.span, decimalComma: true) == ExactDecimal(unscaled: 35, scale: 1))
    }

    @Test func `a cell of a megabyte is refused without copying it`() {
        let text = String(repeating: "1", count: 1 << 20)
        #expect(throws: MoneyError.notANumber(atByte: NumberFold.bytesMax)) { try Money(text: text, currency: .gbp) }
    }
}
