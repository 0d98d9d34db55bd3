/// What one character of a phone cell means to the reader.
enum PhoneMark: Equatable {
    /// An ASCII digit, whatever script it was typed in.
    case digit(UInt8)
    case plus
    case dash
    case space
    case dot
    case open
    case close
    case tilde
    case colon
    case star
    /// `#`.
    case hash
    /// Between two numbers of one cell.
    case splitter
    /// A Latin letter, lower case.
    case letter(UInt8)
    /// Invisible: byte-order marks, direction marks, zero-width spaces, control characters.
    case ignored
    /// Any other character: a label, a note.
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39: self = .digit(UInt8(scalar.value))
        case 0xFF10...0xFF19: self = .digit(UInt8(scalar.value - 0xFF10 + 0x30))
        case 0xFF01...0xFF5E: self.init(ascii: UInt8(scalar.value - 0xFEE0))
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: self.init(ascii: UInt8(scalar.value))
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD, 0...0x1F, 0x7F...0x9F: self = .ignored
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
        // Hyphens and dashes, minus, long vowel and box drawing, and the character for "one" typed for a dash.
        case 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0x30FC, 0x4E00, 0xFE58, 0xFE63, 0xFF70: self = .dash
        case 0xB7, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: self = .dot
        case 0x301C, 0x223C, 0x2053: self = .tilde
        case 0x3010, 0x3014, 0x300C, 0x3016: self = .open
        case 0x3011, 0x3015, 0x300D, 0x3017: self = .close
        case 0x3001, 0x3002, 0xFF61, 0xFF64, 0x2028, 0x2029, 0x85: self = .splitter
        case 0x6216, 0x53CA, 0x548C, 0x4E0E, 0x8207: self = .splitter  // "or" and "and"
        default: self.init(rare: scalar)
        }
    }

    private init(ascii byte: UInt8) {
        switch byte {
        case 0x30...0x39: self = .digit(byte)
        case UInt8(ascii: "+"): self = .plus
        case UInt8(ascii: "-"), UInt8(ascii: "_"): self = .dash
        case 0x20, 0x09: self = .space
        case UInt8(ascii: "."): self = .dot
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): self = .close
        case UInt8(ascii: "~"): self = .tilde
        case UInt8(ascii: ":"): self = .colon
        case UInt8(ascii: "*"): self = .star
        case UInt8(ascii: "#"): self = .hash
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
            UInt8(ascii: "&"), 0x0A, 0x0D:
            self = .splitter
        case 0x41...0x5A: self = .letter(byte + 0x20)
        case 0x61...0x7A: self = .letter(byte)
        default: self = .other
        }
    }

    /// Decimal digits of other scripts; circled and superscript ones number a list and are labels.
    private init(rare scalar: Unicode.Scalar) {
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            self = .digit(UInt8(value) + 0x30)
        } else {
            self = .other
        }
    }

    var digit: UInt8? {
        if case .digit(let byte) = self { byte } else { nil }
    }

    var letter: UInt8? {
        if case .letter(let byte) = self { byte } else { nil }
    }
}
