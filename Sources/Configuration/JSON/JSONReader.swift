/// Reads one JSON text strictly (RFC 8259), without Foundation and fast enough for a history of a million lines.
///
/// Refused beside what the standard refuses: a key twice in one object, lone surrogates, and nesting beyond `depthMax`.
package struct JSONReader {
    /// Arrays and objects inside each other; our own lines have three.
    package static let depthMax = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    /// The value that these bytes are.
    package static func value(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> JSONText {
        var reader = JSONReader(bytes: bytes)
        reader.skipBlanks()
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.fault(.moreBehind) }
        return value
    }

    package static func value(_ text: String) throws(JSONFault) -> JSONText {
        let bytes = Array(text.utf8)
        let result: Result<JSONText, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONFault) in try value(buffer) }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private mutating func value() throws(JSONFault) -> JSONText {
        guard let byte = next else { throw fault(.ended) }
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"):
            try word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        case UInt8(ascii: "-"), 48...57: return .number(try number())
        default: throw fault(.expected("a value"))
        }
    }

    private mutating func object() throws(JSONFault) -> JSONText {
        try enter()
        var members: [JSONMember] = []
        members.reserveCapacity(8)
        skipBlanks()
        if !skip("}") {
            repeat {
                skipBlanks()
                let start = position
                guard next == UInt8(ascii: "\"") else {
                    throw fault(next == nil ? .ended : .expected("a key in quotes"))
                }
                let key = try string()
                if members.contains(where: { $0.key == key }) {
                    throw JSONFault(column: start + 1, reason: .keyTwice(key))
                }
                skipBlanks()
                guard skip(":") else { throw fault(next == nil ? .ended : .expected("':'")) }
                skipBlanks()
                members.append(JSONMember(key, try value()))
                skipBlanks()
            } while skip(",")
            guard skip("}") else { throw fault(next == nil ? .ended : .expected("',' or '}'")) }
        }
        depth -= 1
        return .object(members)
    }

    private mutating func array() throws(JSONFault) -> JSONText {
        try enter()
        var elements: [JSONText] = []
        skipBlanks()
        if !skip("]") {
            repeat {
                skipBlanks()
                elements.append(try value())
                skipBlanks()
            } while skip(",")
            guard skip("]") else { throw fault(next == nil ? .ended : .expected("',' or ']'")) }
        }
        depth -= 1
        return .array(elements)
    }

    private mutating func enter() throws(JSONFault) {
        depth += 1
        guard depth <= Self.depthMax else { throw fault(.tooDeep) }
        position += 1
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = position
        _ = skip("-")
        if !skip("0") { guard skipDigits() else { throw fault(.badNumber) } }
        if skip(".") { guard skipDigits() else { throw fault(.badNumber) } }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            guard skipDigits() else { throw fault(.badNumber) }
        }
        if let byte = next, (48...57).contains(byte) { throw fault(.badNumber) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    // MARK: strings

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let text = try utf8(bytes[start..<position])
                position += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 32 else { throw fault(.controlCharacter) }
            position += 1
        }
        throw fault(.ended)
    }

    /// As above from the first escape on: the pieces are put together.
    private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return try utf8(text[...]) }
            guard byte >= 32 else {
                position -= 1
                throw fault(.controlCharacter)
            }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            text.append(contentsOf: String(try escape()).utf8)
        }
        throw fault(.ended)
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        guard let byte = next else { throw fault(.ended) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            if let scalar = Unicode.Scalar(unit) { return scalar }
            guard (0xD800..<0xDC00).contains(unit), skip("\\"), skip("u") else { throw fault(.badEscape) }
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
            else { throw fault(.badEscape) }
            return scalar
        default: throw fault(.badEscape)
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw fault(.ended) }
            switch byte {
            case 48...57: unit = unit << 4 + UInt32(byte - 48)
            case 65...70, 97...102: unit = unit << 4 + UInt32((byte | 0x20) - 87)
            default: throw fault(.badEscape)
            }
            position += 1
        }
        return unit
    }

    private func utf8(_ bytes: some Collection<UInt8>) throws(JSONFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.badUTF8) }
        return text
    }

    // MARK: bytes

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while let byte = next, (48...57).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func word(_ word: StaticString) throws(JSONFault) {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count,
            (0..<word.utf8CodeUnitCount).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw fault(.expected("a value")) }
        position = end
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(column: position + 1, reason: reason) }
}
