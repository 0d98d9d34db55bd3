/// Which bytes may follow which in UTF-8.
enum UTF8Shape {
    /// How many bytes follow that first one; 0 if it cannot be first.
    static func missing(afterLead byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 1
        case 0xE0...0xEF: 2
        case 0xF0...0xF4: 3
        default: 0
        }
    }

    /// Whether the byte may come after these.
    static func isValid(_ bytes: [UInt8], next: UInt8) -> Bool {
        guard bytes.count == 1 else { return (0x80...0xBF).contains(next) }
        switch bytes[0] {
        case 0xE0: return (0xA0...0xBF).contains(next)
        case 0xED: return (0x80...0x9F).contains(next)
        case 0xF0: return (0x90...0xBF).contains(next)
        case 0xF4: return (0x80...0x8F).contains(next)
        default: return (0x80...0xBF).contains(next)
        }
    }

    /// The scalar of a whole sequence.
    static func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
        guard let lead = bytes.first else { return nil }
        let leadBits = UInt32(lead) & (0xFF >> UInt32(bytes.count + 1))
        return Unicode.Scalar(bytes.dropFirst().reduce(leadBits) { $0 << 6 | UInt32($1 & 0x3F) })
    }
}
