extension JSON {
    /// The document on one line, in UTF-8.
    ///
    /// Control characters, line separators and characters that turn the direction of text are escaped, so that
    /// printing a document with a hostile name in it cannot steer a terminal.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the document.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append("null")
        case .boolean(let value): bytes.append(value ? "true" : "false")
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? Self.plain(value) : "null").utf8)
        case .string(let value): Self.writeQuoted(value, to: &bytes)
        case .array(let elements): Self.writeArray(elements, to: &bytes)
        case .object(let members): Self.writeObject(members, to: &bytes)
        }
    }

    private static func writeArray(_ elements: [JSON], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for position in elements.indices {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            elements[position].write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private static func writeObject(_ members: [Member], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for position in members.indices {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            writeQuoted(members[position].key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            members[position].value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Swift's shortest form that reads back as the same number; `5.0` becomes `5`.
    private static func plain(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A text in quotes; nearly all are plain ASCII and copied as they are.
    static func writeQuoted(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isCopied: ()? = value.utf8.withContiguousStorageIfAvailable { plain in
            let needsNothing = plain.allSatisfy { $0 >= 32 && $0 < 127 && $0 != 0x22 && $0 != 0x5C }
            if needsNothing { bytes.append(contentsOf: plain) } else { writeEscaping(value, to: &bytes) }
        }
        if isCopied == nil { writeEscaping(value, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscaping(_ value: String, to bytes: inout [UInt8]) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": bytes.append("\\\"")
            case "\\": bytes.append("\\\\")
            case "\n": bytes.append("\\n")
            case "\r": bytes.append("\\r")
            case "\t": bytes.append("\\t")
            default:
                if isEscaped(scalar) {
                    writeEscaped(scalar, to: &bytes)
                } else {
                    UTF8.encode(scalar) { bytes.append($0) }
                }
            }
        }
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    private static func writeEscaped(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            bytes.append("\\u")
            bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.utf8.count).utf8)
            bytes.append(contentsOf: digits.utf8)
        }
    }
}

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
