/// How a phone cell became a number: the less strict, the less it is to be trusted.
package enum PhoneReading: String, Sendable, CaseIterable {
    /// The numbering plan reads the cleaned text as it stands.
    case strict
    /// Read by a known habit of people and spreadsheets (doubled area code, glued numbers, 00 prefix ...).
    case lenient
    /// A short service or emergency code of the region (110, 1922, 96110): dialable only there, no E.164.
    case shortCode = "short_code"
    /// Not understood and therefore not guessed: kept, not dialable, its last digits only a hint.
    case asTyped = "as_typed"
}

/// What kind of line a number is, in the numbering plan's words.
package enum LineType: String, Sendable, CaseIterable {
    case fixedLine = "fixed_line"
    case mobile
    case fixedLineOrMobile = "fixed_line_or_mobile"
    case tollFree = "toll_free"
    case premiumRate = "premium_rate"
    case sharedCost = "shared_cost"
    case voip
    case personalNumber = "personal_number"
    case pager
    case universalAccess = "uan"
    case voicemail
    case shortCode = "short_code"
    /// Not a number of the plan, though its length is possible.
    case possible
    /// Not a number of the plan, nor of a possible length.
    case invalid
    case unknown
}

/// One number found in a phone cell.
package struct ParsedPhone: Hashable, Sendable {
    /// The part of the cell that is this number, as typed.
    package var raw: String
    /// E.164 with its plus sign; nil for short codes and numbers kept as typed.
    package var e164: String?
    /// Digits of the extension; never part of a number's identity.
    package var extensionDigits: String?
    /// True when the number (as finally read) is valid in its numbering plan.
    package var isValid: Bool
    package var reading: PhoneReading
    package var lineType: LineType
    /// The home region it was read with.
    package var region: Region
    /// Look-up key: the E.164 digits without plus, else the typed digits; empty when no digit can be relied on.
    package var searchDigits: String

    package init(
        raw: String, e164: String?, extensionDigits: String?, isValid: Bool, reading: PhoneReading,
        lineType: LineType, region: Region, searchDigits: String
    ) {
        self.raw = raw
        self.e164 = e164
        self.extensionDigits = extensionDigits
        self.isValid = isValid
        self.reading = reading
        self.lineType = lineType
        self.region = region
        self.searchDigits = searchDigits
    }

    /// The number as a contact point of a customer.
    package func contact(isPrimary: Bool) -> ContactPhone {
        ContactPhone(
            raw: raw, e164: e164, extensionDigits: extensionDigits, isValid: isValid, isPrimary: isPrimary)
    }
}
