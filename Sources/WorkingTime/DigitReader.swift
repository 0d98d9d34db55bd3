/// Reads fixed-form numbers from a text, byte by byte; only ASCII digits count.
struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Longer texts are no date or time and are not copied.
    static let textBytesMax = 64

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8.prefix(Self.textBytesMax))
    }

    var isAtEnd: Bool { position == bytes.count }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// A number of exactly this many digits (at most 18), else nil.
    mutating func digits(exactly count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        position += count
        return value
    }

    /// A number of one to `most` digits (at most 18), else nil.
    mutating func digits(upTo most: Int) -> Int? {
        var count = 0
        while count < most, position + count < bytes.count, (48...57).contains(bytes[position + count]) { count += 1 }
        return count == 0 ? nil : digits(exactly: count)
    }

    /// Steps over `character` when it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let next, next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Fraction digits after a point as microseconds; digits beyond the sixth are cut.
    mutating func microseconds() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let byte = next, (48...57).contains(byte) {
            if count < 6 { value = value * 10 + Int64(byte - 48) }
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        while count < 6 {
            value *= 10
            count += 1
        }
        return value
    }
}
