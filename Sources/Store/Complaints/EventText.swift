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
        var fields: [String: FieldValue] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { throw damaged(line) }
            let content = line[line.index(after: equals)...]
            guard let tag = content.first, content.dropFirst().first == UInt8(ascii: ":"),
                let value = value(tag: tag, Substring(content.dropFirst(2)))
            else { throw damaged(line) }
            fields[String(Substring(line[..<equals]))] = value
        }
        return fields
    }

    private static func tagged(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): "t:" + escaped(text)
        case .integer(let number): "i:\(number)"
        case .boolean(let flag): flag ? "b:1" : "b:0"
        case .instant(let instant): "@:\(instant.microseconds)"
        }
    }

    private static func value(tag: UInt8, _ text: Substring) -> FieldValue? {
        switch tag {
        case UInt8(ascii: "t"): unescaped(text).map(FieldValue.text)
        case UInt8(ascii: "i"): Int64(text).map(FieldValue.integer)
        case UInt8(ascii: "b"): text == "1" ? .boolean(true) : text == "0" ? .boolean(false) : nil
        case UInt8(ascii: "@"): Int64(text).map { .instant(Instant(microseconds: $0)) }
        default: nil
        }
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

    private static func unescaped(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
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

    private static func damaged(_ line: Substring.UTF8View.SubSequence) -> StoreError {
        .badValue(field: "event fields", value: String(Substring(line)))
    }
}
