/// Makes pasted bytes into harmless text.
enum PasteText {
    private static let begin = Array("\u{1B}[200~".utf8)

    /// The text with `\n` for line ends and spaces for tabs, and without other controls or nested paste brackets.
    static func clean(_ bytes: [UInt8]) -> String {
        var kept = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: withoutNestedBegins(bytes), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0D: kept.append("\n")
            case 0x0A: if !afterReturn { kept.append("\n") }
            case 0x09: kept.append(" ")
            case 0..<0x20, 0x7F..<0xA0: break
            default: kept.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(kept)
    }

    private static func withoutNestedBegins(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x1B) else { return bytes }
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x1B && bytes[index...].starts(with: begin) {
                index += begin.count
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return kept
    }
}
