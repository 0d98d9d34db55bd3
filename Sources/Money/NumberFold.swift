/// Brings the writing of a number to plain ASCII: fullwidth forms, typographic minus and blanks, currency signs.
enum NumberFold {
    /// Longer cells are no numbers; a bound for the copy made here.
    static let bytesMax = 128

    /// The bytes with every fullwidth or typographic form replaced and the currency's own signs removed at the ends.
    ///
    /// Byte positions in errors count in the folded text.
    static func ascii(_ bytes: Span<UInt8>, naming currency: Currency?) throws(MoneyError) -> [UInt8] {
        guard bytes.count <= bytesMax else { throw .notANumber(atByte: bytesMax) }
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x09 || byte == 0x20 {
                folded.append(0x20)
                index += 1
            } else if byte < 0x80 {
                folded.append(byte)
                index += 1
            } else if let (ascii, length) = replacement(bytes, at: index) {
                folded.append(ascii)
                index += length
            } else {
                folded.append(byte)
                index += 1
            }
        }
        return try withoutCurrency(folded, naming: currency)
    }

    /// The ASCII byte that a multi-byte sequence stands for in a number, and the sequence's length.
    private static func replacement(_ bytes: Span<UInt8>, at index: Int) -> (UInt8, Int)? {
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return (0x20, 2) }
        guard index + 2 < bytes.count else { return nil }
        let scalar =
            (UInt32(bytes[index] & 0x0F) << 12) | (UInt32(bytes[index + 1] & 0x3F) << 6)
            | UInt32(bytes[index + 2] & 0x3F)
        guard bytes[index] & 0xF0 == 0xE0 else { return nil }
        switch scalar {
        case 0xFF01...0xFF5E: return (UInt8(scalar - 0xFF01 + 0x21), 3)
        case 0x2212, 0x2013, 0x2010, 0x2011: return (0x2D, 3)
        case 0x2009, 0x202F, 0x3000: return (0x20, 3)
        case 0x2019: return (0x27, 3)
        default: return nil
        }
    }

    private static func withoutCurrency(_ text: [UInt8], naming currency: Currency?) throws(MoneyError) -> [UInt8] {
        var slice = trimmed(text[...])
        guard !slice.isEmpty else { throw .empty }
        var sign = slice.first.flatMap { $0 == 0x2D || $0 == 0x2B ? $0 : nil }
        if sign != nil {
            slice = trimmed(slice.dropFirst())
        } else if slice.count >= 2, slice.first == 0x28, slice.last == 0x29 {
            sign = 0x2D
            slice = trimmed(slice.dropFirst().dropLast())
        }
        if let mark = CurrencySigns.atEitherEnd(of: slice) {
            guard let currency, mark.currencies.contains(currency) else { throw .otherCurrency }
            slice = trimmed(mark.isPrefix ? slice.dropFirst(mark.length) : slice.dropLast(mark.length))
        }
        return (sign.map { [$0] } ?? []) + slice
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while text.first == 0x20 { text.removeFirst() }
        while text.last == 0x20 { text.removeLast() }
        return text
    }
}

/// The signs and codes that name a currency beside a number; some name several.
private enum CurrencySigns {
    struct Mark {
        var length: Int
        var isPrefix: Bool
        var currencies: [Currency]
    }

    /// Longest first, so that `NT$` is not read as `$`. After folding, fullwidth signs are ASCII already.
    private static let table: [(bytes: [UInt8], currencies: [Currency])] = [
        (Array("人民币".utf8), [.cny]), (Array("人民幣".utf8), [.cny]), (Array("新台幣".utf8), [.twd]),
        (Array("新臺幣".utf8), [.twd]), (Array("港元".utf8), [.hkd]), (Array("港币".utf8), [.hkd]),
        (Array("港幣".utf8), [.hkd]), (Array("美元".utf8), [.usd]), (Array("日元".utf8), [.jpy]),
        (Array("NT$".utf8), [.twd]), (Array("HK$".utf8), [.hkd]), (Array("US$".utf8), [.usd]),
        (Array("RMB".utf8), [.cny]), (Array("CNY".utf8), [.cny]), (Array("HKD".utf8), [.hkd]),
        (Array("USD".utf8), [.usd]), (Array("GBP".utf8), [.gbp]), (Array("EUR".utf8), [.eur]),
        (Array("TWD".utf8), [.twd]), (Array("JPY".utf8), [.jpy]), (Array("KRW".utf8), [.krw]),
        (Array("元".utf8), [.cny, .twd, .hkd]), (Array("圓".utf8), [.twd, .jpy]), (Array("円".utf8), [.jpy]),
        (Array("₩".utf8), [.krw]), (Array("€".utf8), [.eur]), (Array("￥".utf8), [.cny, .jpy]),
        (Array("£".utf8), [.gbp]), (Array("¥".utf8), [.cny, .jpy]), (Array("$".utf8), [.usd, .hkd, .twd]),
    ]

    static func atEitherEnd(of text: ArraySlice<UInt8>) -> Mark? {
        for entry in table {
            if text.starts(with: entry.bytes) {
                return Mark(length: entry.bytes.count, isPrefix: true, currencies: entry.currencies)
            }
            if text.suffix(entry.bytes.count).elementsEqual(entry.bytes) {
                return Mark(length: entry.bytes.count, isPrefix: false, currencies: entry.currencies)
            }
        }
        return nil
    }
}
