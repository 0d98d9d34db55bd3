/// The sequences terminals send for keys: xterm, rxvt, the Linux console, PuTTY, tmux and screen.
enum KeySequences {
    /// The key of a control byte.
    static func controlKey(_ byte: UInt8) -> Key {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x1B: .escape
        case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
        default: .control(Unicode.Scalar(byte + 0x40))
        }
    }

    /// The key of `ESC [ parameters final`; nil if there is none.
    static func control(parameters: [UInt8], final: UInt8) -> Key? {
        guard let numbers = numbers(parameters) else { return nil }
        let first = numbers.first ?? 1
        let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case 0x7E where first == 27 && numbers.count == 3: return character(numbers[2], modifiers)
        case 0x7E: return tilde[first].map { .named($0, modifiers) }
        case 0x75: return character(first, modifiers)
        case 0x24: return tilde[first].map { .named($0, .shift) }
        case 0x5E: return tilde[first].map { .named($0, .control) }
        case 0x40: return tilde[first].map { .named($0, [.shift, .control]) }
        case 0x5A: return .backTab
        case 0x61...0x64 where numbers.isEmpty: return letters[final - 0x20].map { .named($0, .shift) }
        case 0x52 where numbers.count > 1 && first != 1: return nil
        default: return letters[final].map { .named($0, modifiers) }
        }
    }

    /// The key of `ESC O final`, with the modifiers some terminals put between; nil if there is none.
    static func single(parameters: [UInt8], final: UInt8) -> Key? {
        guard let numbers = numbers(parameters) else { return nil }
        let modifiers = modifiers(numbers.last ?? 1)
        if let name = letters[final] { return .named(name, modifiers) }
        guard numbers.isEmpty else { return nil }
        if (0x61...0x64).contains(final) { return letters[final - 0x20].map { .named($0, .control) } }
        return keypad[final]
    }

    /// `ESC [` or `ESC O` and one of these letters.
    private static let letters: [UInt8: NamedKey] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
        0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    ]

    /// `ESC [ number ~`; rxvt ends with `$` for Shift, `^` for Ctrl, `@` for both.
    private static let tilde: [Int: NamedKey] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
        29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
    ]

    /// `ESC O` and one of these: the numeric keypad in application mode, as what is printed on it.
    private static let keypad: [UInt8: Key] = [
        0x70: .character("0"), 0x71: .character("1"), 0x72: .character("2"), 0x73: .character("3"),
        0x74: .character("4"), 0x75: .character("5"), 0x76: .character("6"), 0x77: .character("7"),
        0x78: .character("8"), 0x79: .character("9"), 0x6A: .character("*"), 0x6B: .character("+"),
        0x6C: .character(","), 0x6D: .character("-"), 0x6E: .character("."), 0x6F: .character("/"),
        0x58: .character("="), 0x20: .character(" "), 0x4D: .enter, 0x49: .tab,
    ]

    /// The numbers between semicolons; nil if there is anything else.
    private static func numbers(_ bytes: [UInt8]) -> [Int]? {
        guard !bytes.isEmpty else { return [] }
        var numbers = [0]
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                let last = numbers[numbers.count - 1]
                numbers[numbers.count - 1] = min(last * 10 + Int(byte - 0x30), 0x110000)
            case 0x3B: numbers.append(0)
            default: return nil
            }
        }
        return numbers
    }

    private static func modifiers(_ parameter: Int) -> Modifiers {
        guard parameter > 1 && parameter <= 16 else { return [] }
        return Modifiers(rawValue: UInt8(parameter - 1) & 7)
    }

    /// A key sent by its code point, as terminals with extended keys do for Ctrl and Shift combinations.
    private static func character(_ code: Int, _ modifiers: Modifiers) -> Key? {
        switch code {
        case 13: return .named(.enter, modifiers)
        case 9: return .named(.tab, modifiers)
        case 27: return .named(.escape, modifiers)
        case 8, 127: return .named(.backspace, modifiers)
        default: break
        }
        guard code >= 0x20, let scalar = Unicode.Scalar(UInt32(code)), !(0x7F..<0xA0).contains(code) else { return nil }
        guard modifiers.contains(.control), code < 0x80 else { return .character(scalar) }
        return controlKey(UInt8(code) & 0x1F)
    }
}
