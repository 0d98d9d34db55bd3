/// Tells UTF-16 without a mark by where its zeros lie: every ASCII character has one, always on the same side.
enum WideTextCheck {
    /// Share of the units that must be ASCII: delimiters and line ends alone are more than this.
    private static let plainShareMin = 1.0 / 64
    private static let bytesMin = 8

    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        let count = min(bytes.count, 64 << 10) & ~1
        guard count >= bytesMin, bytes.prefix(count).contains(0) else { return nil }
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] where fits(bytes, count, encoding) {
            return encoding
        }
        return nil
    }

    /// At least some ASCII, a line end if there is any byte of one, no character that no text has.
    private static func fits(_ bytes: [UInt8], _ count: Int, _ encoding: TextEncoding) -> Bool {
        let high = encoding == .utf16BigEndian ? 0 : 1
        var plain = 0
        var lineEnds = 0
        var strayLineEnds = 0
        var index = 0
        while index < count {
            let unit = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
            switch unit {
            case 0x0A, 0x0D: lineEnds += 1
            case 0x09, 0x20...0x7E: plain += 1
            case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: return false
            case 0xD800...0xDBFF:
                guard index + 4 <= count else { break }
                let next = UInt16(bytes[index + 2 + high]) << 8 | UInt16(bytes[index + 3 - high])
                guard (0xDC00...0xDFFF).contains(next) else { return false }
                index += 2
            case 0xDC00...0xDFFF: return false
            default: if bytes[index] == 0x0A || bytes[index + 1] == 0x0A { strayLineEnds += 1 }
            }
            index += 2
        }
        return Double(plain + lineEnds) >= Double(count / 2) * plainShareMin && plain > 0
            && (lineEnds > strayLineEnds || strayLineEnds == 0)
    }
}
