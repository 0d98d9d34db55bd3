extension JSON {
    /// The document on one line, in UTF-8.
    ///
    /// Control characters, line separators and characters that turn the direction of text are escaped, so that
    /// printing a document with a hostile name in it cannot steer a terminal.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? Self.plain(value) : "null"
        case .string(let value): Self.writeQuoted(value, to: &text)
        case .array(let elements): writeArray(elements, to: &text)
        case .object(let members): writeObject(members, to: &text)
        }
    }

    private func writeArray(_ elements: [JSON], to text: inout String) {
        text += "["
        for (position, element) in elements.enumerated() {
            if position > 0 { text += "," }
            element.write(to: &text)
        }
        text += "]"
    }

    private func writeObject(_ members: [Member], to text: inout String) {
        text += "{"
        for (position, member) in members.enumerated() {
            if position > 0 { text += "," }
            Self.writeQuoted(member.key, to: &text)
            text += ":"
            member.value.write(to: &text)
        }
        text += "}"
    }

    /// Swift's shortest form that reads back as the same number; `5.0` becomes `5`.
    private static func plain(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func writeQuoted(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if isEscaped(scalar) {
                    writeEscaped(scalar, to: &text)
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    private static func writeEscaped(_ scalar: Unicode.Scalar, to text: inout String) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
    }
}
