import Complaints
import WorkingTime

/// The fields of an event as one canonical text: keys in order, a line each, `name=tag:value`.
///
/// The tags: `t` text, `i` integer, `b` boolean, `@` microseconds since the epoch. In texts a backslash is doubled and
/// a line break written `\n`, so that the same fields always give the same bytes and no others do.
enum EventText {
    static func text(_ fields: [String: FieldValue]) -> String {
        var lines = ""
        for (name, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            lines += name + "=" + tagged(value) + "\n"
        }
        return lines
    }

    static func fields(_ text: String) throws(StoreError) -> [String: FieldValue] {
        var text = text
        let fields: [String: FieldValue]? = text.withUTF8 { Self.fields(utf8: $0) }
        guard let fields else { throw .badValue(field: "event fields", value: text) }
        return fields
    }

    /// Read where they lie: a case is folded from its events at every look.
    static func fields(utf8 text: UnsafeBufferPointer<UInt8>) -> [String: FieldValue]? {
        var fields: [String: FieldValue] = [:]
        var start = 0
        while start < text.count {
            guard let equals = index(of: UInt8(ascii: "="), in: text, from: start, to: text.count) else { return nil }
            let end = index(of: UInt8(ascii: "\n"), in: text, from: equals, to: text.count) ?? text.count
            guard end >= equals + 3, text[equals + 2] == UInt8(ascii: ":"),
                let value = value(tag: text[equals + 1], UnsafeBufferPointer(rebasing: text[(equals + 3)..<end]))
            else { return nil }
            fields[String(decoding: UnsafeBufferPointer(rebasing: text[start..<equals]), as: UTF8.self)] = value
            start = end + 1
        }
        return fields
    }

    private static func index(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Int? {
        var place = from
        while place < to {
            if text[place] == byte { return place }
            place += 1
        }
        return nil
    }

    private static func tagged(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): "t:" + escaped(text)
        case .integer(let number): "i:\(number)"
        case .boolean(let flag): flag ? "b:1" : "b:0"
        case .instant(let instant): "@:\(instant.microseconds)"
        }
    }

    private static func value(tag: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> FieldValue? {
        switch tag {
        case UInt8(ascii: "t"): unescaped(text).map(FieldValue.text)
        case UInt8(ascii: "i"): integer(text).map(FieldValue.integer)
        case UInt8(ascii: "b"):
            text.count != 1
                ? nil
                : text[0] == UInt8(ascii: "1") ? .boolean(true) : text[0] == UInt8(ascii: "0") ? .boolean(false) : nil
        case UInt8(ascii: "@"): integer(text).map { .instant(Instant(microseconds: $0)) }
        default: nil
        }
    }

    private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        Int64(String(decoding: text, as: UTF8.self))
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
        var bytes: [UInt8] = []
        var rest = text.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.next() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Statement {
    /// The fields of an event.
    func fields(_ column: Int) throws(StoreError) -> [String: FieldValue] {
        guard let fields = withUTF8(column, EventText.fields(utf8:)) else {
            throw .badValue(field: "event fields", value: text(column))
        }
        return fields
    }
}
