/// A case number, told to the customer: `TL-2026-000123` in full, `26-000123` on screen and for typing.
package struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let sequence: Int

    package init(year: Int, sequence: Int) {
        self.year = year
        self.sequence = sequence
    }

    /// Reads `TL-2026-000123`, `2026-000123` and `26-000123` (this century); nil for anything else.
    package init?(text: String) {
        var rest = text.utf8[...]
        if rest.starts(with: "TL-".utf8) || rest.starts(with: "tl-".utf8) { rest = rest.dropFirst(3) }
        let parts = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4 || parts[0].count == 2, (1...12).contains(parts[1].count),
            let year = Self.number(parts[0]), let sequence = Self.number(parts[1]), sequence > 0
        else { return nil }
        self.init(year: parts[0].count == 2 ? 2000 + year : year, sequence: sequence)
    }

    package var description: String { "TL-" + String(year) + "-" + Self.padded(sequence) }
    /// `26-000123`.
    package var short: String { "\(year % 100 < 10 ? "0" : "")\(year % 100)-\(Self.padded(sequence))" }

    package static func < (a: CaseNumber, b: CaseNumber) -> Bool { (a.year, a.sequence) < (b.year, b.sequence) }

    private static func padded(_ sequence: Int) -> String {
        let digits = String(sequence)
        return digits.utf8.count < 6 ? String("000000".dropLast(digits.utf8.count)) + digits : digits
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? Int(Substring(digits)) : nil
    }
}
