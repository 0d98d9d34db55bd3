import CPhone

/// What the numbering plans say of one text.
struct PlanNumber: Hashable {
    /// With its plus sign.
    var e164: String
    var countryCode: Int
    var lineType: LineType
    var isValid: Bool

    /// The national significant number: E.164 without plus and country code.
    var national: Substring { e164.dropFirst(1 + String(countryCode).utf8.count) }
}

/// The numbering plans: ``PhonePatterns`` for the everyday numbers of the home regions, libphonenumber for the rest.
enum PhonePlan {
    /// A number dialled in `region`; `digits` are ASCII digits. nil when it is none at all.
    static func number(_ digits: ArraySlice<UInt8>, isInternational: Bool, region: Region) -> PlanNumber? {
        PhonePatterns.number(digits, isInternational: isInternational, region: region)
            ?? libraryNumber(digits, isInternational: isInternational, region: region)
    }

    /// The same asked of the library alone; about 20 us.
    static func libraryNumber(_ digits: ArraySlice<UInt8>, isInternational: Bool, region: Region) -> PlanNumber? {
        guard digits.count <= Int(CPHONE_TEXT_MAX) - 1 else { return nil }
        var found = CPhoneNumber()
        let text = (isInternational ? [UInt8(ascii: "+")] : []) + digits
        let isParsed = text.withUnsafeBytes { bytes in
            cphone_parse(bytes.baseAddress, bytes.count, region.rawValue, &found)
        }
        guard isParsed else { return nil }
        let lineType =
            LineType(library: found.line_type) ?? (found.is_possible ? LineType.possible : LineType.invalid)
        return PlanNumber(
            e164: string(&found.e164), countryCode: Int(found.country_code), lineType: lineType,
            isValid: found.is_valid)
    }

    /// True when `digits` is a service or emergency code of `region`: the library's, or of a range it leaves out.
    static func isShortCode(_ digits: ArraySlice<UInt8>, region: Region) -> Bool {
        guard digits.count >= 3, digits.count <= 7 else { return false }
        if isServiceRange(digits, region: region) { return true }
        return Array(digits).withUnsafeBytes { cphone_is_short_code($0.baseAddress, $0.count, region.rawValue) }
    }

    /// Ranges in public use that libphonenumber's short-number metadata does not list: the mainland's 12xxx, 96xxx(x)
    /// and 116xxx/118xxx service lines, Taiwan's 1xx and 19xx, and its five-digit 55xxx taxi lines.
    private static func isServiceRange(_ digits: ArraySlice<UInt8>, region: Region) -> Bool {
        let value = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        guard digits.first != 0x30 else { return false }
        switch (region, digits.count) {
        case (.china, 3): return (110...129).contains(value)
        case (.china, 5):
            return (12_000...12_999).contains(value) || (96_000...96_999).contains(value)
                || (10_000...10_199).contains(value)
        case (.china, 6): return (960_000...969_999).contains(value) || (116_000...118_999).contains(value)
        case (.taiwan, 3): return (100...199).contains(value)
        case (.taiwan, 4): return (1900...1999).contains(value)
        case (.taiwan, 5): return (55_000...55_999).contains(value)
        default: return false
        }
    }

    /// The library's international format, `+81 3-6384-9000`; nil for what is no number.
    static func internationalFormat(e164: String) -> String? {
        var e164 = e164
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: formatBytesMax) { buffer -> String? in
            let isDone = e164.withUTF8 { bytes in
                cphone_format_international(bytes.baseAddress, bytes.count, buffer.baseAddress, buffer.count)
            }
            guard isDone, let start = buffer.baseAddress else { return nil }
            return String(cString: start)
        }
    }

    private static let formatBytesMax = 64

    private static func string<Field>(_ field: inout Field) -> String {
        withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

extension LineType {
    /// The library's number for a kind of line; nil for its "unknown".
    fileprivate init?(library value: Int32) {
        let kinds: [LineType] = [
            .fixedLine, .mobile, .fixedLineOrMobile, .tollFree, .premiumRate, .sharedCost, .voip, .personalNumber,
            .pager, .universalAccess, .voicemail,
        ]
        guard kinds.indices.contains(Int(value)) else { return nil }
        self = kinds[Int(value)]
    }
}
