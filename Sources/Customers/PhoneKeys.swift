/// The search keys of one phone number, as the store writes them.
package struct PhoneKeys: Hashable, Sendable {
    /// E.164 digits without plus, or the typed digits of a number kept as typed. ASCII digits only, 3 to 20.
    package let digits: String
    /// The last eight digits reversed, as a decimal integer of eight places (`886912345678` -> 87654321);
    /// a shorter number is filled with zeros on the right, so that any final digits are one range of tails.
    package let tail: Int64

    /// nil when fewer than three digits, or more than ``digitsMax``, could be relied on.
    package init?(digits: String) {
        guard digits.utf8.count >= Self.digitsMin, digits.utf8.count <= Self.digitsMax,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.digits = digits
        self.tail = Self.tails(endingWith: digits).lowerBound
    }

    /// The keys of a contact point.
    package init?(_ phone: ContactPhone) {
        if let e164 = phone.e164 {
            self.init(digits: String(e164.dropFirst()))
        } else {
            self.init(digits: Self.typedDigits(of: phone.raw))
        }
    }

    /// The digits a number kept as typed is found by: the sure ones, without notes and extensions.
    private static func typedDigits(of raw: String) -> String {
        var cell = PhoneCell(raw)
        let piece = cell?.readPieces().first { $0.digits.count >= digitsMin }
        return piece.map { String(decoding: $0.sureDigits.suffix(digitsMax), as: UTF8.self) } ?? ""
    }

    /// The range of ``tail`` that every number ending with `suffix` (ASCII digits; its last eight count) lies in.
    package static func tails(endingWith suffix: String) -> ClosedRange<Int64> {
        var value: Int64 = 0
        var width: Int64 = 100_000_000
        for digit in suffix.utf8.reversed().prefix(tailDigits) {
            value = value * 10 + Int64(digit &- 0x30)
            width /= 10
        }
        return value * width...value * width + width - 1
    }

    package static let digitsMin = 3
    package static let digitsMax = 20
    package static let tailDigits = 8

    /// The decimal digits of a text as ASCII, whatever script they were typed in.
    package static func digits(in text: String) -> String {
        String(decoding: text.unicodeScalars.lazy.compactMap { PhoneMark($0).digit }, as: UTF8.self)
    }
}
