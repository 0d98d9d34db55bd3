/// Reads decimal numbers from UTF-8 bytes without making strings.
///
/// Accepted: ASCII and fullwidth digits; a sign before or after (`-5`, `5-`, `−5`) or accounting brackets; thousands
/// in groups of three with one kind of separator (comma, space, apostrophe); a currency's own sign or code at either
/// end. Refused by name: anything else, groups of another size, numbers beyond 64 bits.
package enum NumberText {
    /// The number in the bytes.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8; blanks around the number are ignored.
    ///   - currency: whose signs and code may stand at the ends; nil allows none.
    ///   - decimalComma: true when the file writes `1.234,50`.
    package static func decimal(
        _ bytes: Span<UInt8>, naming currency: Currency? = nil, decimalComma: Bool = false
    ) throws(MoneyError) -> ExactDecimal {
        if let plain = plainDecimal(bytes, decimalMark: decimalComma ? 0x2C : 0x2E) { return plain }
        let folded = try NumberFold.ascii(bytes, naming: currency)
        return try decorated(folded.span, decimalComma: decimalComma)
    }

    /// An optional minus, digits, and at most one decimal mark; nil for anything more elaborate.
    ///
    /// Nearly every cell of a real file ends here, and no byte is copied.
    @inline(__always)
    private static func plainDecimal(_ bytes: Span<UInt8>, decimalMark: UInt8) -> ExactDecimal? {
        let isNegative = !bytes.isEmpty && bytes[0] == 0x2D
        var index = isNegative ? 1 : 0
        guard bytes.count > index, bytes.count - index <= 18 else { return nil }
        var unscaled: Int64 = 0
        var scale = -1
        var digits = 0
        while index < bytes.count {
            let byte = bytes[index]
            let digit = byte &- 0x30
            if digit <= 9 {
                unscaled = unscaled &* 10 &+ Int64(digit)
                digits += 1
                if scale >= 0 { scale += 1 }
            } else if byte == decimalMark, scale < 0, digits > 0 {
                scale = 0
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, scale != 0, scale <= ExactDecimal.decimalsMax else { return nil }
        return ExactDecimal(unscaled: isNegative ? -unscaled : unscaled, scale: max(0, scale))
    }

    /// A number with signs or groups, already folded to ASCII, without brackets, currency or outer blanks.
    private static func decorated(_ bytes: Span<UInt8>, decimalComma: Bool) throws(MoneyError) -> ExactDecimal {
        var start = 0
        var end = bytes.count
        var isNegative = false
        if start < end, bytes[start] == 0x2D || bytes[start] == 0x2B {
            isNegative = bytes[start] == 0x2D
            start += 1
        } else if start < end, bytes[end - 1] == 0x2D {
            isNegative = true
            end -= 1
        }
        while start < end, bytes[start] == 0x20 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 { end -= 1 }
        guard start < end else { throw .empty }
        var reader = GroupedDigits(decimalMark: decimalComma ? 0x2C : 0x2E)
        for index in start..<end { try reader.take(bytes[index], at: index) }
        let number = try reader.finish()
        return ExactDecimal(unscaled: isNegative ? -number.unscaled : number.unscaled, scale: number.scale)
    }
}

/// Digits with an optional thousands separator and decimal mark, one byte at a time.
private struct GroupedDigits {
    let decimalMark: UInt8
    var unscaled: Int64 = 0
    var digits = 0
    var separator: UInt8?
    var digitsInGroup = 0
    var scale: Int?

    init(decimalMark: UInt8) {
        self.decimalMark = decimalMark
    }

    mutating func take(_ byte: UInt8, at index: Int) throws(MoneyError) {
        let digit = byte &- 0x30
        if digit <= 9 {
            try append(digit)
        } else if byte == decimalMark, scale == nil {
            guard separator == nil || digitsInGroup == 3 else { throw .badGrouping }
            scale = 0
        } else if scale == nil, digits > 0, byte == 0x2C || byte == 0x2E || byte == 0x20 || byte == 0x27 {
            guard separator == nil ? digitsInGroup <= 3 : (byte == separator && digitsInGroup == 3) else {
                throw .badGrouping
            }
            separator = byte
            digitsInGroup = 0
        } else {
            throw .notANumber(atByte: index)
        }
    }

    private mutating func append(_ digit: UInt8) throws(MoneyError) {
        let (tenfold, overflow) = unscaled.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tenfold.addingReportingOverflow(Int64(digit))
        guard !overflow, !carry else { throw .outOfRange }
        unscaled = sum
        digits += 1
        if let decimals = scale {
            guard decimals < ExactDecimal.decimalsMax else {
                throw .tooManyDecimals(written: decimals + 1, allowed: ExactDecimal.decimalsMax)
            }
            scale = decimals + 1
        } else {
            digitsInGroup += 1
        }
    }

    func finish() throws(MoneyError) -> ExactDecimal {
        guard digits > 0 else { throw .empty }
        guard separator == nil || digitsInGroup == 3 else { throw .badGrouping }
        return ExactDecimal(unscaled: unscaled, scale: scale ?? 0)
    }
}
