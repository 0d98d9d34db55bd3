/// A customer's number, shown and typed as `C000123` (at least six digits).
package struct CustomerID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: Int64

    package init(_ number: Int64) {
        self.number = number
    }

    /// Reads `C000123` or `c123`; nil for anything else.
    package init?(text: String) {
        guard let first = text.utf8.first, first == UInt8(ascii: "C") || first == UInt8(ascii: "c"),
            text.utf8.count <= 19, let number = Int64(text.dropFirst()), number > 0,
            text.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.number = number
    }

    package var description: String {
        let digits = String(number)
        return "C" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }

    package static func < (a: CustomerID, b: CustomerID) -> Bool { a.number < b.number }
}
